"""How a text speaks of its own outlet -> the outlet's name, where the page says it nowhere else.

"… told Lund News"    "a request by Lund News"    "рассказал «Маяку» собеседник «Маяка»"    "«Маяк» выяснил"

Reporters quote other outlets too, once mostly: so a name counts that comes up again and again, and far more often than
any other.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from dateline.normalise.lists import gazetteer
from dateline.normalise.outlets import outlet_self
from dateline.normalise.outlets.outlet import Found

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.normalise.lines.line import Line

_WORD = r"[^\W\d_a-z][\w&'’+]*(?:\.\w+)*"
_NAME = rf"(?P<name>(?:the )?{_WORD}(?: (?:of|for|and) (?={_WORD})|[ -]?{_WORD}){{0,3}})"
_TOLD = re.compile(
    rf"\b(?:told|tells|spoke (?:to|with)|(?:interview|email|statement|message) (?:to|with)|request by) {_NAME}"
)
_NO_OUTLET = re.compile(  # to whom people speak too
    r"\b(?:committee|council|commission|court|parliament|assembly|senate|house|congress|police|department|ministry|board|"
    r"inquiry|tribunal|panel|union|university|conference|association|(?-i:[A-Z]{1,3}s)|judge|president|officers?|fbi|cia|eu|un)\b",
    re.IGNORECASE,
)
_SIGNS = (" told ", " tells ", " spoke ", " interview ", " email to ", " statement to ", " message to ", " request by ")
_QUOTED = r"«(?P<name>[^\W\d_a-zа-яё][^«»]{2,30})»"
_IN_RUSSIAN = tuple(  # in which case a name stands, and what the nominative ends with there
    (re.compile(pattern), endings)
    for pattern, endings in (
        (
            rf"{_QUOTED} (?:выяснил|обнаружил|ознакомил|поговорил|исследовал|направил|попросил|удостоверил|рассказыва)",
            {},
        ),
        (
            r"\b(?i:(?:рассказал|сообщил|пояснил|заявил|сказал|подтвердил|объяснил|ответил|отметил|признал)[аи]?|"
            rf"рассказывает|говорит|объясняет|утверждает|поясняет|корреспондент\w{{0,3}}) {_QUOTED}",
            {"е": "а", "у": "", "ы": "а", "а": ""},  # корреспондент is followed by the genitive
        ),
        (rf"{_QUOTED} (?:не )?(?:удалось|известн[оы]|неизвестн[оы])", {"е": "а", "у": ""}),
        (
            r"\b(?i:(?:источник|собеседник|спецкор|журналист|читател)\w{0,3}|в распоряжении|на запрос|на вопрос\w?|"
            rf"по просьбе|по подсч[её]там|по данным|расследовани[еия]) {_QUOTED}",
            {"ы": "а", "а": ""},
        ),
        (rf"\b(?i:разговоре|беседе|интервью) со? {_QUOTED}", {"ой": "а", "ом": ""}),
    )
)
_ENDING = re.compile(r"(?:ой|ом|ем|ей|[аеиуыоюяьъ])$")
_WORKS_FOR = re.compile(  # who speaks in a transcript: "ANNA LIND, LNB NEWS CORRESPONDENT: Good morning."
    r"[^\W\d_a-z](?:[^\W\d_a-z]|[.'’ -]){2,40}, (?P<name>[A-Z]{2,8}(?: NEWS)?) (?:[A-Z -]{3,40} )??"
    r"(?:ANCHOR|CORRESPONDENT|HOST|REPORTER|METEOROLOGIST|CONTRIBUTOR|ANALYST|COMMENTATOR)\b[^:]{0,40}: "
)
OFTEN, OFTEN_RU = 3, 2  # times that a name comes up


def find(lines: Sequence[Line]) -> Found | None:
    """The name to which people speak in a text, where that is one and they do so often."""
    if found := _in_turn(lines):
        return found
    said: dict[str, list[tuple[str, Line]]] = {}
    for line in lines:
        for name in _named(line.text):
            said.setdefault(_ENDING.sub("", name.casefold()), []).append((name, line))
    ranked = sorted(said.values(), key=len, reverse=True)
    if not ranked:
        return None
    name, _ = Counter(name for name, _ in ranked[0]).most_common(1)[0]
    if any(f"ccording to {name}" in line.text or f"{name} report" in line.text for line in lines):
        return None
    often = OFTEN if name.isascii() else OFTEN_RU
    if len(ranked[0]) < often or (len(ranked) > 1 and len(ranked[0]) < 2 * len(ranked[1])):
        return None
    line = ranked[0][0][1]
    return Found(name, "source.own-work", line.number, line.text, weak=True)


def _in_turn(lines: Sequence[Line]) -> Found | None:
    """For whom most of those work who speak in a transcript, and say so."""
    said = [(match["name"], line) for line in lines if ": " in line.text and (match := _WORKS_FOR.match(line.text))]
    counts = Counter(name for name, _ in said if name.endswith(" NEWS") or not gazetteer.is_word(name))
    best = counts.most_common(2)
    if not best or best[0][1] < OFTEN_RU or (len(best) > 1 and best[1][1] == best[0][1]):
        return None
    name, line = next(one for one in said if one[0] == best[0][0])
    return Found(name.replace(" NEWS", " News"), "source.self", line.number, line.text, weak=True)


def _named(text: str) -> list[str]:
    """The names that a line speaks of so."""
    if "«" in text:
        return [
            _nominative(match["name"], endings) for pattern, endings in _IN_RUSSIAN for match in pattern.finditer(text)
        ]
    if not any(sign in text for sign in _SIGNS):
        return []
    names = [match["name"].removeprefix("the ").split(". ")[0] for match in _TOLD.finditer(text)]
    return [name for name in names if _may_be(name)]


def _may_be(name: str) -> bool:
    """Whether a name to which people speak may be an outlet's: of one word, it is no person's and no "MPs"."""
    if name[:1].isdigit() or _NO_OUTLET.search(name) or not outlet_self.may_be(name):
        return False
    return " " in name or (name.isupper() and len(name) > 1) or any(map(str.isupper, name[1:-1]))


def _nominative(name: str, endings: Mapping[str, str]) -> str:
    end = next((end for end in endings if name.endswith(end)), "")
    return name[: len(name) - len(end)] + endings[end] if end else name
