"""The vocabulary that Dateline ships + content/vocabulary/*.yaml -> Vocabulary, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.vocabulary import shipped, site_files
from dateline.vocabulary.entries import Country, Person, Role, Topic, Vocabulary

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.model import Problem

__all__ = ["Country", "Person", "Role", "Topic", "Vocabulary", "load"]


def load(folder: Path, shown_as: str = "content/vocabulary", language: str = "en") -> tuple[Vocabulary, list[Problem]]:
    """What Dateline ships, changed by the people.yaml, countries.yaml and topics.yaml of `folder`.

    Countries are named in `language` (BCP 47). A file that is not there changes nothing; a mistake is
    reported, and the entry or value in which it stands is left out.
    """
    return site_files.apply(shipped.load(language), folder, shown_as)
