"""A subject -> what the vocabulary states of it: offices, definition, terms, the topics above and beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.library import Subject
    from dateline.site.shown.parts import Parts
    from dateline.site.views import TagLink

TERMS = 40


def roles(parts: Parts, subject: Subject) -> tuple[str, ...]:
    """Offices that the vocabulary states, with their terms; who held one twice has it once."""
    person = parts.vocabulary.people.get(subject.name) if subject.facet == "people" else None
    if person is None:
        return ()
    held: dict[str, list[str]] = {}
    for role in person.roles:
        ends = [str(end.year) if end else "" for end in (role.since, role.until)]
        held.setdefault(role.title, []).extend(["–".join(ends)] if any(ends) else [])
    return tuple(", ".join((title, *spans)) for title, spans in held.items())


def definition(parts: Parts, subject: Subject) -> str:
    topic = parts.vocabulary.topics.get(subject.name) if subject.facet == "topics" else None
    return topic.definition if topic else ""


def terms(parts: Parts, subject: Subject) -> tuple[str, ...]:
    topic = parts.vocabulary.topics.get(subject.name) if subject.facet == "topics" else None
    if topic is None:
        return ()
    return tuple(term for term, _ in sorted(topic.cues.items(), key=lambda cue: (-cue[1], cue[0])))[:TERMS]


def family(parts: Parts, subject: Subject) -> tuple[TagLink | None, tuple[TagLink, ...], tuple[TagLink, ...]]:
    """The broader topic, the narrower ones and those beside it, as far as the corpus has them."""
    topics = parts.vocabulary.topics
    topic = topics.get(subject.name) if subject.facet == "topics" else None
    if topic is None:
        return None, (), ()
    known = parts.library.subjects["topics"]
    parents = {name: found.parent for name in known if (found := topics.get(name))}
    broader = parts.tag(("topics", topic.parent)) if topic.parent in known else None
    narrower = sorted(name for name, parent in parents.items() if parent == topic.name)
    beside = sorted(name for name, parent in parents.items() if parent == topic.parent and name != topic.name)
    narrow, near = (tuple(parts.tag(("topics", name)) for name in names) for names in (narrower, beside))
    return broader, narrow, near if broader else ()
