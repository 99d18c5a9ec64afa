"""The shapes of what guidance/forms.toml holds: how other people's forms read."""

from breach_wizard.records import Record

CORE = "core"
"""In forms.toml, the heading of the first section, which is no question's."""


class Furniture(Record):
    """What stands on a form and is no answer."""

    not_asked: tuple[str, ...] = ()  # labels and headings that no question here has
    titles: tuple[str, ...] = ()  # of a form, whole
    columns: tuple[str, ...] = ()  # heads of a table's columns
    guidance_columns: tuple[str, ...] = ()  # heads of a column that is left out
    placeholders: tuple[str, ...] = ()  # what stands in a box that nobody filled in
    placeholder_words: tuple[str, ...] = ()  # how one in square brackets begins
    hints: tuple[str, ...] = ()  # how the brackets behind a label begin that only explain it
    endings: tuple[str, ...] = ()  # how the form's own guidance begins, after the report
    reach: tuple[str, ...] = ()  # how the lines of an address begin


class AnswerWords(Record):
    """What stands in a box in place of an answer."""

    nothing: tuple[str, ...] = ()
    to_follow: tuple[str, ...] = ()


class ActionWords(Record):
    """The heads of the columns of a table of actions; then what stands in the column of the status."""

    text: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    planned: tuple[str, ...] = ()
    not_taken: tuple[str, ...] = ()


class Forms(Record):
    """How other people's forms read. All folders' words count together."""

    labels: dict[str, tuple[str, ...]]  # by question id; see forms.toml for "core" and "+"
    long_labels: dict[str, tuple[str, ...]]  # behind which an answer may stand with no colon
    headings: dict[str, tuple[str, ...]]  # labels that stay in the text
    furniture: Furniture
    answers: AnswerWords
    actions: ActionWords
    signs: dict[str, tuple[str, ...]]  # by breach type
