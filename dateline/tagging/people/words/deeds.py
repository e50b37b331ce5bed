"""What somebody does or did, where every word has a capital: the name ends before it (Jane Tamm Slams Lepik)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.tagging.people.lists.lexicon import Lexicon
    from dateline.tagging.people.words.word import Word

_SHORTEST = 5  # letters of a verb that ends with -ed
_OF_GROUP = ("organisation", "place")
_SPEAKERS = ("He", "She", "They", "It")


def end_names(run: Sequence[Word], kinds: list[str], lexicon: Lexicon) -> None:
    """Take a verb, and the plain words that follow it, for no part of the name before it."""
    i = 1
    while i < len(run):
        if run[i].ordinary and kinds[i] == "name" and _is_deed(run, i, kinds, lexicon) and not _is_of_group(i, kinds):
            kinds[i] = "function"
            while i + 1 < len(run) and kinds[i + 1] == "name" and run[i + 1].is_plain:
                i += 1
                kinds[i] = "function"
        i += 1


def is_saying(run: Sequence[Word], i: int, lexicon: Lexicon) -> bool:
    """True for Said in Tamm Said He Had A Vision, though it is a surname elsewhere."""
    return i + 1 < len(run) and run[i + 1].text in _SPEAKERS and run[i].folded in lexicon.classes["speech"]


def _is_deed(run: Sequence[Word], i: int, kinds: Sequence[str], lexicon: Lexicon) -> bool:
    before = run[i - 1]
    if kinds[i - 1] != "name" or before.possessive or run[i].possessive:
        return False
    if not run[i].is_plain:  # Wins and Dies are on lists of surnames
        said = run[i].family != 1 and run[i].folded in lexicon.classes["speech"]
        return said and _is_full(run, i, kinds)
    word, following = run[i].folded, kinds[i + 1] if i + 1 < len(run) else ""
    does = word[-1] == "s" and word[-2] != "s" and following != ""
    if _is_full(run, i, kinds):
        did = (len(word) >= _SHORTEST and word.endswith("ed") and not word.endswith("eed")) or word in lexicon.verbs
        manner = word.endswith("ly") and following != ""  # Jane Tamm Brilliantly Explains It
        return (
            does or manner or (did and following not in ("office", "honorific"))
        )  # the Jane Tamm Distinguished Professor
    if not does:
        return False
    if i > 1 and kinds[i - 2] in ("honorific", "office") and not run[i - 2].possessive:
        return following in (
            "function",
            "name",
            "country",
        )  # President Tamm Hopes To Win, Pope Peter Endorses Jane Lepik
    somebody = run[i + 1].given == 1 and kinds[i + 2 : i + 3] == ["name"]
    # Jane Finds Perfect Answer, Jane Defends Mari Tamm
    return before.given == 1 and following == "name" and (run[i + 1].is_plain or somebody)


def _is_of_group(i: int, kinds: Sequence[str]) -> bool:
    """True in Jane Tamm Arts Center; not in Jane Tamm Slams Lepik Over Arts Center."""
    at = next((at for at in range(i + 1, len(kinds)) if kinds[at] != "name"), i)
    is_new = kinds[at] == "place" and kinds[at + 1 : at + 2] == ["name"]  # Unveils New Haircut, as New Orleans
    return kinds[at] in _OF_GROUP and not is_new


def _is_full(run: Sequence[Word], i: int, kinds: Sequence[str]) -> bool:
    """True where a given name and a surname stand before the word, or the two with a letter between."""
    if i > 2 and kinds[i - 2] == "initial":
        i -= 1
    given = run[i - 2]
    return i > 1 and kinds[i - 2] == "name" and (given.given == 1 or (given.given == 2 and not given.ordinary))
