"""The shapes of what guidance/messages.toml holds: the messages ready to copy."""

from breach_wizard.records import Record
from breach_wizard.text import NOT_KNOWN


class Variants(Record):
    """Words of a message by whether it is still going on; ``published``: the statistics are out since.

    Where ``over`` or ``published`` is empty, the one before it is said; for ``unknown`` it is ``ongoing``, and for
    ``access``, where it is over because access was taken away, ``over``.
    """

    ongoing: str = ""
    over: str = ""
    published: str = ""
    unknown: str = ""
    access: str = ""

    def by(self, ongoing: object, *, by_access: bool = False) -> str:
        """Return the words for an answer; where there is none, all of them in brackets, for the user to choose."""
        over = (self.access if by_access else "") or self.over or self.ongoing
        published = self.published or over
        if ongoing is None:
            several = list(dict.fromkeys((self.ongoing, over, published)))
            return f"[{' / '.join(several)}]" if len(several) > 1 else self.ongoing
        if ongoing == NOT_KNOWN:
            return self.unknown or self.ongoing
        if isinstance(ongoing, bool):
            return self.ongoing if ongoing else over
        return published


class Message(Record):
    """A text ready to copy. ``[title]`` and the like are filled in from the answers where they are known."""

    id: str
    types: tuple[str, ...]  # the breach types it is for
    to: str  # "To the Head of Profession"
    body: str
    subject: str = ""
    note: str = ""  # how to send it, shown above
    standing: Variants = Variants()  # what stands for [standing], by whether it is still going on
    needed: Variants = Variants()  # what stands for [needed], likewise
    market_sensitive: str = ""  # what stands for [inside], unless the statistics are known not to be market sensitive
    when_written: bool = False  # offered once the report is written, and not before
