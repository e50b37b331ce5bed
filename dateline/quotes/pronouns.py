"""A pronoun beside a quote -> whom it means, where the words before it leave no choice.

It means the one who spoke last, or the one whom the last sentence with a name is about. What is known of the sex of
those who are named there rules some out, and may leave one of two.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from dateline.quotes import gender, sentences
from dateline.quotes.forms import NAME, QUOTE

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from dateline.model import Mention
    from dateline.quotes.grammar import Grammar
    from dateline.quotes.scene import Scene

_REACH = 500  # characters of the reporter's words between a name and a pronoun that may mean its bearer
_STEP = 3  # of them where the pronoun must follow at once
_SUBJECT_REACH = 60  # characters before a verb in which the word before it stands
_ANYBODY = "any"  # where one pronoun stands for women and men
_DASHES = ("—", "–", "-")
_TITLE_REACH = 12  # characters before a name in which Mr or Mrs stands


_NEXT = re.compile(rf"\s(?P<word>[a-z]+)\s{NAME}")


class Pronouns:
    """Those of one article, asked in the order of its text."""

    def __init__(self, scene: Scene, grammar: Grammar) -> None:
        self._scene = scene
        self._grammar = grammar
        self._heard: list[tuple[int, str]] = []  # where somebody was said to speak, and who; "" for nobody known
        self._genders: dict[str, str] = {}  # name -> "f" or "m", "" where it is not known
        self._begins = [mention.start for mention in scene.mentions]
        self._ends = [mention.end for mention in scene.mentions]

    def hear(self, at: int, name: str) -> None:
        """Note who speaks, as the quotes are read in their order."""
        self._heard.append((at, name))

    def bearer(self, at: int, end: int) -> str:
        """The canonical name of the one whom the pronoun between these places means, or nothing.

        No words at all are the subject that a verb leaves out: añadió.
        """
        sex = self._sex(at, end)
        name = self._meant(at, sex) if sex else ""
        if not name or not self._may_be(name, sex):
            return ""
        if sex != _ANYBODY:
            self._genders[name] = sex
        return name

    def may_mean(self, at: int, end: int, name: str) -> bool:
        """Whether the pronoun between these places may stand for somebody."""
        sex = self._sex(at, end)
        return bool(sex) and self._may_be(name, sex)

    def _sex(self, at: int, end: int) -> str:
        """Of a pronoun; nothing where it is nobody's who is looked for."""
        return self._grammar.pronouns.get(self._scene.text[at:end].lower(), "") if at < end else _ANYBODY

    def _meant(self, at: int, sex: str) -> str:
        scene = self._scene
        number = bisect_right(self._ends, at)
        begin = scene.sentence(scene.mentions[number - 1].start) if number else 0
        where, speaker = self._heard[-1] if self._heard else (-1, "")
        if where >= begin:  # in the last sentence with a name, or since
            begin = min(begin, scene.sentence(where)) if number else scene.sentence(where)
            behind = min(scene.sentence_end(where), at)
        elif number:
            behind = min(scene.sentence_end(scene.mentions[number - 1].start), at)
        else:
            return ""
        near = self._named(scene.mentions[bisect_left(self._begins, begin) : number], behind)
        name = speaker if where >= begin else self._foremost(near, begin, at, sex)
        rivals = any(other != name and self._may_be(other, sex) for other in near)
        return name if name and self._reaches(behind, at, at_once=rivals) else ""

    def _named(self, mentions: Sequence[Mention], end: int) -> set[str]:
        """Who is named, but not those of whose things somebody else speaks: Ann Example shared Bob Sample's view."""
        shadow = self._scene.shadow
        mentions = [each for each in mentions if not self._describes(each)]
        others = [each for each in mentions if shadow[each.end : each.end + 1] not in ("'", "’")]
        owned = others and not any(self._grammar.people.compiled.search(shadow, m.end, end) for m in mentions[:1])
        return {mention.name for mention in (others if owned else mentions)}

    def _bearer_of_title(self, mention: Mention | None) -> Mention | None:
        """Behind a name that is part of a title, the one who has the title."""
        if mention is None or not self._describes(mention):
            return mention
        number = bisect_right(self._begins, mention.start)
        return self._scene.mentions[number] if number < len(self._begins) else None

    def _describes(self, mention: Mention) -> bool:
        """Whether a name is part of somebody else's title: Example spokesman Bob Sample."""
        match = _NEXT.match(self._scene.shadow, mention.end)
        return match is not None and self._grammar.people.compiled.fullmatch(match["word"]) is not None

    def _reaches(self, behind: int, at: int, *, at_once: bool) -> bool:
        """Whether nobody else comes into view between a sentence and the pronoun."""
        since = self._scene.shadow[behind:at].replace(QUOTE, "")
        if len(since) <= _STEP:
            return True
        return (
            not at_once
            and len(since) <= _REACH
            and not self._grammar.people.compiled.search(since)
            and not self._somebody_speaks(behind, at)
        )

    def _foremost(self, near: Collection[str], begin: int, at: int, sex: str) -> str:
        """Of those whom a sentence names, the one whom it is about."""
        scene, grammar = self._scene, self._grammar
        found = sentences.speaker(scene, grammar, begin, min(scene.sentence_end(begin), at))
        speaking = scene.whose(found.start, found.end) if found and found.kind == "name" else None
        if speaking:
            return speaking.name
        match = sentences.about(scene, grammar, begin)
        if match is None:
            return ""
        subject = self._bearer_of_title(scene.whose(match.start("who"), match.end("who")))
        if len(near) == 1:
            return subject.name if subject else ""
        fit = [name for name in near if self._may_be(name, sex)]
        return fit[0] if len(fit) == 1 and self._gender(fit[0]) == sex else ""

    def _somebody_speaks(self, low: int, high: int) -> bool:
        """Whether a verb of speech has a subject that is no pronoun: somebody whom nobody tagged, or a paper."""
        grammar, shadow = self._grammar, self._scene.shadow
        for verb in grammar.reporting.compiled.finditer(shadow, low, high):
            words = shadow[max(low, verb.start() - _SUBJECT_REACH) : verb.start()].split()
            while words and (words[-1] in _DASHES or grammar.adverb.compiled.fullmatch(words[-1])):
                words.pop()
            if words and words[-1].lower() not in grammar.pronouns and QUOTE not in words[-1]:
                return True
        return False

    def _may_be(self, name: str, sex: str) -> bool:
        return sex == _ANYBODY or self._gender(name) in ("", sex)

    def _gender(self, name: str) -> str:
        """By Mr or Mrs, by the given name, or by the pronoun that stood for it."""
        if name not in self._genders:
            self._genders[name] = self._titled(name) or gender.of(name)
        return self._genders[name]

    def _titled(self, name: str) -> str:
        for mention in self._scene.mentions:
            if mention.name == name:
                before = self._scene.text[max(0, mention.start - _TITLE_REACH) : mention.start].split()
                sex = self._grammar.honorifics.get(before[-1], "") if before else ""
                if sex:
                    return sex
        return ""
