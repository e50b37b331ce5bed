"""A mail message (.eml) -> one seed: its HTML part as a page, else its text part. S27: neither is there."""

from __future__ import annotations

import email
from email.errors import MessageError
from email.policy import EmailPolicy
from email.utils import parseaddr, parsedate_to_datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from email.message import EmailMessage, MIMEPart
    from email.policy import Policy

    from dateline.seeds.raw import Item, Raw

_SAID = 100  # characters of a date that is none
LONGEST = 2000  # characters of a header that are looked at
_WHOLE = ("content-location", "snapshot-content-location")  # these are looked at once; half an address is none


class _Policy(EmailPolicy):
    """The standard library's, which takes the square of a header's length to look at some: only their beginnings."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        return super().header_fetch_parse(name, value if name.lower() in _WHOLE else value[:LONGEST])


POLICY: Policy[EmailMessage] = _Policy()  # type: ignore[assignment]  # to the stubs it is one of any message


def read(raw: Raw) -> list[Item]:
    """The message."""
    return [of(raw, raw.data)]


def of(raw: Raw, data: bytes, number: int | None = None, line: int = 1) -> Item:
    """A message of the file, or all of it: subject, date and sender become fields; the sender's name is the outlet of a
    newsletter."""
    message: EmailMessage = email.message_from_bytes(data, policy=POLICY)
    plain, page = message.get_body(("plain",)), message.get_body(("html",))
    text = _content(plain)
    html = _content(page)
    if not text.strip() and not html.strip():
        return raw.problem("S27", "holds no text", "Save the message again, with its text.")
    fields = {
        "title": _header(message, "Subject"),
        "date": _date(message),
        "source": parseaddr(_header(message, "From"))[0],
    }
    whole = len(text.strip()) >= len(html) / 20  # some newsletters' text says no more than "open in browser"
    return raw.seed(text if whole else html, "export", fields, number, line)


def _content(part: MIMEPart | None) -> str:
    if part is None:
        return ""
    try:
        content = part.get_content()
    except (LookupError, ValueError, MessageError):
        payload = part.get_payload(decode=True)
        content = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    return str(content).replace("\r\n", "\n")


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name) or "")
    except (ValueError, IndexError, AttributeError, TypeError):  # the standard library stumbles over broken headers
        return ""


def _date(message: EmailMessage) -> str:
    # as it stands there: the standard library's own reading of this header may raise anything
    said = next((" ".join(str(value).split()) for name, value in message.raw_items() if name.casefold() == "date"), "")
    try:
        return parsedate_to_datetime(said[:LONGEST]).strftime("%Y-%m-%dT%H:%M")
    except (ValueError, TypeError, IndexError, OverflowError):
        return said[:_SAID].strip()  # what is wrong with it is said where it is read
