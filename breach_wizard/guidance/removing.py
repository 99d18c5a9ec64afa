"""What a body takes away is taken out of what points to it, so that one line is enough. Pure."""

from collections.abc import Set

from breach_wizard.guidance.content import Action, BreachType, Outcome, TriageQuestion
from breach_wizard.guidance.message import Message


def of_type(one: BreachType, actions: Set[str], considerations: Set[str]) -> BreachType:
    """Return a breach type without these actions and things to consider."""
    return one._replace(
        actions=_without(one.actions, actions),
        practice=_without(one.practice, actions),
        ongoing=one.ongoing._replace(ended_by=_without(one.ongoing.ended_by, actions)),
        considerations=_without(one.considerations, considerations),
    )


def of_action(one: Action, actions: Set[str]) -> Action:
    """Return an action that is the twin of none of these."""
    return one._replace(twin="") if one.twin in actions else one


def of_message(one: Message, types: Set[str]) -> Message:
    """Return a message that is for none of these breach types."""
    return one._replace(types=_without(one.types, types))


def of_question(one: TriageQuestion, types: Set[str]) -> TriageQuestion:
    """Return a question of "is it a breach?" no answer of which leads to one of these breach types."""
    return one._replace(yes=_leading(one.yes, types), no=_leading(one.no, types), unsure=_leading(one.unsure, types))


def _leading(outcome: Outcome, types: Set[str]) -> Outcome:
    return outcome._replace(kind="") if outcome.kind in types else outcome


def _without(listed: tuple[str, ...], gone: Set[str]) -> tuple[str, ...]:
    return tuple(one for one in listed if one not in gone)
