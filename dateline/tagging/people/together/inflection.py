"""Names in the cases of a language -> as they are cited: Ивана Петрова is Иван Петров, Ann Lees is Ann Lee.

Russian changes every word of a name, and an article may have it in the nominative nowhere: it is made from the case
(russian.py), as in other languages that have cases (cases.py). In the Germanic languages a name is one with an s only
beside the same name without.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from dateline.tagging.people import names
from dateline.tagging.people.lists import naturalised
from dateline.tagging.people.stretches.foreign import DECLINED, WITH_GENITIVE
from dateline.tagging.people.stretches.runs import CAPITAL
from dateline.tagging.people.together import cases, endings, russian

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dateline.tagging.people.candidates import Candidate
    from dateline.tagging.people.lists.lexicon import Lexicon

RUSSIAN = "ru"
_UNKNOWN, _KNOWN = {"given-0", "last-unknown-given-0"}, {"given-1", "last-unknown-given-1"}  # of the words of a name
_CAPITAL = re.compile(rf"{CAPITAL}[\w’'-]+")
_CYRILLIC = re.compile(r"[А-ЯЁ][\w’'-]*")


def settle(
    found: dict[names.Words, Candidate],
    tongue: str,
    shape: Callable[[str], Iterable[str]],
    lexicon: Lexicon,
    known: Iterable[names.Words] = (),
    is_titled: Callable[[Candidate], bool] = lambda _: False,
) -> None:
    """Give the candidates of an article in a language the names by which people are cited.

    `shape`: a name -> what is said by its words alone. `known`: the names that the vocabulary knows. `is_titled`:
    whether an office stands before a candidate.
    """
    if tongue == RUSSIAN:
        several = [(each, *russian.nominative(each.text)) for each in found.values() if len(each.words) > 1]
        # What leaves no doubt comes first: с Александром Петровым tells what Александра Петрова is
        for candidate, sure, guess in sorted(several, key=lambda each: not each[1]):
            if sure or names.words_of(guess) in found:
                _rename(found, candidate, guess, shape)
    elif tongue in WITH_GENITIVE:
        for candidate in [each for each in found.values() if each.text.endswith("s")]:
            if names.words_of(candidate.text[:-1]) in found:
                _rename(found, candidate, candidate.text[:-1], shape)
    if known_cases := cases.Cases(lexicon, tongue):
        _settle_cases(found, known_cases, shape, lexicon, known, is_titled)
    if tongue == RUSSIAN:
        _settle_surnames(found, shape)
    for candidate in found.values():
        if candidate.features >= _UNKNOWN and naturalised.tier(candidate.core[0], tongue, lexicon):
            candidate.features -= _UNKNOWN
            candidate.features |= _KNOWN


def _settle_cases(
    found: dict[names.Words, Candidate],
    known_cases: cases.Cases,
    shape: Callable[[str], Iterable[str]],
    lexicon: Lexicon,
    known: Iterable[names.Words],
    is_titled: Callable[[Candidate], bool],
) -> None:
    whole = {" ".join(words) for words in (*found, *known) if len(words) > 1}
    alone = {words[0] for words in found if len(words) == 1}
    left: list[Candidate] = []
    made: set[str] = set()
    tier = partial(naturalised.tier, code=known_cases.code, lexicon=lexicon)
    for candidate in [each for each in found.values() if len(each.words) > 1]:
        given = candidate.text.split(" ")[0]
        if known_cases.code == RUSSIAN and russian.is_given(given):
            continue  # which russian.nominative() knows better
        if name := known_cases.nominative(candidate.text, whole, alone, is_titled=is_titled(candidate)):
            made.add(" ".join(names.words_of(name)))
            _decline(found, candidate, name, shape, tier)
        else:
            left.append(candidate)
    # What another case has told: Лена Линда is Лен Линд where somebody spoke with Леном Линдом
    new = made - whole
    for candidate in left if new else ():
        name = known_cases.nominative(candidate.text, new, alone, is_titled=is_titled(candidate))
        if " ".join(names.words_of(name)) in new and candidate.words in found:
            _decline(found, candidate, name, shape, tier)


def _decline(
    found: dict[names.Words, Candidate],
    candidate: Candidate,
    name: str,
    shape: Callable[[str], Iterable[str]],
    tier: Callable[[str], int],
) -> None:
    """Count the candidate's places for a name that it is a case of. `tier`: how many have a given name."""
    is_listed = tier(candidate.core[0])
    _rename(found, candidate, name, shape)
    renamed = found.get(names.words_of(name))
    if renamed and (is_listed or tier(renamed.core[0])):
        renamed.features.add(DECLINED)


def _settle_surnames(found: dict[names.Words, Candidate], shape: Callable[[str], Iterable[str]]) -> None:
    """Give the surnames that stand alone the case that they have in a full name."""
    surnames = {each.text.split()[-1]: each for each in found.values() if len(each.words) > 1}
    for candidate in [each for each in found.values() if len(each.words) == 1]:
        name = next((form for form in russian.alone(candidate.text) if form in surnames), "")
        if name and candidate.text not in surnames:
            _rename(found, candidate, name, shape)


def _rename(
    found: dict[names.Words, Candidate], candidate: Candidate, text: str, shape: Callable[[str], Iterable[str]]
) -> None:
    """Count the candidate's places for the name `text`."""
    words = names.words_of(text)
    if not text or words == candidate.words:
        candidate.text = text or candidate.text  # Annalena of Annalenę
        return
    known = found.get(words)
    del found[candidate.words]
    if known is None:
        around = {feature for place in candidate.places for feature in place.features}
        candidate.words, candidate.core, candidate.text = words, names.core(words), text
        candidate.features = {*shape(text), *around}
        found[words] = candidate
        return
    known.places += candidate.places
    # What stands around another case says no more than what stands around the nominative, and would count again.
    known.titles += [title for title in candidate.titles if title not in known.titles]


def cited(text: str, tongue: str) -> str:
    """Every word that a name of a text in a language may come to be cited with, and more; nothing in English."""
    if not tongue:
        return ""
    of_russian = filter(None, map(russian.may_be, set(_CYRILLIC.findall(text)))) if tongue == RUSSIAN else ()
    return " ".join([*of_russian, *(endings.may_be(word, tongue) for word in set(_CAPITAL.findall(text)))])
