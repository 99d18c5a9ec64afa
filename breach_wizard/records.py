"""Records of what the guidance holds, of what is asked and of what a report says: nearly all that the program handles.

Named tuples can't add to one another, and take eight times as long to make; data classes take longer still, with what
they import 10 ms. The guidance alone has thirty.
"""

from typing import Any, ClassVar, NoReturn, Self, dataclass_transform


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Record:
    """A record of what its class names, and those above it; each is given by name, or in their order where it says so.

    What ``__post_init__`` raises of a record keeps it from being made. The rest is as of a named tuple.
    """

    _fields: ClassVar[tuple[str, ...]] = ()
    _field_defaults: ClassVar[dict[str, Any]] = {}
    _in_order: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls, *, kw_only: bool = True) -> None:
        """Note what the class names, and what stands where it isn't given."""
        named = cls.__annotations__
        defaults = {name: vars(cls)[name] for name in named if name in vars(cls)}
        cls._fields = (*cls._fields, *named)
        cls._field_defaults = {**cls._field_defaults, **defaults}
        cls._in_order = () if kw_only else cls._fields

    def __init__(self, *in_order: Any, **given: Any) -> None:
        """Take what is given.

        Raises:
            TypeError: something is missing, is given twice, or is none of the names.
        """
        if len(in_order) > len(self._in_order):
            raise TypeError(f"{type(self).__name__}: give each by name")
        if in_order:
            given = dict(zip(self._in_order, in_order, strict=False), **given)
        held = {**self._field_defaults, **given}
        if held.keys() != {*self._fields}:
            raise TypeError(f"{type(self).__name__}: {', '.join(sorted(held.keys() ^ {*self._fields}))}")
        vars(self).update((name, held[name]) for name in self._fields)
        self.__post_init__()

    def __post_init__(self) -> None:
        """Raise what keeps such a record from being."""

    def __setattr__(self, name: str, value: Any) -> NoReturn:
        """Refuse to be changed."""
        raise AttributeError(f"{type(self).__name__} is not changed: {name}")

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
