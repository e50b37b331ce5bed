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
_MEMBERS = frozenset(["MP", "MEP", "MSP", "MCA", "MHA", "TD"])  # of assemblies; letters behind a name, too
_HELD_BY = frozenset(["his", "her", "their", "your"])
_HELD = frozenset(["honour", "honor", "worship", "grace", "honourable", "honorable"])
# Forms of address of Burma; each is a name elsewhere, so that the next words must be Burmese too
_OF_BURMA = frozenset(["u", "daw", "ko", "ma"])
_OF_CHIEFS = frozenset(["oba", "ratu", "igwe"])  # in Nigeria and Fiji, before a full name; given names elsewhere
_INGENIEUR = "ir"  # in Malaysia and Indonesia, behind another title
_SULTAN = "sultan"
_OF_ONE_PEOPLE = _OF_BURMA | _OF_CHIEFS | {_TUN, _INGENIEUR}
TITLES = frozenset({word for pair in _OF_MALAYSIA for word in pair} | _OF_ONE_PEOPLE | _HELD | {"cp", "sp"})


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
        else:
            kinds[i] = _of_title(run, i, kinds, lexicon) or kinds[i]


def _of_title(run: Sequence[Word], i: int, kinds: Sequence[str], lexicon: Lexicon) -> str:
    """The kind of a word that is a title, or the part of one, by its neighbours; nothing for any other."""
    word, following = run[i].folded, run[i + 1]
    if word in _HELD and i and run[i - 1].folded in _HELD_BY:
        return "honorific"
    if kinds[i + 1] == "honorific":
        return "modifier" if word == _OF_POLICE else "honorific" if word == _TUN else ""
    if word == _SULTAN and following.folded in lexicon.classes["son of"] and kinds[i + 2 : i + 3] == ["name"]:
        return "name"  # Sheikh Sultan bin Jaan Tamm
    if _is_of_burma(run, i, kinds, lexicon):
        return "honorific"
    if not _is_before_full_name(run, i, kinds):
        return ""
    if run[i].text in _MEMBERS:
        return "office"
    behind = i > 0 and kinds[i - 1] == "honorific" and not run[i - 1].possessive
    titled = word in _OF_CHIEFS or (word == _INGENIEUR and behind)
    return "honorific" if titled or run[i].text in _RANKS else ""


def _is_of_burma(run: Sequence[Word], i: int, kinds: Sequence[str], lexicon: Lexicon) -> bool:
    """True before a Burmese name of two words or more: U Thant has none but this."""
    if run[i].folded not in _OF_BURMA or kinds[i + 1 : i + 3] != ["name", "name"]:
        return False
    return not lexicon.classes["syllable of burma"].isdisjoint([word.folded for word in run[i + 1 : i + 5]])


def _is_before_full_name(run: Sequence[Word], i: int, kinds: Sequence[str]) -> bool:
    """True before a given name and a surname: CP Jaan Tamm, MP Xhavo Krell."""
    full = kinds[i + 1 : i + 3] == ["name", "name"] and not run[i + 1].possessive
    return full and (run[i + 1].family != 1 or run[i + 1].given == 1)


def kind(title: Word, lexicon: Lexicon) -> str:
    """The class of a word of a title."""
    in_capitals = title.text.isupper() and title.folded in lexicon.classes["rank in capitals"]
    return "honorific" if in_capitals or title.folded in TITLES else lexicon.kind(title.folded)
