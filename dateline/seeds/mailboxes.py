"""Mailboxes (.mbox), as mail programs export a folder of newsletters or alerts -> one seed a message.

The standard library's `mailbox` reads from a path alone, and takes each line that begins with "From " for the first of
a message; so messages are parted here, by a line that also ends with a year, below a blank one. What is in each, the
reader of .eml tells. Problems: S27 messages without a text (one for all), S39 no message in it.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from dateline.model import Seed
from dateline.seeds import mail
from dateline.tools.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.seeds.raw import Item, Raw

_FROM = re.compile(rb"^From [^\r\n]{0,300}\b(?:19|20)\d\d(?: [+-]\d{4})?[ \t]{0,9}\r?\n", re.MULTILINE)
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)  # a line of a message that would begin another


def read(raw: Raw) -> list[Item]:
    """The messages with a text, in their order."""
    found: list[Item] = []
    silent: list[int] = []
    number = -1
    for number, (line, data) in enumerate(_messages(raw.data)):
        item = mail.of(raw, _QUOTED.sub(rb"\1", data), number, line)
        if isinstance(item, Seed):
            found.append(item)
        else:
            silent.append(line)
    if number < 0:
        hint = "Export the folder again as mbox, or put its messages in as .eml."
        return [raw.problem("S39", "is no mailbox: it does not begin with the line of a message, `From …`", hint)]
    if silent:
        message = f"has {counted(len(silent), 'message')} without a text"
        hint = "Save them again, with their text, or leave them."
        found.append(raw.problem("S27", message, hint, silent[0], "warning" if len(silent) <= number else "error"))
    return found


def _messages(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Each with the line on which it begins; nothing where the first does not begin the file."""
    found = [match for match in _FROM.finditer(data) if _is_apart(data, match.start())]
    if not found or data[: found[0].start()].strip():
        return
    line, counted_to = 1, 0
    for match, following in zip_longest(found, found[1:]):
        line += data.count(b"\n", counted_to, match.start())
        counted_to = match.start()
        yield line, data[match.end() : following.start() if following else len(data)]


def _is_apart(data: bytes, at: int) -> bool:
    """Whether what stands here begins a line, and a blank one or nothing is above it."""
    above = data[max(0, at - 4) : at]
    return above.endswith((b"\n\n", b"\n\r\n")) or (at < 4 and not above.strip())
