"""A file's bytes -> its seeds and its problems, apart."""

from __future__ import annotations

from dateline import seeds
from dateline.model import Problem, Seed

TITLE = "Harbour closes for a month"
TEXT = "The council closed the harbour for a month on Monday.\n\nDivers will look at the wall."
RECORD = {"title": TITLE, "text": TEXT, "published_at": "2021-05-25T16:17:00+03:00", "link": "https://example.org/a"}


def read(path: str, data: bytes | str) -> tuple[list[Seed], list[Problem]]:
    found = seeds.read(path, data if isinstance(data, bytes) else data.encode())
    return [item for item in found if isinstance(item, Seed)], [item for item in found if isinstance(item, Problem)]
