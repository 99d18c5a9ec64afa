"""Records of what the guidance holds and of what is asked: nearly all that is there before the first question.

Named tuples can't add to one another, and take eight times as long to make; data classes take longer still, with what
they import 10 ms. The guidance alone has thirty.
"""

from typing import Any, ClassVar, Self, dataclass_transform


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Record:
    """A record of what its class names, and those above it; each is given by name. The rest is as of a named tuple."""

    _fields: ClassVar[tuple[str, ...]] = ()
    _field_defaults: ClassVar[dict[str, Any]] = {}

    def __init_subclass__(cls) -> None:
        """Note what the class names, and what stands where it isn't given."""
        named = cls.__annotations__
        defaults = {name: vars(cls)[name] for name in named if name in vars(cls)}
        cls._fields = (*cls._fields, *named)
        cls._field_defaults = {**cls._field_defaults, **defaults}

    def __init__(self, **given: Any) -> None:
        """Take what is given.

        Raises:
            TypeError: something is missing, or is none of the names.
        """
        held = {**self._field_defaults, **given}
        if held.keys() != {*self._fields}:
            raise TypeError(f"{type(self).__name__}: {', '.join(sorted(held.keys() ^ {*self._fields}))}")
        vars(self).update((name, held[name]) for name in self._fields)

    def __eq__(self, other: object) -> bool:
        """Is it another of the same kind that holds the same?"""
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        """Return the same for what holds the same."""
        return hash(tuple(vars(self).values()))

    def __repr__(self) -> str:
        """Return what it holds."""
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in vars(self).items())})"

    def _asdict(self) -> dict[str, Any]:
        return dict(vars(self))

    def _replace(self, **changes: Any) -> Self:
        return type(self)(**{**vars(self), **changes})
