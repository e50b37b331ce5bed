"""The shipped vocabulary, a site's changes to it, and mistakes.yaml."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

import dateline
from dateline import vocabulary
from dateline.data.make import topics as make_topics
from dateline.model import When
from dateline.tagging import Document
from dateline.tagging.topics import TopicReader
from dateline.tools import yamlio

MISTAKES = yamlio.parse(Path(__file__).with_name("mistakes.yaml").read_text(encoding="utf-8")).value


@pytest.mark.parametrize("mistake", MISTAKES, ids=[mistake["says"][19:70] for mistake in MISTAKES])
def test_each_mistake_is_said_with_its_line(mistake: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / mistake["file"]).write_text(mistake["text"], encoding="utf-8")
    _, problems = vocabulary.load(tmp_path)
    assert any(str(problem).startswith(mistake["says"]) for problem in problems), [str(p) for p in problems]
    assert all(problem.hint for problem in problems)


def test_every_mistake_is_said_at_once(tmp_path: Path) -> None:
    (tmp_path / "people.yaml").write_text(
        "Ada Lovelace:\n  aka: [Ada]\n  also: Ada King\n  roles: [{title: Countess, from: 1838-13}]\n  wikidata: 7\n",
        encoding="utf-8",
    )
    (tmp_path / "countries.yaml").write_text("Atlantis:\n  code: OO\n", encoding="utf-8")
    (tmp_path / "topics.yaml").write_text("Fish:\n  parent: Sea\n  cues: {cod: x}\n", encoding="utf-8")
    _, problems = vocabulary.load(tmp_path)
    assert [(Path(problem.path).stem, problem.line, problem.code) for problem in problems] == [
        ("countries", 2, "V18"),
        ("people", 2, "V04"),
        ("people", 3, "V05"),
        ("people", 4, "V07"),
        ("people", 5, "V10"),
        ("topics", 2, "V13"),
        ("topics", 3, "V12"),
    ]


def test_a_term_may_begin_where_another_ends(tmp_path: Path) -> None:
    text = """
Ada Lovelace: {roles: [{title: Mayor, from: 2001, to: 2005-05}]}
Grace Hopper: {roles: [{title: Mayor, from: 2005-05-07, to: 2009}]}
Joan Clarke: {roles: [{title: Mayor, from: 2009}]}
"""
    (tmp_path / "people.yaml").write_text(text, encoding="utf-8")
    assert vocabulary.load(tmp_path)[1] == []


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "people.yaml").write_bytes(b"\xff\xfe\x00\x01\x80")
    _, problems = vocabulary.load(tmp_path)
    assert [problem.code for problem in problems] == ["V01"]


def test_a_mistake_leaves_the_rest(tmp_path: Path) -> None:
    (tmp_path / "people.yaml").write_text("Ada Lovelace:\n  aka: [Ada]\n  also: [Ada King]\n", encoding="utf-8")
    words, problems = vocabulary.load(tmp_path)
    assert len(problems) == 1
    assert words.people["Ada Lovelace"].also == ("Ada King",)


def test_what_is_shipped_has_no_mistakes() -> None:
    words, problems = vocabulary.load(Path("nowhere"))
    assert problems == []
    assert len(words.people) > 500
    assert words.countries["Estonia"].code == "EE"
    assert all(topic.parent in words.topics for topic in words.topics.values() if topic.parent)
    strong: dict[str, str] = {}
    for person in words.people.values():
        for name in dict.fromkeys((person.name, *person.also)):
            assert strong.setdefault(name, person.name) == person.name


def test_terms_of_one_office_do_not_overlap() -> None:
    held: dict[str, list[tuple[str, str, str]]] = {}
    for person in vocabulary.load(Path("nowhere"))[0].people.values():
        for role in person.roles:
            held.setdefault(role.title, []).append((str(role.since), str(role.until or "9999"), person.name))
    for office, terms in held.items():
        terms.sort()
        for (_, until, first), (since, _, second) in pairwise(terms):
            assert until[:7] <= since[:7], f"{office}: {first} until {until}, {second} from {since}"


def test_an_entry_of_the_site_adds_to_the_shipped_one(tmp_path: Path) -> None:
    text = """
Kofi Annan:
  also: [Kofi Anan]
  weak: [Annan]
  not: [Kojo Annan]
  roles: [{title: Chairman, from: 2025-02}]
"""
    (tmp_path / "people.yaml").write_text(text, encoding="utf-8")
    person = vocabulary.load(tmp_path)[0].people["Kofi Annan"]
    assert person == vocabulary.Person(
        "Kofi Annan",
        also=("Kofi Anan",),
        weak=("Annan",),
        nots=("Kojo Annan",),
        roles=(vocabulary.Role("Chairman", When(2025, 2)),),
        wikidata="Q1254",
    )


def test_names_are_taken_out_and_shipped_ones_switched_off(tmp_path: Path) -> None:
    (tmp_path / "people.yaml").write_text("shipped: off\nTerra Nova: nobody\nAda Lovelace:\n", encoding="utf-8")
    (tmp_path / "countries.yaml").write_text("Latvia: off\nEE: {also: [Estland]}\n", encoding="utf-8")
    (tmp_path / "topics.yaml").write_text(
        "shipped: off\nFish: {strong: [herring], cues: [net, sea], weak: [boat]}\n", encoding="utf-8"
    )
    words, problems = vocabulary.load(tmp_path)
    assert problems == []
    assert list(words.people) == ["Ada Lovelace"]
    assert words.nobody == {"Terra Nova"}
    assert "Latvia" not in words.countries
    assert "Estland" in words.countries["Estonia"].also
    assert words.topics["Fish"].cues == {"herring": 3.0, "net": 1.0, "sea": 1.0, "boat": 0.3}


def test_countries_are_named_in_the_language_of_the_site() -> None:
    words, _ = vocabulary.load(Path("nowhere"), language="et")
    assert words.countries["Eesti"].code == "EE"
    assert "Estonia" in words.countries["Eesti"].also


def test_a_country_knows_its_flag() -> None:
    words, _ = vocabulary.load(Path("nowhere"))
    assert words.countries["Estonia"].flag == "🇪🇪"
    assert words.countries["Kosovo"].flag == "🇽🇰"
    assert all(len(country.flag) == 2 for country in words.countries.values())
    assert vocabulary.Country("Nowhere", "").flag == ""


def test_large_cities_only_where_asked_for() -> None:
    without, with_cities = (vocabulary.load(Path("nowhere"), cities=asked)[0] for asked in (False, True))
    assert without.countries["Estonia"].cities == ()
    assert "Tallinn" in with_cities.countries["Estonia"].cities
    assert "London" in with_cities.countries["United Kingdom"].namesakes
    assert without.topics == with_cities.topics


def test_topics_extend_the_shipped_scheme(tmp_path: Path) -> None:
    shipped = vocabulary.load(Path("nowhere"))[0].topics
    term = next(iter(shipped["Transport"].cues))
    text = f"""
Rail Baltica: {{code: "own:1", parent: Transport, definition: A railway., strong: [Rail Baltica], cues: {{gauge: 1.5}}}}
Transport: {{cues: {{light rail to Mars: 1, {term}: 0}}}}
Music: off
"""
    (tmp_path / "topics.yaml").write_text(text, encoding="utf-8")
    words, problems = vocabulary.load(tmp_path)
    assert problems == []
    assert words.topics["Rail Baltica"] == vocabulary.Topic(
        "Rail Baltica", "own:1", "Transport", "A railway.", {"Rail Baltica": 3.0, "gauge": 1.5}
    )
    assert words.topics["Transport"].cues == {
        **{cue: weight for cue, weight in shipped["Transport"].cues.items() if cue != term},
        "light rail to Mars": 1.0,
    }
    assert words.topics["Transport"].code == shipped["Transport"].code
    assert words.topics.keys() == shipped.keys() - {"Music"} | {"Rail Baltica"}


def test_topics_replace_the_shipped_scheme_in_the_same_format(tmp_path: Path) -> None:
    """Dateline's own topics.yaml, put in place of what it ships, gives what it ships."""
    scheme = (make_topics.FOLDER / "topics.yaml").read_text(encoding="utf-8")
    (tmp_path / "topics.yaml").write_text(f"shipped: off\n{scheme}", encoding="utf-8")
    words, problems = vocabulary.load(tmp_path)
    assert problems == []
    shipped = vocabulary.load(Path("nowhere"))[0].topics
    assert words.topics == {name: replace(topic, definition="") for name, topic in shipped.items()}


def test_a_scheme_of_the_sites_own_tags_with_its_topics_alone(tmp_path: Path) -> None:
    text = """
shipped: off
Harbour: {code: "h:1", strong: [quay, tugboat]}
Pilots: {code: "h:2", parent: Harbour, strong: [pilot boat, harbour pilot], cues: [ladder]}
"""
    (tmp_path / "topics.yaml").write_text(text, encoding="utf-8")
    words, problems = vocabulary.load(tmp_path)
    assert problems == []
    article = (
        "The election was won. The harbour pilot climbed the ladder of the pilot boat at the quay; a harbor pilot fell."
    )
    tags = TopicReader(words).read(Document("", article))
    assert [(tag.name, tag.code) for tag in tags] == [("Harbour", "h:1"), ("Pilots", "h:2")]


def test_the_starter_files_change_nothing_and_their_examples_are_sound(tmp_path: Path) -> None:
    starter = Path(dateline.__file__).parent / "starter/content/vocabulary"
    assert vocabulary.load(starter) == vocabulary.load(Path("nowhere"))
    commented = (starter / "topics.yaml").read_text(encoding="utf-8").splitlines()
    examples = [line[2:] for line in commented if re.match(r"# ( |[A-Z][a-zA-Z ]+:( |$)|shipped: off)", line)]
    (tmp_path / "topics.yaml").write_text("\n".join(examples[:-1]), encoding="utf-8")
    words, problems = vocabulary.load(tmp_path)
    assert problems == []
    assert words.topics["Rail Baltica"].parent == "Transport"
    assert "Motor sport" not in words.topics
    assert words.topics["Medicine"].also == ("Health",)
    assert examples[-1] == "shipped: off"
