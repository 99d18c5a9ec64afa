"""What a part of a report goes through before it is one: for pydantic, and where there is no need of it.

pydantic is loaded by those alone who ask it: its import takes longer than to read, check and write a report.
"""

from collections.abc import Callable
from typing import Any, get_type_hints

from breach_wizard.records import Record


class Rule:
    """A function that returns a value as a report has it or raises ValueError; asked before its kind is, or after."""

    def __init__(self, apply: Callable[[Any], Any], *, is_first: bool = False) -> None:
        """Take the function, and when it is asked."""
        self.apply = apply
        self.is_first = is_first

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        """Return the kind, its values through this rule."""
        from pydantic_core.core_schema import no_info_after_validator_function, no_info_before_validator_function

        wrapped = no_info_before_validator_function if self.is_first else no_info_after_validator_function
        return wrapped(self.apply, handler(source))


class Exactly:
    """Marks a kind whose values are of it and no other: "yes" and 1 are neither true nor false."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        """Return the kind, to be taken strictly."""
        return {**handler(source), "strict": True}


class AsRecord:
    """Marks a record, which pydantic makes and writes as it does a data class; a key that it has not is refused."""

    def __get_pydantic_core_schema__(self, source: type[Record], handler: Any) -> Any:
        """Return what the fields are, each of which is as it is noted."""
        from pydantic_core import core_schema

        fields = []
        for name, kind in fields_of(source).items():
            schema = handler.generate_schema(kind)
            if name in source._field_defaults:
                schema = core_schema.with_default_schema(schema, default=source._field_defaults[name])
            fields.append(core_schema.dataclass_field(name, schema, kw_only=True))
        return core_schema.dataclass_schema(
            source,
            core_schema.dataclass_args_schema(source.__name__, fields),
            list(source._fields),
            post_init=True,
            ref=source.__qualname__,
            config=core_schema.CoreConfig(extra_fields_behavior="forbid"),
        )


def fields_of(shape: type[Record]) -> dict[str, Any]:
    """Return the kind of each field of a record, with what it goes through."""
    hints = get_type_hints(shape, include_extras=True)
    return {name: hints[name] for name in shape._fields}
