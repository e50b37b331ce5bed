"""Saved web pages -> one seed each, its text the HTML; and MHTML, where the page is one part of a mail message."""

from __future__ import annotations

import email
import re
from importlib.util import find_spec
from typing import TYPE_CHECKING

from dateline.seeds import decoding
from dateline.seeds.mail import POLICY

if TYPE_CHECKING:
    from email.message import EmailMessage

    from dateline.model import Problem
    from dateline.seeds.raw import Item, Raw

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w:.-]+)", re.IGNORECASE)
_SAVED_FROM = re.compile(
    r"<!--\s*saved from url=\(\d+\)(?P<browser>\S+?)\s*-->|<!--\s*Page saved with SingleFile\s+url: (?P<extension>\S+)"
    r"|\b__wm\.wombat\(\s*\"(?P<archive>[^\"\s]+)\""  # what the Wayback Machine puts into each page that it shows
)
_DEFAULT_PORT = re.compile(r"(?<=\w):80(?=/|$)")  # as that archive has it
_LOOKS_LIKE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_ANY_TAG = re.compile(r"<(?:p|div|h[1-6]|body|html|article|br|span|a|meta|title)\b[^<>]*>", re.IGNORECASE)
PACKAGES = ("lxml", "trafilatura", "htmldate")
HEAD = 20_000  # characters in which a page says that it is one, and where it comes from


def read(raw: Raw) -> list[Item]:
    """The page; a file without a single tag is a text, whatever its name says."""
    text = decode(raw.data)
    if not _ANY_TAG.search(text):
        return [raw.seed(text)]
    return [missing(raw) or raw.seed(text, "page", {"url": saved_from(text)})]


def missing(raw: Raw) -> Problem | None:
    """S50: the packages that take an article out of its page are an extra, and not there."""
    lacking = [name for name in PACKAGES if find_spec(name) is None]
    if not lacking:
        return None
    hint = "Install what pages need with: pip install 'dateline[pages]'"
    return raw.problem("S50", f"needs the package {' and '.join(lacking)}", hint)


def looks_like_page(text: str) -> bool:
    """Whether a text begins as a page does."""
    return bool(_LOOKS_LIKE.match(text[:HEAD]))


def saved_from(text: str) -> str:
    """The address that a browser or a web archive wrote into the page as it saved it."""
    match = _SAVED_FROM.search(text[:HEAD])
    if match is None:
        return ""
    return match["browser"] or match["extension"] or _DEFAULT_PORT.sub("", match["archive"], count=1)


def decode(data: bytes) -> str:
    """The HTML. What it says of its own encoding counts only where the bytes are neither marked nor UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        if (match := _CHARSET.search(data[:HEAD])) and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            declared = match[1].decode("ascii", "ignore")
            if declared.casefold().replace("-", "") not in ("utf8", "utf16"):
                try:
                    return data.decode(declared).replace("\r\n", "\n").replace("\r", "\n")
                except (LookupError, UnicodeDecodeError):
                    pass  # it says what it is not
    return decoding.decode(data)


def read_mhtml(raw: Raw) -> list[Item]:
    """The first HTML part. S54: there is none."""
    message: EmailMessage = email.message_from_bytes(raw.data, policy=POLICY)
    for part in message.walk():
        if part.get_content_type() != "text/html":
            continue
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes):
            continue
        address = str(message.get("Snapshot-Content-Location") or part.get("Content-Location") or "")
        try:
            charset = part.get_content_charset()
            text = content.decode(charset) if charset else decode(content)
        except (LookupError, UnicodeDecodeError):
            text = decode(content)
        fields = {"url": address if address.startswith("http") else saved_from(text)}
        return [missing(raw) or raw.seed(text.replace("\r\n", "\n"), "page", fields)]
    return [raw.problem("S54", "holds no page", "Save the page again, as HTML or as a single file.")]
