"""Where a speaker stands -> the canonical name: of a name at once, of a pronoun or a title only where it is sure."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from dateline.quotes import speech
from dateline.quotes.grammar import QUOTE

if TYPE_CHECKING:
    from dateline.model import Mention
    from dateline.quotes.grammar import Grammar
    from dateline.quotes.scene import Scene
    from dateline.quotes.speech import Found

_REACH = 500  # characters of the reporter's words between a name and a pronoun that may mean its bearer
_STEP = 3  # of them where the pronoun must follow at once
_SUBJECT_REACH = 60  # characters before a verb in which the word before it stands
_TITLE_REACH = 60  # characters before a name in which its bearer's title stands
_TITLE_HOLDS = 3000  # characters after a name in which its bearer's title alone still means its bearer
_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*\.?")


class Cast:
    """The people of one article, asked in the order of its text who speaks."""

    def __init__(self, scene: Scene, grammar: Grammar) -> None:
        self._scene = scene
        self._grammar = grammar
        self._heard: list[tuple[int, str]] = []  # where somebody was said to speak, and who; "" for nobody known
        self._pronoun: dict[str, str] = {}  # name -> the pronoun that stood for it
        self._begins = [mention.start for mention in scene.mentions]
        self._ends = [mention.end for mention in scene.mentions]
        self._titles: dict[str, set[tuple[str, ...]]] | None = None

    def name(self, found: Found) -> str:
        """The canonical name of the speaker, or nothing."""
        if found.kind == "name":
            mention = self._scene.whose(found.start, found.end)
            name = mention.name if mention else ""
        elif found.kind == "pronoun":
            name = self._pronoun_bearer(found)
        else:
            name = self._title_bearer(found)
        self._heard.append((found.start, name))
        return name

    def _pronoun_bearer(self, found: Found) -> str:
        pronoun = self._grammar.pronouns.get(self._scene.text[found.start : found.end].lower(), "")
        anchor = self._anchor(found.start) if pronoun else None
        if anchor is None or not self._agrees(anchor.name, pronoun):
            return ""
        self._pronoun[anchor.name] = pronoun
        return anchor.name

    def _anchor(self, at: int) -> Mention | None:
        """The one person whom the words before a pronoun are about."""
        scene = self._scene
        number = bisect_right(self._ends, at)
        if not number:
            return None
        last = scene.mentions[number - 1]
        begin = scene.sentence(last.start)
        near = scene.mentions[bisect_left(self._begins, begin) : number]
        behind = min(scene.sentence_end(last.start), at)
        since = scene.shadow[behind:at].replace(QUOTE, "")
        if any(mention.name != last.name for mention in near):
            return self._last_to_speak(begin, at) if len(since) <= _STEP else None
        anchor = next((mention for mention in near if self._is_subject(mention, begin)), None)
        if anchor is None or any(not name for where, name in self._heard if anchor.end < where < at):
            return None
        if len(since) > _REACH or self._grammar.people.compiled.search(since) or self._somebody_speaks(behind, at):
            return None
        return anchor

    def _somebody_speaks(self, low: int, high: int) -> bool:
        """Whether a verb of speech has a subject that is no pronoun: somebody whom nobody tagged, or a paper."""
        grammar, shadow = self._grammar, self._scene.shadow
        for verb in grammar.reporting.compiled.finditer(shadow, low, high):
            words = shadow[max(low, verb.start() - _SUBJECT_REACH) : verb.start()].split()
            while words and words[-1] in grammar.adverbs:
                words.pop()
            if words and words[-1].lower() not in grammar.pronouns and QUOTE not in words[-1]:
                return True
        return False

    def _last_to_speak(self, begin: int, at: int) -> Mention | None:
        """The speaker of the sentence directly before, whoever else it names: Ann said that she had met Bob."""
        found = speech.indirect(self._scene, self._grammar, begin, at)
        return self._scene.whose(found.start, found.end) if found and found.kind == "name" else None

    def _is_subject(self, mention: Mention, begin: int) -> bool:
        if any(begin <= where < mention.end and name == mention.name for where, name in self._heard):
            return True
        match = speech.subject(self._scene, self._grammar, begin)
        return match is not None and match.end("who") >= mention.end

    def _agrees(self, name: str, pronoun: str) -> bool:
        if self._pronoun.get(name, pronoun) != pronoun:
            return False
        others = [words for key, words in self._grammar.honorifics.items() if key != pronoun]
        for mention in self._scene.mentions:
            if mention.name == name:
                before = self._scene.text[max(0, mention.start - 12) : mention.start].split()
                if before and any(before[-1] in words for words in others):
                    return False
        return True

    def _title_bearer(self, found: Found) -> str:
        words = self._scene.text[found.start : found.end].split()
        if len(words) < 2 or words[0].lower() not in self._grammar.definite:
            return ""
        title = tuple(_words(" ".join(words[1:]), self._grammar))
        if not title:
            return ""
        if self._titles is None:
            self._titles = self._collect()
        bearers = [name for name, titles in self._titles.items() if any(self._same(title, one) for one in titles)]
        return bearers[0] if len(bearers) == 1 and self._is_near(bearers[0], title[-1], found.start) else ""

    def _same(self, title: tuple[str, ...], one: tuple[str, ...]) -> bool:
        if one[-len(title) :] != title:
            return False
        return len(one) == len(title) or one[-len(title) - 1] not in self._grammar.qualifiers

    def _is_near(self, name: str, noun: str, at: int) -> bool:
        """Whether the bearer was named before, and no other bearer of the title without a name came between."""
        earlier = [mention for mention in self._scene.mentions if mention.name == name and mention.end <= at]
        if not earlier or at - earlier[-1].end > _TITLE_HOLDS:
            return False
        between = _words(self._scene.shadow[earlier[-1].end : at].replace(QUOTE, " "), self._grammar)
        definite = self._grammar.definite
        return all(between[i - 1] in definite for i, word in enumerate(between) if i and word == noun)

    def _collect(self) -> dict[str, set[tuple[str, ...]]]:
        """Name -> the descriptions before and behind it, in words."""
        found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        shadow = self._scene.shadow
        for mention in self._scene.mentions:
            match = self._grammar.title.compiled.search(shadow, max(0, mention.start - _TITLE_REACH), mention.start)
            if match:
                found[mention.name].add(tuple(_words(match.group(), self._grammar)))
            behind = self._grammar.aside.compiled.match(shadow, mention.end)
            if behind:
                words = _words(behind["words"], self._grammar)
                cut = next((i for i, word in enumerate(words) if word in self._grammar.linking), len(words))
                if cut and self._grammar.people.compiled.fullmatch(words[cut - 1]):  # and not ", the report says"
                    found[mention.name].add(tuple(words[:cut]))
        return found


def _words(text: str, grammar: Grammar) -> list[str]:
    """In lower case, abbreviations written out."""
    return [grammar.abbreviations.get(word, word.lower().rstrip(".")) for word in _WORD.findall(text)]
