"""The candidates of one article with their scores -> figures: each person once, with all mentions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dateline.model import Mention
from dateline.tagging.document import Figure
from dateline.tagging.people import names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dateline.tagging.people.candidates import Candidate, Place

KEEP = -2.5  # log-odds down to which a name that became nobody is kept: another article may know better
_NOT_A_PERSON_HERE = frozenset(
    {"place-preposition", "organisation-after", "place-after", "organisation-before", "place-before", "noun-after"}
)


@dataclass(slots=True)
class Cluster:
    """One person of the article in the making."""

    words: names.Words  # of the fullest form
    text: str
    score: float
    known: str = ""
    members: list[tuple[Candidate, Place]] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)

    def take(self, candidate: Candidate, score: float, places: Iterable[Place] | None = None) -> None:
        """Count the candidate's places, or only those given, for this person."""
        self.members += [(candidate, place) for place in (candidate.places if places is None else places)]
        self.titles += [title for title in candidate.titles if title not in self.titles]
        if len(names.core(candidate.words)) > len(names.core(self.words)):
            self.words, self.text = candidate.words, candidate.text
        self.score = max(self.score, score)


def fold(
    candidates: Sequence[Candidate], scores: Mapping[names.Words, float], known: Mapping[names.Words, str]
) -> list[Figure]:
    """`scores` are log-odds of each candidate, `known` the vocabulary's name for those that it has as strong names."""
    clusters: list[Cluster] = []
    singles: list[Candidate] = []
    # the fullest first, so that shorter forms find them
    for candidate in sorted(candidates, key=lambda c: -len(names.core(c.words))):
        score = scores[candidate.words]
        name = known.get(candidate.words, "")
        if len(names.core(candidate.words)) < 2 and not name:
            singles.append(candidate)
        elif score > KEEP or name:
            _join(clusters, candidate, score, name)
    for candidate in singles:
        _place_single(clusters, candidate, scores[candidate.words])
    figures = [_figure(cluster) for cluster in clusters if cluster.members]
    return sorted(figures, key=lambda f: (f.mentions[0].part == "body", f.mentions[0].start))


def _join(clusters: list[Cluster], candidate: Candidate, score: float, name: str) -> None:
    for cluster in clusters:
        same = cluster.known == name if (cluster.known and name) else names.may_be_one(candidate.words, cluster.words)
        if same and (cluster.score > 0) == (score > 0 or bool(name)):
            cluster.take(candidate, score)
            cluster.known = cluster.known or name
            return
    cluster = Cluster(candidate.words, candidate.text, score if not name else max(score, 3.0), name)
    cluster.take(candidate, score)
    clusters.append(cluster)


def _place_single(clusters: list[Cluster], candidate: Candidate, score: float) -> None:
    """A single word: part of a name that stands in full in the article, or somebody of its own."""
    word = names.bare(candidate.words[0])
    owners = [cluster for cluster in clusters if cluster.score > 0 and len(names.core(cluster.words)) > 1]
    last = [c for c in owners if names.core(c.words)[-1] == word]
    first = [c for c in owners if names.core(c.words)[0] == word]
    middle = [c for c in owners if word in names.core(c.words)[1:-1]]
    found = last or first or middle
    if not found:
        if score > KEEP:
            cluster = Cluster(candidate.words, candidate.text, score)
            cluster.take(candidate, score)
            clusters.append(cluster)
        return
    for place in candidate.places:
        if not place.features & _NOT_A_PERSON_HERE:
            _nearest(found, place).take(candidate, score, [place])


def _nearest(clusters: list[Cluster], place: Place) -> Cluster:
    """Of several people of one surname, the one named in full last before this place."""
    if len(clusters) == 1:
        return clusters[0]

    def distance(cluster: Cluster) -> int:
        before = [
            place.segment.start - other.segment.start
            for candidate, other in cluster.members
            if len(candidate.words) > 1 and other.part == place.part and other.segment.start < place.segment.start
        ]
        return min(before, default=1 << 30)

    return min(clusters, key=distance)


def _figure(cluster: Cluster) -> Figure:
    name = cluster.text
    members = sorted(cluster.members, key=lambda pair: (pair[1].part == "body", pair[1].segment.start))
    mentions = tuple(
        Mention(
            "people",
            name,
            _written(candidate, place),
            place.segment.start,
            place.segment.end,
            _rule(cluster, candidate, place),
            place.part,
        )
        for candidate, place in members
    )
    return Figure(name, mentions, round(cluster.score, 2), tuple(cluster.titles), cluster.known)


def _written(candidate: Candidate, place: Place) -> str:
    tokens = place.segment.tokens
    return candidate.text if len(tokens) == 1 else " ".join(token.text for token in tokens)


def _rule(cluster: Cluster, candidate: Candidate, place: Place) -> str:
    """The most telling reason, for the reader of `explain`."""
    if cluster.known and names.core(candidate.words) != names.core(cluster.words):
        return "people.vocabulary"
    if len(candidate.words) < len(cluster.words):
        return "people.short-form"
    if place.features & {"honorific-before", "office-before", "role-before"}:
        return "people.title"
    if {"given-1", "given-2", "given-initial"} & candidate.features:
        return "people.given-name"
    return "people.context"
