"""Readings and their tags -> what deserves a person's eye, each with the lines to paste into the vocabulary."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from dateline.tagging.people import names
from dateline.tagging.people.own import offices

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dateline.model import Tag
    from dateline.tagging.document import Figure, Reading

Kind = Literal["nobody", "once", "variants", "surname", "office", "country", "topics"]

_WEAK_EVIDENCE = {"countries.metonym", "countries.city", "countries.weak"}
_PLAIN = re.compile(r"\w[\w .'’()/-]*")  # what YAML takes for a text without quotes, as a key and in a list
_SAME_SOUND = (
    (re.compile(r"sch|sh|tsch|tch|ch|cz|č|š"), "s"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"kh|gh|h"), ""),
    (re.compile(r"ck|q|c"), "k"),
    (re.compile(r"w"), "v"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"z"), "s"),
    (re.compile(r"[yj]"), "i"),
    (re.compile(r"[aeiou]+(?=.)"), "a"),
    (re.compile(r"(.)\1+"), r"\1"),
)


class Finding(Struct, frozen=True):
    """One thing to look at."""

    kind: Kind
    names: tuple[str, ...]
    articles: tuple[str, ...]  # keys, in the order of the corpus
    why: str
    paste: tuple[str, ...]  # alternatives, each a few lines of people.yaml or countries.yaml


def findings(readings: Sequence[Reading], decided: Sequence[Sequence[Tag]], least: int = 3) -> list[Finding]:
    """Everything, by kind; `least` is the number of articles from which a name that became nobody is worth a look."""
    where = _articles(readings, decided)
    return [
        *nobodies(readings, where, least),
        *variants(where),
        *surnames(readings, decided, where),
        *unsure_offices(readings),
        *once(readings, decided, where),
        *weak_countries(readings, decided),
        *without_topic(readings, decided),
    ]


def nobodies(readings: Sequence[Reading], where: Mapping[str, Sequence[str]], least: int) -> Iterator[Finding]:
    """Names that several articles have and that were taken for nobody, the most frequent first."""
    seen: dict[str, list[str]] = defaultdict(list)
    for reading in readings:
        for name in {figure.name for figure in reading.figures if figure.score <= 0 and not _is_office(figure)} - set(
            where
        ):
            seen[name].append(reading.key)
    for name, keys in sorted(seen.items(), key=lambda item: (-len(item[1]), item[0])):
        if len(keys) >= least:
            why = f"stands in {len(keys)} articles and is nobody"
            yield Finding("nobody", (name,), tuple(keys), why, _yes_or_no(name))


def variants(where: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    """Two people whose names may be one: a fuller form, a short form, another spelling; never on the surname alone."""
    cores = {name: names.core(names.words_of(name)) for name in where}
    blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, core in cores.items():
        if len(core) > 1:
            blocks["first", sound(core[0])].append(name)
            blocks["last", sound(core[-1])].append(name)
    pairs = {tuple(sorted(pair)) for block in blocks.values() for pair in combinations(block, 2)}
    for first, second in sorted(pairs):
        if not (names.may_be_one(cores[first], cores[second]) or _sound_alike(cores[first], cores[second])):
            continue
        kept, other = sorted((first, second), key=lambda name: (-len(where[name]), -len(name), name))
        keys = tuple(dict.fromkeys([*where[kept], *where[other]]))
        yield Finding("variants", (kept, other), keys, "may be one person", (_list(kept, "also", other),))


def surnames(
    readings: Sequence[Reading], decided: Sequence[Sequence[Tag]], where: Mapping[str, Sequence[str]]
) -> Iterator[Finding]:
    """Surnames that were left alone, with the people of the corpus who bear them."""
    bearers: dict[str, list[str]] = defaultdict(list)
    for name in where:
        core = names.core(names.words_of(name))
        if len(core) > 1:
            bearers[core[-1]].append(name)
    alone: dict[str, list[str]] = defaultdict(list)
    for reading, tags in zip(readings, decided, strict=True):
        for tag in tags:
            if tag.rule == "people.surname-only":
                alone[tag.name].append(reading.key)
    for name, keys in sorted(alone.items(), key=lambda item: (-len(item[1]), item[0])):
        who = sorted(bearers.get(names.core(names.words_of(name))[-1], ()), key=lambda who: (-len(where[who]), who))
        why = f"may be {' or '.join(who)}" if who else "nobody of that surname is named in full"
        paste = tuple(_list(bearer, "weak", name) for bearer in who)
        yield Finding("surname", (name, *who), tuple(keys), why, (*paste, *_yes_or_no(name)))


def unsure_offices(readings: Sequence[Reading]) -> Iterator[Finding]:
    """Offices of the site's vocabulary that several people, or one for a part, held at an article's date."""
    for reading in readings:
        seen: dict[tuple[str, ...], str] = {}
        for figure in reading.figures:
            if figure.score <= 0 and _is_office(figure):
                seen.setdefault(figure.cues, figure.name)
        for holders, office in seen.items():
            who = " or ".join(holders) if len(holders) > 1 else f"{holders[0]} or whoever held it before or after"
            why = f"may be {who} at {reading.date}: a date with its day may decide"
            yield Finding("office", (office, *holders), (reading.key,), why, tuple(f"people: [{h}]" for h in holders))


def once(
    readings: Sequence[Reading], decided: Sequence[Sequence[Tag]], where: Mapping[str, Sequence[str]]
) -> Iterator[Finding]:
    """People of one article who are named there once, by words around the name alone; none of the vocabulary."""
    for reading, tags in zip(readings, decided, strict=True):
        known = {figure.known for figure in reading.figures}
        for tag in tags:
            doubtful = tag.facet == "people" and len(tag.mentions) == 1 and tag.mentions[0].rule == "people.context"
            if doubtful and len(where[tag.name]) == 1 and tag.name not in known:
                yield Finding("once", (tag.name,), (reading.key,), "is named once in all", _yes_or_no(tag.name))


def weak_countries(readings: Sequence[Reading], decided: Sequence[Sequence[Tag]]) -> Iterator[Finding]:
    """Countries that an article names by a metonym, a city or a weak name alone."""
    for reading, tags in zip(readings, decided, strict=True):
        for tag in tags:
            rules = {mention.rule for mention in tag.mentions}  # none where a person, or an earlier run, said so
            if tag.facet == "countries" and rules and rules <= _WEAK_EVIDENCE:
                texts = tuple(dict.fromkeys(mention.text for mention in tag.mentions))
                why = "rests on " + ", ".join(f"'{text}'" for text in texts) + " alone"
                yield Finding("country", (tag.name,), (reading.key,), why, (_list(tag.name, "not", *texts),))


def without_topic(readings: Sequence[Reading], decided: Sequence[Sequence[Tag]]) -> Iterator[Finding]:
    """Articles that no topic was found for."""
    for reading, tags in zip(readings, decided, strict=True):
        if not any(tag.facet == "topics" for tag in tags):
            yield Finding("topics", (), (reading.key,), "has no topic", ())


def sound(word: str) -> str:
    """A word as its transliterations have it in common: Sergei and Sergey, Assad and Asad."""
    for pattern, replacement in _SAME_SOUND:
        word = pattern.sub(replacement, word)
    return word


def _sound_alike(first: names.Words, second: names.Words) -> bool:
    return len(first) == len(second) and all(sound(a) == sound(b) for a, b in zip(first, second, strict=True))


def _yes_or_no(name: str) -> tuple[str, str]:
    """The lines that end the question whether a name is somebody's."""
    return f"{_quoted(name)}:", f"{_quoted(name)}: nobody"


def _list(name: str, key: str, *texts: str) -> str:
    return f"{_quoted(name)}:\n  {key}: [{', '.join(map(_quoted, texts))}]"


def _quoted(text: str) -> str:
    """The text as YAML has to have it."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _is_office(figure: Figure) -> bool:
    return figure.mentions[0].rule == offices.RULE


def _articles(readings: Iterable[Reading], decided: Iterable[Sequence[Tag]]) -> dict[str, list[str]]:
    """Each person's articles, by name."""
    found: dict[str, list[str]] = defaultdict(list)
    for reading, tags in zip(readings, decided, strict=True):
        for tag in tags:
            if tag.facet == "people":
                found[tag.name].append(reading.key)
    return dict(found)
