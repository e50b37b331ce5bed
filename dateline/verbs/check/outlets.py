"""Outlets that may stand under several names."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING

from dateline import addresses
from dateline.model import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.corpus import Corpus
    from dateline.tools.folder import Folder

SHORTEST = 3  # letters of a name
_PLAIN = re.compile(r"[^\W\d_][\w .’-]*\w")  # what YAML takes as it stands
_ADDRESS = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_ENDS_OF_ADDRESSES = re.compile(r"(?:\.(?:com?|org|net|ac|gov|edu))?\.[a-z]{2,7}$")  # coast.co.uk, coast.example


def called_twice(folder: Folder, made: Corpus) -> Iterator[Problem]:
    """An outlet has one name, and one page: Coast News, The Coast News and coastnews.example are likely one."""
    counts = Counter(entry.article.source for entry in made.entries if entry.article.source)
    alike: dict[str, list[str]] = {}
    for name in sorted(counts, key=lambda name: (-counts[name], name)):
        alike.setdefault(_letters(name), []).append(name)
    for letters, (first, *others) in alike.items():
        if others and len(letters) >= SHORTEST:
            also = ", ".join(f"'{name}'" for name in others)
            message = f"one outlet may stand under several names: '{first}', {also}"
            listed = ", ".join(map(_in_yaml, others))
            hint = f"If it is one, write under `sources:` the lines `- name: {_in_yaml(first)}` and `also: [{listed}]`."
            yield Problem(folder.shown(folder.config), 0, "F26", message, hint, "note")


def _in_yaml(name: str) -> str:
    return name if _PLAIN.fullmatch(name) else json.dumps(name, ensure_ascii=False)


def _letters(source: str) -> str:
    """An outlet's name, or the name in its address, as far as it tells one from another."""
    if _ADDRESS.fullmatch(source):
        source = _ENDS_OF_ADDRESSES.sub("", source.casefold().removeprefix("www."))
    return addresses.slugify(source).removeprefix("the-").replace("-", "")
