"""Records that add to one another, with defaults. What is asked first is made of them.

Named tuples can't add to one another, and data classes take some 10 ms, what they import with them: a sixth of the time
to the first question in plain lines.
"""

from typing import Any, ClassVar, Self, dataclass_transform


@dataclass_transform(kw_only_default=True, eq_default=False, frozen_default=True)
class Record:
    """A record of what its class and those above name; each is given by name."""

    _fields: ClassVar[tuple[str, ...]] = ()
    _defaults: ClassVar[dict[str, Any]] = {}

    def __init_subclass__(cls) -> None:
        """Note what the class names, and what stands where it isn't given."""
        named = cls.__annotations__
        cls._fields = (*cls._fields, *named)
        cls._defaults = {**cls._defaults, **{name: vars(cls)[name] for name in named if name in vars(cls)}}

    def __init__(self, **given: Any) -> None:
        """Take what is given.

        Raises:
            TypeError: something is missing, or is none of the names.
        """
        held = {**self._defaults, **given}
        if held.keys() != {*self._fields}:
            raise TypeError(f"{type(self).__name__}: {', '.join(sorted(held.keys() ^ {*self._fields}))}")
        vars(self).update(held)

    def _replace(self, **changes: Any) -> Self:
        """Return another, with these changes."""
        return type(self)(**{**vars(self), **changes})
