"""The slips of a guidance that are seen without making a report; and the guidance without the files with one."""

from pathlib import Path

from breach_wizard.guidance import Guidance
from breach_wizard.guidance.problems import problems
from breach_wizard.guidance.slips import Slip
from breach_wizard.interview.own_problems import own_problems
from breach_wizard.interview.reserved import shared_labels


def slips(guidance: Guidance) -> list[Slip]:
    """Return every slip in the files and in a body's own questions; empty where all is well."""
    read = Guidance(guidance.folders, guidance.left_out, gathering=True)
    found = problems(guidance)
    seen = {(one.path.name, one.place.partition(":")[0]) for one in found}
    own = [_placed(one, read) for one in own_problems(read)]
    found += [one for one in own if (one.path.name, one.place.partition(":")[0]) not in seen]
    types = [one for one in read.in_folder("breach-types") if not one.is_relative_to(read.folders[0])]
    found += [Slip(path, "form_label", one) for one in shared_labels(read) for path in types or read.folders[-1:]]
    return found


def _placed(sentence: str, guidance: Guidance) -> Slip:
    """What is wrong with a question of a body's own, in the last file of the name that the sentence begins with."""
    name, place, what = sentence.split(": ", 2)
    return Slip([*guidance.files(name)][-1], place, what)


def usable(guidance: Guidance) -> Guidance:
    """Return the guidance without the files of a body in which there is a slip: what is built in counts in their place.

    What then no longer holds together, such as a breach type that names an action of such a file, is left out too.
    """
    left_out: dict[Path, str] = {}
    found = guidance
    while True:
        wrong = {
            one.path: str(one)
            for one in reversed(slips(found))
            if not one.path.is_relative_to(guidance.folders[0])
            and one.path not in left_out
            and one.path not in guidance.folders
        }
        if not wrong:
            return found
        left_out |= wrong
        found = Guidance(guidance.folders, dict(left_out))
