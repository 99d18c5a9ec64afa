"""``guidance`` and ``messages``: what the wizard knows, to read and to copy."""

import argparse
from typing import TYPE_CHECKING

from breach_wizard import guidance as content
from breach_wizard.cli.plain_lines import print_lines
from breach_wizard.cli.printing import say
from breach_wizard.cli.remembered import remembered
from breach_wizard.errors import UsageError
from breach_wizard.guidance.content import BreachType
from breach_wizard.profile import Profile
from breach_wizard.screen import Line
from breach_wizard.text import join
from breach_wizard.wizard.marks import marks, nation
from breach_wizard.wizard.printed import (
    BLANK,
    clause_lines,
    do_now_lines,
    in_full_lines,
    nation_lines,
    recipient_lines,
    source_lines,
    type_guidance,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from breach_wizard.guidance.message import Message


def guidance(options: argparse.Namespace) -> int:
    """Print the guidance of one breach type or of all; or what is for those who look after it."""
    if options.type in ("show", "new-type", "check") or options.status:
        from breach_wizard.cli import upkeep

        return upkeep.run(options)
    active = content.active()
    known = _place()
    values = marks(known, active)
    for kind in _types(options.type):
        print_lines([Line(f"What to do first: {kind.noun}", "heading"), BLANK])
        print_lines([*do_now_lines(kind.do_now_ongoing, values), BLANK, *in_full_lines(kind, values), BLANK])
        print_lines([*type_guidance(active, kind, nation(known, active)), BLANK])
        print_lines([*clause_lines(active, kind), BLANK])
    if options.type is None:
        for home in active.nations.values():
            print_lines([*nation_lines(home), BLANK])
    print_lines([*recipient_lines(active), BLANK, *source_lines(active)])
    return 0


def messages(options: argparse.Namespace) -> int:
    """Print the messages ready to copy: of one breach type or of all, or with what a draft or a report says."""
    from breach_wizard.cli import named
    from breach_wizard.messages import blank, in_nation, message_lines, messages_for

    active = content.active()
    details = remembered().details
    if options.type is not None and options.type not in active.types and named.is_source(options.type):
        kinds, fill = _told_by(options.type)
    else:
        kinds, fill = _types(options.type), lambda one: blank(one, details)
    home = nation(_place(), active)
    found = [in_nation(one, home) for one in messages_for(kinds, active)]
    ready = [fill(one) for one in found]
    if options.type is None:
        ready = [one._replace(to=f"{one.to}{_of_which(one)}") for one in ready]
    if not ready:
        say(f"No message is for {join([one.noun_with_article for one in kinds], 'or')}. Your own guidance can add one.")
    print_lines(message_lines(ready))
    return 0


def _told_by(name: str) -> "tuple[list[BreachType], Callable[[Message], Message]]":
    """The breach types of a draft or a report, and how a message is filled in with what it says."""
    from breach_wizard.cli import sources
    from breach_wizard.cli.world import context
    from breach_wizard.interview.steps import all_types
    from breach_wizard.telling import filled

    world = context()
    answers = sources.whole(sources.read(name), world)
    return all_types(answers, world), lambda one: filled(one, answers, world.guidance, world.remembered, world.moment)


def _of_which(message: "Message") -> str:
    """Of which breach types a message is, where it is not of all: those of all types stand beside each other."""
    types = content.active().types
    nouns = [types[name].noun for name in message.types if name in types]
    return "" if len(nouns) == len(types) else f" ({join(nouns, 'or')})"


def _place() -> Profile:
    """The profile without what it says of persons: what is printed here may be passed on."""
    known = remembered()
    return Profile(nation=known.nation, site=known.site, take_down_note=known.take_down_note)


def _types(name: str | None) -> list[BreachType]:
    types = content.active().types
    if name is None:
        return list(types.values())
    if name not in types:
        from breach_wizard.guidance.unknown import no_such_type

        raise UsageError(no_such_type(name, content.active()))
    return [types[name]]
