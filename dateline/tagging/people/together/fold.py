"""The candidates of one article with their scores -> figures: each person once, with all mentions."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct, field

from dateline.model import Mention
from dateline.tagging.document import Figure
from dateline.tagging.people import names
from dateline.tagging.people.together import stretched
from dateline.tagging.people.together.couples import FOREMOST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from dateline.tagging.people.candidates import Candidate, Place
    from dateline.tagging.people.lists.lexicon import Lexicon

KEEP = -2.5  # log-odds down to which a single word is in doubt: another article may know better
NOTE = -5.0  # down to which a name of several words is kept for a person's eye
SURE = 3.0  # what a strong name of the vocabulary counts at least
_LONG = 6  # letters of a surname that is known when it is spelt in another way
_COUPLE = 40  # characters within which the second of a couple begins: Christopher and Geraldine Finch-Hatton
_TITLES = frozenset({"honorific-before", "office-before", "role-before"})
_GIVEN = frozenset({"given-1", "given-2", "given-initial"})
_NOT_A_PERSON_HERE = frozenset(
    {"place-preposition", "organisation-after", "place-after", "organisation-before", "place-before", "noun-after"}
)


class Cluster(Struct):
    """One person of the article in the making."""

    core: names.Words  # of the fullest form
    text: str
    score: float
    known: str = ""
    gender: str = ""  # "f", "m", or not known
    members: list[tuple[Candidate, Place]] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)

    def take(
        self, candidate: Candidate, score: float, places: Iterable[Place] | None = None, *, shown: bool = True
    ) -> None:
        """Count the candidate's places, or only those given, for this person."""
        self.members += [(candidate, place) for place in (candidate.places if places is None else places)]
        self.titles += [title for title in candidate.titles if title not in self.titles]
        fuller = shown and len(candidate.core) >= len(self.core)  # asked first: most forms are shorter
        if fuller and _fullness(candidate.core, candidate.text) > _fullness(self.core, self.text):
            self.core, self.text = candidate.core, candidate.text
        self.score = max(self.score, score)


def fold(
    candidates: Sequence[Candidate],
    scores: Mapping[names.Words, float],
    known: Mapping[names.Words, str],
    weak: Mapping[str, set[str]],
    lexicon: Lexicon,
) -> list[Figure]:
    """`scores` are log-odds of each candidate; `known` and `weak` are the vocabulary's strong and weak names."""
    clusters: list[Cluster] = []
    several = [c for c in candidates if len(c.core) > 1 or c.words in known]
    too_long = stretched.among(several, scores, lexicon) - known.keys()
    # The fullest first: shorter forms find them.
    for candidate in sorted(several, key=lambda c: (c.words in too_long, -len(c.core))):
        score, name = scores[candidate.words], known.get(candidate.words, "")
        if score > NOTE or name:
            score = max(score, SURE) if name else score
            _join(clusters, candidate, score, name, lexicon.gender, shown=candidate.words not in too_long)
    owners = [cluster for cluster in clusters if cluster.score > 0 and len(cluster.core) > 1]
    for owner in owners:
        titled = (names.gender_of_title(title) for title in owner.titles)
        owner.gender = next(filter(None, titled), "") or lexicon.gender(owner.core[0])
    bearers, spelt = _bearers(owners), _by_spelling(owners)
    for candidate in candidates:
        if len(candidate.core) < 2 and candidate.words not in known:
            word = candidate.core[0]
            of_weak_name = [cluster for cluster in clusters if cluster.known in weak[word]] if word in weak else []
            found = of_weak_name or bearers.get(word) or _of_long_form(candidate, bearers)
            found = found or _misspelt(word, spelt, lexicon)
            _place_single(clusters, found, candidate, scores[candidate.words])
    figures = [_figure(cluster) for cluster in clusters if cluster.members]
    return sorted(figures, key=lambda f: (f.mentions[0].part == "body", f.mentions[0].start))


def _join(
    clusters: list[Cluster], candidate: Candidate, score: float, name: str, gender: Callable[[str], str], *, shown: bool
) -> None:
    """`shown`: the candidate may be the name by which its bearer is shown; `gender` is that of a given name."""
    for cluster in clusters:
        if cluster.known and name:
            same = cluster.known == name
        else:
            same = names.may_be_one(candidate.core, cluster.core) and not (
                _are_two(cluster, candidate, name) or _are_married(cluster, candidate, gender)
            )
        if same and ((cluster.score > 0) == (score > 0) or _is_surname(candidate.core, cluster)):
            cluster.take(candidate, score, shown=shown)
            cluster.known = cluster.known or name
            return
    cluster = Cluster(candidate.core, candidate.text, score, name)
    cluster.take(candidate, score)
    clusters.append(cluster)


def _is_surname(core: names.Words, cluster: Cluster) -> bool:
    """True for the end of a person's longer name, whatever it looks like by itself: Ben Bella of Ahmed Ben Bella."""
    return cluster.score > 0 and cluster.core[-len(core) :] == core


def _are_two(cluster: Cluster, candidate: Candidate, name: str) -> bool:
    """True for a Jr. and somebody of that name whom the vocabulary knows, or who is called Sr.; for son and father."""
    one, other = names.words_of(cluster.text), candidate.words
    if names.is_child_of(one, other):
        return True
    if names.is_junior(one) == names.is_junior(other):
        return False
    elder, known = (other, name) if names.is_junior(one) else (one, cluster.known)
    return names.is_senior(elder) or bool(known and not names.is_junior(names.words_of(known)))


def _are_married(cluster: Cluster, candidate: Candidate, gender: Callable[[str], str]) -> bool:
    """True for a man, and a woman whose name ends with the whole of his: First Lady Mari Jaan Tamm, Jaan Tamm."""
    if len(cluster.core) <= len(candidate.core) or cluster.core[-len(candidate.core) :] != candidate.core:
        return False
    titled = next(filter(None, map(names.gender_of_title, cluster.titles)), "")
    return bool(titled) and {titled, gender(candidate.core[0])} == {"f", "m"}


def _fullness(core: names.Words, text: str) -> tuple[int, int, int]:
    """Of two forms of a name, the greater is to be shown: more names, fewer initials, with its Jr."""
    return len(core), -sum(word.endswith(".") or len(word) == 1 for word in core), len(text.split())


def _bearers(owners: Iterable[Cluster]) -> dict[str, list[Cluster]]:
    """A word -> those of whose names it is the last one; else those of whose it is the first; else any."""
    last, first, within = defaultdict(list), defaultdict(list), defaultdict(list)
    for cluster in owners:
        last[cluster.core[-1]].append(cluster)
        first[cluster.core[0]].append(cluster)
        for word in dict.fromkeys(cluster.core):
            within[word].append(cluster)
    return {**within, **first, **last}


def _by_spelling(owners: Iterable[Cluster]) -> dict[str, list[Cluster]]:
    """What all spellings of a surname have in common -> those who bear it."""
    found = defaultdict(list)
    for cluster in owners:
        found[names.spelling(cluster.core[-1])].append(cluster)
    return found


def _misspelt(word: str, spelt: Mapping[str, list[Cluster]], lexicon: Lexicon) -> list[Cluster]:
    """Those whose surname a long and rare word is another spelling of: Pandjaitan of Luhut Panjaitan."""
    if len(word) < _LONG or lexicon.is_common(word):
        return []
    return [cluster for cluster in spelt.get(names.spelling(word), ()) if cluster.core[-1][0] == word[0]]


def _of_long_form(candidate: Candidate, bearers: Mapping[str, list[Cluster]]) -> list[Cluster]:
    """Those of whose given name a single word is the short form: Bill of William Roe; not his son Bill."""
    word = candidate.core[0]
    long = names.long_form(word)
    if long == word or any("role-before" in place.features for place in candidate.places):
        return []
    return [cluster for cluster in bearers.get(long, []) if cluster.core[0] == long]


def _place_single(clusters: list[Cluster], found: list[Cluster], candidate: Candidate, score: float) -> None:
    """A single word: part of a name that stands in full in the article, or somebody of its own.

    `found`: those who may bear it.
    """
    if len(candidate.words) > 1:  # King Jr.
        found = [cluster for cluster in found if not _are_two(cluster, candidate, "")]
    others = []
    for place in candidate.places:
        bearers = [cluster for cluster in found if _may_bear(cluster, place.title, candidate.core[0])]
        if not bearers:
            others.append(place)
        elif _NOT_A_PERSON_HERE.isdisjoint(place.features):
            _nearest(_called(bearers, candidate), place).take(candidate, score, [place])
    if others and score > KEEP:
        same = (each for each in clusters if each.core == candidate.core and not each.known)
        cluster = next((each for each in same if each.score > 0 and score > 0), None)  # Mr. Tamm, who is Van Tamm
        if not cluster:
            cluster = Cluster(candidate.core, candidate.text, score)
            clusters.append(cluster)
        cluster.take(candidate, score, others)


def _may_bear(cluster: Cluster, title: str, word: str) -> bool:
    """False for a man with the title of a woman, and the other way round; no pope is called by a second given name."""
    gender = names.gender_of_title(title) if title and cluster.gender else ""
    within = word not in (cluster.core[0], cluster.core[-1])
    return gender in ("", cluster.gender) and not (within and names.is_regal(title))


def _called(bearers: list[Cluster], candidate: Candidate) -> list[Cluster]:
    """Of a Jr. and an elder one of the same surname, whom it means with its Jr., or without."""
    if len(bearers) == 1:
        return bearers
    junior = names.is_junior(candidate.words)
    return [each for each in bearers if names.is_junior(names.words_of(each.text)) == junior] or bearers


def _nearest(clusters: list[Cluster], place: Place) -> Cluster:
    """Of several people of one surname, the one named in full last before this place; of a couple, who is better
    known."""
    if len(clusters) == 1:
        return clusters[0]

    def distance(cluster: Cluster) -> int:
        before = [
            place.start - other.start - (_COUPLE if FOREMOST in other.features else 0)
            for candidate, other in cluster.members
            if len(candidate.words) > 1 and other.part == place.part and other.start < place.start
        ]
        return min(before, default=1 << 30)

    return min(clusters, key=distance)


def _figure(cluster: Cluster) -> Figure:
    name = cluster.text
    members = sorted(cluster.members, key=lambda pair: (pair[1].part == "body", pair[1].start))
    mentions = tuple(
        Mention(
            "people",
            name,
            place.text,
            place.start,
            place.end,
            _rule(cluster, candidate, place),
            place.part,
        )
        for candidate, place in members
    )
    return Figure(name, mentions, round(cluster.score, 2), tuple(cluster.titles), cluster.known)


def _rule(cluster: Cluster, candidate: Candidate, place: Place) -> str:
    """The most telling reason, for the reader of `explain`."""
    if place.rule:
        return place.rule
    if len(candidate.core) < len(cluster.core):
        return "people.short-form"
    if not _TITLES.isdisjoint(place.features):
        return "people.title"
    if not _GIVEN.isdisjoint(candidate.features):
        return "people.given-name"
    return "people.context"
