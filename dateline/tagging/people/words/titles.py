"""Words that are a title beside another word, and a name alone: Tan in Tan Sri, Pol in Pol Gen, U in Burma."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.tagging.people.lists.lexicon import Lexicon
    from dateline.tagging.people.words.word import Word

_OF_MALAYSIA = frozenset([("tan", "sri"), ("toh", "puan"), ("puan", "sri")])
_OF_POLICE = "pol"  # of Thailand, before a rank: Pol Lt Col; Pol Pot is a name
_TUN = "tun"
_MOHAMMED = frozenset(["md", "md."])  # in Bangladesh; a doctor, or a state, behind a name
_WITHIN = frozenset(["sheikh", "shaikh", "mallam", "malam"])  # titles that are names behind another
# Two letters that are initials before a surname: SP Singh, CP Joshi
_RANKS = frozenset(["CP", "SP"])
_HELD_BY = frozenset(["his", "her", "their", "your"])
_HELD = frozenset(["honour", "honor", "worship", "grace", "honourable", "honorable"])
# Forms of address of Burma; each is a name elsewhere, so that the next words must be Burmese too
_OF_BURMA = frozenset(["u", "daw", "ko", "ma"])
TITLES = frozenset({word for pair in _OF_MALAYSIA for word in pair} | {_TUN} | _HELD | _OF_BURMA | {"cp", "sp"})


def mark(run: Sequence[Word], kinds: list[str], lexicon: Lexicon) -> None:
    """Give these words the kind of what they are here."""
    for i in range(1, len(run)):
        before = run[i - 1]
        no_place = before.given == 1 or not before.place  # Hassan is a town, too
        plain = kinds[i - 1] == "name" and no_place and not (before.possessive or before.ordinary)
        if plain and run[i].folded in _WITHIN:
            kinds[i] = "name"
    for i in range(len(run) - 1):
        word, following = run[i].folded, run[i + 1].folded
        if word in _MOHAMMED and run[i].text[1] == "d" and kinds[i + 1] == "name":
            kinds[i] = "name"
        if run[i].possessive or (i and kinds[i - 1] in ("name", "initial")):
            continue
        if (word, following) in _OF_MALAYSIA:
            kinds[i] = kinds[i + 1] = "honorific"
        elif word in _HELD and i and run[i - 1].folded in _HELD_BY:
            kinds[i] = "honorific"
        elif kinds[i + 1] == "honorific":
            if word == _OF_POLICE:
                kinds[i] = "modifier"
            elif word == _TUN:
                kinds[i] = "honorific"
        elif _is_of_burma(run, i, kinds, lexicon) or _is_rank(run, i, kinds):
            kinds[i] = "honorific"


def _is_of_burma(run: Sequence[Word], i: int, kinds: Sequence[str], lexicon: Lexicon) -> bool:
    """True before a Burmese name of two words or more: U Thant has none but this."""
    if run[i].folded not in _OF_BURMA or kinds[i + 1 : i + 3] != ["name", "name"]:
        return False
    return not lexicon.classes["syllable of burma"].isdisjoint([word.folded for word in run[i + 1 : i + 5]])


def _is_rank(run: Sequence[Word], i: int, kinds: Sequence[str]) -> bool:
    """True for CP and SP before a full name."""
    full = kinds[i + 1 : i + 3] == ["name", "name"]
    return run[i].text in _RANKS and full and (run[i + 1].family != 1 or run[i + 1].given == 1)


def kind(title: Word, lexicon: Lexicon) -> str:
    """The class of a word of a title."""
    return "honorific" if title.folded in TITLES else lexicon.kind(title.folded)
