"""The suggested actions in the order in which they are offered: for the types at hand, for any, then for others."""

from collections.abc import Iterable

from breach_wizard.guidance.content import Action, BreachType, Source
from breach_wizard.interview.steps import all_types
from breach_wizard.records import Record
from breach_wizard.wizard.session import Session

FOR_OTHERS = "Suggestions for other kinds"


class Suggestion(Record, kw_only=False):
    """An action on offer, and the heading under which it stands."""

    action: Action
    group: str


def suggestions(session: Session) -> tuple[list[Suggestion], list[Suggestion]]:
    """Return the suggestions for the types at hand and for any, then those for other types.

    Of those for a type the official ones come first, then the practice seen in published reports. For any type are
    those that no type names.
    """
    content = session.guidance
    seen: dict[str, str] = {}
    kinds = all_types(session.answers, session.context)
    for kind in kinds:
        for one in (*kind.actions, *kind.practice):
            seen.setdefault(one, _heading(kind, content.sources[content.actions[one].source]))
    named = set(_named(content.types.values()))
    for action in content.actions.values():
        if action.id not in named:
            seen.setdefault(action.id, f"{content.sources[action.source].heading}, for any kind")
    mine = set(seen)
    for one in _named(content.types.values()):
        seen.setdefault(one, FOR_OTHERS)
    # One action in the letters of two lists is offered once, in those of the list that comes first.
    twins = [{one, content.actions[one].twin} for one in seen if content.actions[one].twin]
    later = {next(one for one in reversed(seen) if one in pair) for pair in twins if pair <= seen.keys()}
    listed = [Suggestion(content.actions[one], group) for one, group in seen.items() if one not in later]
    return [one for one in listed if one.action.id in mine], [one for one in listed if one.action.id not in mine]


def _named(kinds: Iterable[BreachType]) -> list[str]:
    """The actions that types name, the official ones first."""
    listed = list(kinds)
    return [one for kind in listed for one in kind.actions] + [one for kind in listed for one in kind.practice]


def _heading(kind: BreachType, source: Source) -> str:
    if kind.lists_are_ours and source.our_choice:
        return f"{source.our_choice[0].upper()}{source.our_choice[1:]}"
    return f"{source.heading}, for {kind.noun_with_article}"
