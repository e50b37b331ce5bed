"""Scene -> who speaks in paragraphs that begin with a name and a colon: Ann Example, minister of trade: “…”

In an interview such a label may be what is spoken of. So a name must be whole or have its title beside it, and no other
label of the text may be a topic.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from dateline.quotes import subjects
from dateline.quotes.forms import NAME
from dateline.quotes.found import Found

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.quotes.grammar import Grammar
    from dateline.quotes.scene import Scene

_RULE = "quotes.label"
_LONGEST = 160  # characters of a label
_TOPIC = 60  # of one that names a topic


def _line(text: str, at: int) -> int | None:
    """Where the line begins in which a place is, if that is near."""
    begin = text.rfind("\n", max(0, at - _LONGEST), at) + 1
    return begin if begin or at <= _LONGEST else None


class Labels:
    """Those of one article."""

    def __init__(self, scene: Scene, grammar: Grammar) -> None:
        self._scene = scene
        self._grammar = grammar

    def speaker(self, number: int) -> Found | None:
        """Whom the label of a quote names."""
        scene = self._scene
        at = scene.spans[number].outer_start
        if not scene.shadow[max(0, at - 3) : at].rstrip().endswith(":"):
            return None
        begin = _line(scene.shadow, at)
        if begin is None:
            return None
        match = self._grammar.label.compiled.fullmatch(scene.shadow, begin, at)
        mention = scene.whose(match.start("who"), match.end("who")) if match else None
        if match is None or mention is None or self._topical:
            return None
        words = scene.shadow[match.start("who") : mention.start].split()
        if words and not self._is_title(words):
            return None
        if " " not in mention.text and match.group().rstrip(": ") == NAME * len(mention.text):
            return None
        return Found("name", match.start("who"), match.end("who"), _RULE.removeprefix("quotes."), stop=match.end())

    def _is_title(self, words: Sequence[str]) -> bool:
        """Whether words before a name are its title, and not: The case of Ann Example, Fall Anna Muster."""
        return subjects.is_title(self._grammar, words) or (self._grammar.title_case and words[-1][0].isupper())

    @cached_property
    def _topical(self) -> bool:
        """Whether a label of the text names nobody: The final: “We were lucky.”"""
        scene, grammar = self._scene, self._grammar
        for span in scene.spans:
            begin = _line(scene.shadow, span.outer_start)
            label = "" if begin is None else scene.shadow[begin : span.outer_start].rstrip()
            if label.endswith(":") and len(label) <= _TOPIC and NAME not in label:
                words = label[:-1]
                if not grammar.verb.compiled.search(words) and not grammar.people.compiled.search(words):
                    return True
        return False
