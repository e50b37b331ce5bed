"""Where a speaker stands -> the canonical name: of a name at once, of a pronoun or a title only where it is sure."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from dateline.quotes import gender, sentences
from dateline.quotes.forms import QUOTE
from dateline.quotes.pronouns import Pronouns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.model import Mention
    from dateline.quotes.found import Found
    from dateline.quotes.grammar import Grammar
    from dateline.quotes.scene import Scene

_TITLE_REACH = 60  # characters before a name in which its bearer's title stands
_TITLE_HOLDS = 3000  # characters after a name in which its bearer's title alone still means its bearer
_OBLIQUE = "according-to"  # of rules behind whose words a name is in another case
_ELIDED = re.compile(r"\b([Ll]['’])(?=\w)")  # l'actrice: an article and a noun
_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*\.?")


class Cast:
    """The people of one article, asked in the order of its text who speaks."""

    def __init__(self, scene: Scene, grammar: Grammar) -> None:
        self._scene = scene
        self._grammar = grammar
        self._pronouns = Pronouns(scene, grammar)
        self._titles: dict[str, set[tuple[str, ...]]] | None = None

    def name(self, found: Found) -> str:
        """The canonical name of the speaker, or nothing."""
        if found.kind == "name":
            mention = self._scene.whose(found.start, found.end)
            name = mention.name if mention and self._is_subject(found, mention) else ""
        elif found.kind == "pronoun":
            name = self._pronouns.bearer(found.start, found.end) or self._titled_before(found)
        else:
            name = self._title_bearer(found)
        self._pronouns.hear(found.start, name)
        return name

    def _titled_before(self, found: Found) -> str:
        """A pronoun means the one who speaks in the sentence before by a title: The senator said so. “…,” she added."""
        scene = self._scene
        end = scene.sentence(found.start)
        while end and scene.shadow[end - 1].isspace():
            end -= 1
        begin = scene.sentence(end - 1) if end else 0
        if not end or scene.whose(begin, end) or QUOTE in scene.shadow[begin:end]:
            return ""
        before = sentences.speaker(scene, self._grammar, begin, end)
        name = self._title_bearer(before) if before and before.kind == "role" else ""
        return name if name and self._pronouns.may_mean(found.start, found.end, name) else ""

    def _is_subject(self, found: Found, mention: Mention) -> bool:
        """Whether a name is in the case of a subject, as far as its form tells: not the one who is told something."""
        word, last = mention.text.rpartition(" ")[2], mention.name.rpartition(" ")[2]
        inflected = self._grammar.cases and word.isascii() == last.isascii()
        return not inflected or word == last or found.rule.startswith(_OBLIQUE)

    def _title_bearer(self, found: Found) -> str:
        words = _ELIDED.sub(r"\1 ", self._scene.text[found.start : found.end]).split()
        if len(words) == 2 and words[0] in self._grammar.honorifics:
            return self._surname_bearer(self._grammar.honorifics[words[0]], words[1])
        if len(words) > 1 and (name := self._untagged(words)):
            return name
        if len(words) < 2 or words[0].lower() not in self._grammar.definite:
            return ""
        title = tuple(_words(" ".join(words[1:]), self._grammar))
        if self._grammar.noun_first:
            title = self._title(title)
        if not title:
            return ""
        if self._titles is None:
            self._titles = self._collect()
        bearers = [name for name, titles in self._titles.items() if any(self._same(title, one) for one in titles)]
        return bearers[0] if len(bearers) == 1 and self._is_near(bearers[0], title, found.start) else ""

    def _untagged(self, words: Sequence[str]) -> str:
        """Whose name ends with all of the words, in a place where nobody tagged it."""
        same = {each.name for each in self._scene.mentions if each.name.split()[-len(words) :] == words}
        return same.pop() if len(same) == 1 else ""

    def _surname_bearer(self, sex: str, surname: str) -> str:
        """M. Example: the one of that surname, whose given name must agree; Mme Example may be his wife."""
        bearers = {each.name for each in self._scene.mentions if each.name.rpartition(" ")[2] == surname}
        name = bearers.pop() if len(bearers) == 1 else ""
        return name if name and gender.of(name) == sex else ""

    def _same(self, title: tuple[str, ...], one: tuple[str, ...]) -> bool:
        if self._grammar.noun_first:
            return one[: len(title)] == title
        if one[-len(title) :] != title:
            return False
        return len(one) == len(title) or one[-len(title) - 1] not in self._grammar.qualifiers

    def _is_near(self, name: str, title: tuple[str, ...], at: int) -> bool:
        """Whether the bearer was named before, and no other bearer of the title without a name came between.

        Where a title's noun stands first, a short title may be anybody's who was named since: the researcher.
        """
        earlier = [mention for mention in self._scene.mentions if mention.name == name and mention.end <= at]
        if not earlier or at - earlier[-1].end > _TITLE_HOLDS:
            return False
        behind = earlier[-1].end
        if self._grammar.noun_first and (own := self._grammar.aside.compiled.match(self._scene.shadow, behind)):
            behind = own.end()
        between = _words(self._scene.shadow[behind:at].replace(QUOTE, " "), self._grammar)
        definite = self._grammar.definite
        if self._grammar.noun_first:
            places = [i for i, word in enumerate(between) if word == title[0]]
            ends = [i + len(title) for i in places]
            same = all(tuple(between[end - len(title) : end]) == title for end in ends)
            alone = len(title) > 1 or not any(earlier[-1].end < each.end <= at for each in self._scene.mentions)
            return same and alone and not any(between[end] in self._grammar.linking for end in ends if between[end:])
        noun = title[-1]
        return all(between[i - 1] in definite for i, word in enumerate(between) if i and word == noun)

    def _title(self, words: Sequence[str]) -> tuple[str, ...]:
        """What of some words is a title that begins with its noun: of "the minister in his letter" the minister."""
        grammar = self._grammar
        cut = next((i for i, word in enumerate(words) if word in grammar.foreign), len(words))
        while cut and (words[cut - 1] in grammar.linking or words[cut - 1] in grammar.definite):
            cut -= 1
        return tuple(words[:cut])

    def _collect_noun_first(self, mention: Mention) -> Iterator[tuple[str, ...]]:
        """The minister of trade, Ann Example · the minister Ann Example · Ann Example, minister of trade,"""
        grammar, shadow = self._grammar, self._scene.shadow
        before = grammar.apposed.compiled.search(shadow, max(0, mention.start - _TITLE_REACH), mention.start)
        for match in (before, grammar.aside.compiled.match(shadow, mention.end)):
            words = _words(match["words"], grammar) if match else []
            people = grammar.people.compiled.findall(" ".join(words))
            whole = bool(words) and people == words[:1] and self._title(words) == tuple(words)
            # "The minister thanked Ann Example" is none
            if match and whole and (len(words) == 1 or "," in match.group()):
                yield tuple(words)

    def _collect(self) -> dict[str, set[tuple[str, ...]]]:
        """Name -> the descriptions before and behind it, in words."""
        found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        shadow = self._scene.shadow
        for mention in self._scene.mentions:
            if self._grammar.noun_first:
                found[mention.name].update(self._collect_noun_first(mention))
                continue
            match = self._grammar.title.compiled.search(shadow, max(0, mention.start - _TITLE_REACH), mention.start)
            words = _words(match.group(), self._grammar) if match else []
            if words and self._grammar.people.compiled.fullmatch(words[-1]):  # and not "the report Ann Example wrote"
                found[mention.name].add(tuple(words))
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
