"""Names in a list, and how sure each is -> which of the doubtful ones are people after all, and which are places.

"Ann Lee, Bo Roe and Xhavo Krresht": who stands between people is one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dateline.tagging.people import names
    from dateline.tagging.people.candidates import Candidate, Part, Place

    Member = tuple[Place, Candidate]

_FARTHEST = 60  # characters between the end of a name and the next one of its list
# ", " · " and " · "; " · " (30), " · ", 22; " · ", former treasurer " · ", and Dr. " · ", 14 " · " of Costa Rica, " ·
# and of runs and wickets: " 44, " · " 19 n.o; " · " 51* and " · " 2 for 69, " · " 3/39, "
_GAP = re.compile(
    r"(?: of (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+){0,2}(?=[,;] )"
    r"|,? \d{1,3}(?:\*|/\d{1,3}| for \d{1,3}| n\.o\.?| not out)?(?=[,; ])|,? ?\([^()\n]{1,40}\))?"
    r"(?:[,;]| and\b| &|, and\b|; and\b)(?: \d{1,2}\.?)?"
    r"(?: (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+){0,2} [–—-] )?"
    r"(?:(?: (?!from|of|in|at|near|for|to|by|with)[a-z’'-]+){0,4}| [A-Z][\w.]+){0,2} ?"
)
_BEGINS = " ,;("
_LEAST = 3  # names that make a list
_MOST = 2 / 3  # of its names, that are people by themselves
SURE = 1.5  # log-odds of a name that makes others of its list likelier
_DOUBTFUL = -3.0  # log-odds of a name that such a list may still make somebody
_LITTLE = 0.8  # log-odds of a single word that is hardly sure
_RAISED = 0.5  # its log-odds then; the negative in a list of towns


def settle(found: Sequence[Candidate], texts: Mapping[Part, str], scores: dict[names.Words, float]) -> None:
    """Raise the scores of full names that stand in a list of people, and lower those in a list of other things."""
    if not any(_is_unsure(each, scores) or _is_lone(each, scores) for each in found):
        return
    members = [(place, each) for each in found for place in each.places]
    for chain in _chains(sorted(members, key=_where), texts):
        if len(chain) < _LEAST:
            continue
        unsure = [each for _, each in chain if _is_unsure(each, scores)]
        lone = [each for _, each in chain if _is_lone(each, scores)]
        if not unsure and not lone:
            continue
        full = [scores[each.words] for _, each in chain if len(each.core) > 1]
        sure, likely = sum(score > SURE for score in full), sum(score > 0 for score in full)
        nobody = sum(scores[each.words] < 0 for _, each in chain if len(each.core) == 1)
        if sure >= 2 and (sure >= len(chain) / 2 or likely >= len(chain) * _MOST):
            scores.update({each.words: _RAISED for each in unsure if scores[each.words] <= 0})
        elif not sure and nobody >= 2 and nobody >= len(chain) / 2:
            scores.update({each.words: -_RAISED for each in (*unsure, *lone) if len(each.places) == 1})


def _is_lone(each: Candidate, scores: Mapping[names.Words, float]) -> bool:
    """True for a surname, or what is one elsewhere, for which little but the list speaks: Kia, Corolla and Levin."""
    return len(each.core) == 1 and 0 < scores[each.words] <= _LITTLE


def _is_unsure(each: Candidate, scores: Mapping[names.Words, float]) -> bool:
    return len(each.core) > 1 and _DOUBTFUL < scores[each.words] <= SURE


def _where(member: Member) -> tuple[str, int]:
    return member[0].part, member[0].start


def _chains(members: Iterable[Member], texts: Mapping[Part, str]) -> Iterator[list[Member]]:
    """Names of which each follows the last one in a list."""
    chain: list[Member] = []
    for member in members:
        if chain and not _follows(chain[-1][0], member[0], texts):
            yield chain
            chain = []
        chain.append(member)
    yield chain


def _follows(before: Place, place: Place, texts: Mapping[Part, str]) -> bool:
    if not 0 < place.start - before.end <= _FARTHEST or before.part != place.part:
        return False
    gap = texts[place.part][before.end : place.start]
    return gap[0] in _BEGINS and _GAP.fullmatch(gap) is not None
