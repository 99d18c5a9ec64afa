"""A draft of an email with the report: as plain text in it, and as files beside it. Nothing is sent."""

from collections.abc import Mapping
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import PurePath

from breach_wizard.exports import FORMATS, load, plain_text
from breach_wizard.exports.content import Content, content
from breach_wizard.exports.email_address import checked
from breach_wizard.exports.furniture import BARE, Furniture
from breach_wizard.exports.mail_text import mail_text
from breach_wizard.exports.naming import file_name
from breach_wizard.guidance import Guidance
from breach_wizard.interview.paths import get
from breach_wizard.report import Report, to_answers

EXTENSION = ".eml"
BINARY = False
LABEL = "Email"
HINT = "A draft to your Head of Profession with the report in it. It is not sent."
ATTACHED = ("markdown", "word")
"""The formats that go with it, as far as they are there."""

TYPES = {
    ".md": ("text", "markdown", {"charset": "utf-8"}),
    ".docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document", {}),
}
OTHER_TYPE: tuple[str, str, dict[str, str]] = ("application", "octet-stream", {})

# Fixed, so that the same report gives the same bytes. It can't stand in a part: neither quoted-printable nor base64
# writes "=_".
BOUNDARY = "=_breach-report_="
SUBJECT_LENGTH = 150
TITLE_LENGTH = 33
"""Of the output in the name of an attachment: a name that has no room on a line is written in pieces, and some mail
programs then show none."""

FOR_THE_HEAD_OF_PROFESSION = "For the Head of Profession for Statistics or Lead Official"
WANTED = "By [day and time]: whether a formal report goes in, and your approval of the draft"
WANTED_OF_THE_APPROVED = "By [day and time]: whether it goes in as a formal report"
UNSAID = "[yes / no / not known]"
"""Square brackets are for the user to fill in: the email is a draft."""


def render(report: Report, guidance: Guidance, furniture: Furniture = BARE) -> bytes:
    """Return the draft with every attachment there is, addressed to nobody."""
    return draft(report, guidance, attachments=attachments(report, guidance, furniture), furniture=furniture)


def held(data: bytes, _: Guidance) -> str:
    """Return the plain text of the email."""
    return mail_text(data)


def attachments(report: Report, guidance: Guidance, furniture: Furniture = BARE) -> dict[str, bytes]:
    """Return the files that go with the report, by name."""
    there = [load(name) for name in ATTACHED if name in FORMATS]
    name = file_name(report, TITLE_LENGTH)
    return {f"{name}{one.EXTENSION}": one.render(report, guidance, furniture) for one in there}


def draft(
    report: Report,
    guidance: Guidance,
    *,
    to: str = "",
    for_submission: bool = False,
    attachments: Mapping[str, bytes],
    furniture: Furniture = BARE,
) -> bytes:
    """Return an email that a mail program opens as one not yet sent.

    Args:
        report: what it is about.
        guidance: in which the words for its parts are.
        to: the address it goes to; empty leaves that to the user.
        for_submission: is it the formal report, and not for the Head of Profession to look at first?
        attachments: the files that go with it, by name.
        furniture: what the body puts around it.

    Raises:
        InputError: an address is none.
    """
    said = content(report, guidance)
    mail = EmailMessage(policy=SMTP.clone(refold_source="none"))
    mail.set_raw("Subject", _encoded(subject(report, guidance, furniture)))
    if to:
        mail["To"] = checked(to)
    mail["X-Unsent"] = "1"
    above = [text for text in (furniture.notice, furniture.marking) if text]
    if not furniture.notice:  # a copy for publication is no report to anybody
        above += _outward(said) if for_submission else _inward(said, report, guidance)
    body = "\n\n".join([*above, plain_text.render(said)])
    mail.set_content(body, cte="quoted-printable")
    for name, data in attachments.items():
        maintype, subtype, params = TYPES.get(PurePath(name).suffix, OTHER_TYPE)
        mail.add_attachment(data, maintype=maintype, subtype=subtype, filename=name, params=params)
    if mail.is_multipart():
        mail.set_boundary(BOUNDARY)
    return mail.as_bytes()


def subject(report: Report, guidance: Guidance, furniture: Furniture = BARE) -> str:
    """Return "Possible breach of the Code: early release, Labour market overview", on one line and not too long.

    A marking stands before it; of a copy for publication it says that it is one.
    """
    noun = guidance.types[report.breach_type].noun
    title = "" if isinstance(report.outputs, str) else report.outputs[0].title.strip("?")
    marking = f"{furniture.marking}: " if furniture.marking else ""
    copy = "Copy for publication: " if furniture.notice else ""
    line = " ".join(f"{copy}{marking}Possible breach of the Code: {noun}{', ' if title else ''}{title}".split())
    if len(line) > SUBJECT_LENGTH:
        line = f"{line[: SUBJECT_LENGTH - 1].rstrip()}…"
    # "=?" would begin what the email standard decodes, and what is decoded could hold a line break.
    return line.replace("=?", "= ?")


def _encoded(line: str) -> str:
    """The subject as it stands in the file; the policy's own folding doubles spaces in some versions of Python."""
    return Header(line, "us-ascii" if line.isascii() else "utf-8", header_name="Subject").encode(linesep="\r\n")


def _inward(said: Content, report: Report, guidance: Guidance) -> list[str]:
    """What the Head of Profession reads first: which output, what, when, how sensitive, and what is wanted."""
    rows = {row.id: row.value.text for row in reversed(said.rows)}  # the first of each
    told = {
        "Output": " ".join(rows["outputs"].split()),
        "What": guidance.types[report.breach_type].noun,
        "When": rows["occurrences"],
        "Market sensitive": rows.get("market_sensitive", UNSAID),
        "Wanted from you": WANTED_OF_THE_APPROVED if _is_approved(report, guidance) else WANTED,
    }
    lines = "\n".join(f"{name}: {value}" for name, value in told.items())
    state = "It is approved." if _is_approved(report, guidance) else "It is not yet approved."
    return [
        FOR_THE_HEAD_OF_PROFESSION,
        lines,
        f"{_attached(said)} {state}",
        "It may hold figures that are not yet published: pass it on only to those who may see them.",
        *_to_follow(said),
    ]


def _is_approved(report: Report, guidance: Guidance) -> bool:
    return isinstance(get(to_answers(report, guidance), ("approved",)), dict)


def _outward(said: Content) -> list[str]:
    return [_attached(said), *_to_follow(said)]


def _attached(said: Content) -> str:
    return f"The {said.title[0].lower()}{said.title[1:]} is below as plain text, and attached."


def _to_follow(said: Content) -> list[str]:
    follow = [f"- {one}" for one in said.to_follow]
    return ["\n".join(["To follow, not known yet:", *follow])] if follow else []
