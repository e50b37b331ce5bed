"""The words around a country's name -> what else it may be there: a language, a school, a town, a person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.tagging.countries.lexicon import Hit

REACH = 48  # characters looked at on either side of a name; no rule needs more than four words
SENTENCE = 160  # characters on either side in which its sentence is looked for
_LAST_WORD = re.compile(r"[\w'’.&-]+\Z")
_BLANKS = " \u00a0\n\t"
_WORD_AFTER = re.compile(r"[ \u00a0](?:(?:le|la|de|du|del|van|von|den|der|bin|al)[ \u00a0])?([\w'’&-]+)")
_NOUN_AFTER = re.compile(r"[ \u00a0-][a-zà-ÿ]{3,}|[ \u00a0][A-Z]")
_NO_NOUNS = re.compile(
    r"[ \u00a0](?:and|or|but|as|at|is|was|are|were|by|for|to|from|in|into|on|with|when|while|who|which|that|than|then|"
    r"the|his|her|their|too|alike|so|if|because|before|after|during|rather|only|well|through|fluently|about|instead|has|had|have|can|not|would|will|could)\b"
)
# "the French" are people, and "is French" is of a person as often as not
_NO_LANGUAGE_AFTER = frozenset({"the", "a", "an", "is", "are", "was", "were", "be", "been", "being", "as"})
_SENTENCE_END = re.compile(r"[.!?][\s\"”’)]|\n")
# With a full stop only what may be short for a name: in "He went to Amman. Jordan said" a sentence ends.
_NAME = re.compile(r"[A-ZÀ-Þ](?:\.|[a-zà-ÿ]{1,3}\.|[a-zà-ÿ'’]+[\w'’-]*|\w*[a-z]\w*)\Z")
_LIST_GOES_ON = re.compile(r",[ \u00a0](?:and[ \u00a0])?(?:the[ \u00a0])?[A-Z]")
_PARTICIPLE = 6  # letters of a participle, at least: Ming and Ching are names
_HEADLINE_LENGTH = 160  # characters; a longer line is no headline
_HEADLINE_SHARE = 0.7  # of the words of four letters or more that begin with a capital


class Contexts:
    """The lists of contexts.yaml, ready to be asked."""

    def __init__(self, contexts: dict[str, Any]) -> None:
        self.languages = frozenset(contexts["languages"])
        self.surnames = frozenset(contexts["surnames"])
        self.given_names = frozenset(contexts["given names"])
        self._language_before = frozenset(contexts["language before"])
        tongues = _any(contexts["languages alone"])
        self._tongue_before = re.compile(
            rf"\b(?:(?:{tongues}),?[ \u00a0](?:(?:and|or)[ \u00a0])?|[Tt]ranslat\w+ from (?:the )?)\Z"
        )
        self._tongue_after = re.compile(rf"(?:,|,?[ \u00a0](?:and|or))[ \u00a0](?:{tongues})\b")
        self._of_languages = re.compile(rf"\b(?:{_any(contexts['of languages'])})\b")
        self._language_after = re.compile(rf"(?:[ \u00a0]|-)(?:{_any(contexts['language after'])})\b")
        dishes, middle = _any(contexts["food after"]), _any(contexts["food between"])
        self._food_after = re.compile(
            r"(?:(?:,[ \u00a0][A-Z]\w+)*,?[ \u00a0](?:and|or)[ \u00a0](?:[A-Z]\w+[ \u00a0])?[A-Z]\w+)?"
            rf"(?:[ \u00a0](?:{middle}))?[ \u00a0](?:{dishes})\b"
            rf"(?![ \u00a0](?:{_any(contexts['no food after'])})\b)"
        )
        self.common_nouns = frozenset(contexts["common nouns"])
        self._not_a_name = frozenset(contexts["not a name"])
        self._names_in_ing = frozenset(contexts["names in -ing"])
        places, streets = _any(contexts["place after"]), _any(contexts["street after"])
        self._place_after = re.compile(rf"[ \u00a0](?:(?:{places})|[A-Z][a-z]+[ \u00a0](?:{streets}))\b")
        states = _any(contexts["states"])
        self._state_after = re.compile(
            rf",[ \u00a0](?:{states})(?:\.(?![A-Za-z])|\b)(?![ \u00a0](?:and|or)\b|,? [A-Z][a-z]+,? and\b)"
        )

    def is_language(self, hit: Hit, text: str, *, after_language: bool = False) -> bool:
        """True for "in English", "a French teacher", "speaks Russian" and, `after_language`, ", Thai or Spanish"."""
        if hit.form.text not in self.languages:
            return False
        if self._language_after.match(text, hit.end):
            return True
        listed = self._tongue_after.match(text, hit.end)  # Turkish, Arabic and Dutch
        end = listed.end() if listed else hit.end
        if _NOUN_AFTER.match(text, end) and not _NO_NOUNS.match(text, end):
            return False
        word = word_before(text, hit.start).lower()
        if word in self._language_before or (after_language and word in ("and", "or", "")):
            return True
        if listed or self._tongue_before.search(text, max(0, hit.start - REACH), hit.start):
            return True
        return word not in _NO_LANGUAGE_AFTER and bool(self._of_languages.search(_sentence(text, hit)))

    def is_food(self, hit: Hit, text: str) -> bool:
        """True for "a Thai restaurant", "Greek and Italian food"."""
        return hit.form.kind == "adjective" and bool(self._food_after.match(text, hit.end))

    def is_place(self, hit: Hit, text: str) -> bool:
        """True for "Lebanon High School", "Peru Township", "Cuba, N.M."."""
        return self.is_on_street(hit, text) or self.is_in_state(hit, text)

    def is_on_street(self, hit: Hit, text: str) -> bool:
        """True where the name goes on as that of a school, a street, a township."""
        return bool(self._place_after.match(text, hit.end))

    def is_in_state(self, hit: Hit, text: str) -> bool:
        """True where a US state or a Canadian province follows a comma; not in a list of more than these two."""
        state = self._state_after.match(text, hit.end)
        listed = state and text[hit.start - 2 : hit.start] == ", " and _LIST_GOES_ON.match(text, state.end())
        return bool(state) and not listed

    def is_person(self, hit: Hit, text: str) -> bool:
        """True for "Michael Jordan", "Jordan Smith"; a headline in Title Case is never enough to say so."""
        form = hit.form.text
        if form in self.surnames:
            word = word_before(text, hit.start)
            if self.is_name(word) and not in_headline(text, hit.start):
                return True
        if form in self.given_names:
            match = _WORD_AFTER.match(text, hit.end)
            if match and self.is_name(re.sub(r"['’]s\Z", "", match[1])) and not in_headline(text, hit.start):
                return True
        return False

    def is_name(self, word: str) -> bool:
        """True for a capitalised word that may be a person's or a club's; not for "In", "President", "Following"."""
        if word.endswith(("'s", "’s", "-")):
            return False  # "Iraq's German lawyer"; "AMMAN- Jordan said"
        if word.endswith("ing") and len(word) >= _PARTICIPLE and word not in self._names_in_ing:
            return False
        return bool(_NAME.match(word)) and word not in self._not_a_name and word.rstrip(".") not in self._not_a_name


def _sentence(text: str, hit: Hit) -> str:
    """The sentence in which a name stands, as far as it is near."""
    before = text[max(0, hit.start - SENTENCE) : hit.start]
    ends = [match.end() for match in _SENTENCE_END.finditer(before)]
    after = _SENTENCE_END.search(text, hit.end, hit.end + SENTENCE)
    return before[ends[-1] if ends else 0 :] + text[hit.start : after.start() if after else hit.end + SENTENCE]


def word_before(text: str, start: int) -> str:
    """The word that stands before `start` on the same line, or nothing."""
    if text[start - 1 : start] not in (" ", "\u00a0"):
        return ""
    words = text[max(0, start - REACH) : start - 1].rsplit(None, 1)
    match = _LAST_WORD.search(words[-1]) if words and text[start - 2 : start - 1] not in _BLANKS else None
    return match[0] if match else ""


def in_headline(text: str, at: int) -> bool:
    """True where the line of `at` is written in Title Case or in capitals: capitals say nothing there."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    line = text[start : end if end >= 0 else len(text)]
    if len(line) > _HEADLINE_LENGTH:
        return False
    words = re.findall(r"[^\W\d_]{4,}", line)
    return len(words) > 2 and sum(word[0].isupper() for word in words) >= _HEADLINE_SHARE * len(words)


def in_capitals(text: str, at: int) -> bool:
    """True where the line of `at` has no small letter."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return text[start : end if end >= 0 else len(text)].isupper()


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
