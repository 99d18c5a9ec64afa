"""The text of an email, and the files that go with it."""

from email import message_from_bytes, policy
from email.message import EmailMessage


def mail_text(data: bytes) -> str:
    """Return the plain text of an email; empty where it has none."""
    body = _mail(data).get_body(("plain",))
    return body.get_content().replace("\r\n", "\n") if body is not None else ""


def mail_attachments(data: bytes) -> dict[str, bytes]:
    """Return the files of an email by name."""
    found = ((part.get_filename() or "", part.get_payload(decode=True)) for part in _mail(data).iter_attachments())
    return {name: part for name, part in found if isinstance(part, bytes)}


def _mail(data: bytes) -> EmailMessage:
    return message_from_bytes(data, policy=policy.default)
