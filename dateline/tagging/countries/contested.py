"""A name of several places + the article -> the one that is meant (Georgia, Congo, Korea, Indian)."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any

LOCAL_WORDS = 3  # different ones; fewer are usual in news of the world


class Contested:
    """The `contested` list of contexts.yaml, ready to be asked."""

    def __init__(self, entries: list[dict[str, Any]]) -> None:
        self._entries: dict[str, tuple[str, dict[str, _Words]]] = {}
        for entry in entries:
            words = {code: _Words(cues) for code, cues in entry["for"].items()}
            for form in entry["forms"]:
                self._entries[form] = (entry["else"] or "", words)

    def __contains__(self, form: str) -> bool:
        return form in self._entries

    def decide(self, form: str, text: str) -> str:
        """The ISO code, or nothing where it is no country; the reading with the most distinct words wins."""
        default, words = self._entries[form]
        votes = {code: len(cues.said(text)) for code, cues in words.items()}
        best = max(votes.values())
        winners = [code for code, count in votes.items() if count == best]
        return default if best == 0 or len(winners) > 1 or default in winners else winners[0]


class Towns:
    """The `towns` list of contexts.yaml, ready to be asked."""

    def __init__(self, entry: dict[str, Any]) -> None:
        self._names = frozenset(entry["names"])
        self._local = _Words(entry["local"])

    def __contains__(self, form: str) -> bool:
        return form in self._names

    def is_local(self, text: str, least: int = LOCAL_WORDS) -> bool:
        """True where the article has `least` different words of local news."""
        return len(self._local.said(text)) >= least


class _Words:
    """Cues that are looked for as whole words, also with an s behind them."""

    def __init__(self, cues: list[str]) -> None:
        self._cues = tuple(cues)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        listed = sorted(self._cues, key=len, reverse=True)
        return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, listed))})s?(?!\w)")

    def said(self, text: str) -> set[str]:
        """Those that the text has. Most texts have none of them in any word, which is seen in a tenth of the time."""
        return set(self._pattern.findall(text)) if any(cue in text for cue in self._cues) else set()
