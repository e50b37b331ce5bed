"""Topics: the articles of cases.yaml, spellings, a site's own topics, places in the text, and the data in step."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import vocabulary
from dateline.data.make import topics as make
from dateline.tagging import Document
from dateline.tagging.topics import TopicReader
from dateline.tagging.topics.choice import choose
from dateline.tagging.topics.scores import Scores
from dateline.tagging.topics.spellings import variants
from dateline.tools import yamlio
from dateline.vocabulary import Topic, Vocabulary

CASES = yamlio.parse((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8")).value
NO_FILES = Path(__file__).parent / "no-such-folder"


@cache
def shipped() -> Vocabulary:
    return vocabulary.load(NO_FILES)[0]


@cache
def reader() -> TopicReader:
    return TopicReader(shipped())


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=case.get("title", case["text"])) for group in CASES for case in CASES[group]]
)
def test_case(case: dict[str, Any]) -> None:
    names = [tag.name for tag in reader().read(Document("", case["text"], case.get("title", "")))]
    unknown = {*case.get("has", ()), *case.get("hasnt", ())} - set(shipped().topics)
    assert not unknown, "the case names topics that there are not"
    if case.get("none"):
        assert names == []
    if "first" in case:
        assert names[:1] == [case["first"]]
    assert set(case.get("has", ())) <= set(names)
    assert not set(case.get("hasnt", ())) & set(names)


@pytest.mark.parametrize(
    ("other", "strong", "words", "expected"),
    [
        (3.0, 1, 120, ["Religion"]),
        (4.0, 1, 120, []),  # the next one is near
        (3.0, 0, 120, []),  # no strong term speaks for it
        (3.0, 1, 500, []),  # a long text that has no more
    ],
)
def test_the_best_subject_of_a_short_text(other: float, strong: int, words: int, expected: list[str]) -> None:
    whole = {"Religion": 6.0, "Sport": other}
    scores = Scores(whole, whole, {"Religion": 3, "Sport": 2}, {"Religion": strong, "Sport": 0})
    assert list(choose(scores, {"Religion": (), "Sport": ()}, words)) == expected


@pytest.mark.parametrize(("other", "terms", "expected"), [(5.7, 1, ["Religion"]), (5.7, 2, []), (6.0, 1, [])])
def test_a_strong_term_that_is_said_once_is_no_rival_in_a_short_text(
    other: float, terms: int, expected: list[str]
) -> None:
    whole = {"Religion": 7.5, "Sport": other}
    scores = Scores(whole, whole, {"Religion": 3, "Sport": terms}, {"Religion": 1, "Sport": 1})
    assert expected == list(choose(scores, {"Religion": (), "Sport": ()}, 120))


@pytest.mark.parametrize(
    ("figure", "terms", "words", "expected"),
    [
        (3.0, 3, 80, ["Religion"]),
        (4.0, 2, 80, []),
        (4.0, 3, 81, []),
        (3.5, 2, 50, ["Religion"]),
        (3.5, 2, 51, []),
        (3.4, 2, 50, []),
        (9.0, 1, 20, []),
    ],
)
def test_a_text_of_a_few_lines_has_the_best_subject(figure: float, terms: int, words: int, expected: list[str]) -> None:
    whole = {"Religion": figure, "Sport": figure - 0.1}
    scores = Scores(whole, whole, {"Religion": terms, "Sport": 3}, {"Religion": 0, "Sport": 0})
    assert list(choose(scores, {"Religion": (), "Sport": ()}, words)) == expected


@pytest.mark.parametrize(
    ("figure", "strong", "expected"),
    [
        (9.0, 2, ["Religion", "Sport"]),
        (9.0, 1, ["Religion"]),
        (10.0, 1, ["Religion", "Sport"]),
        (10.0, 0, ["Religion"]),
        (12.0, 0, ["Religion", "Sport"]),
    ],
)
def test_a_further_subject_of_one_strong_term_or_none_must_be_nearer(
    figure: float, strong: int, expected: list[str]
) -> None:
    whole = {"Religion": 20.0, "Sport": figure}
    scores = Scores(whole, whole, {"Religion": 12, "Sport": 12}, {"Religion": 2, "Sport": strong})
    assert list(choose(scores, {"Religion": (), "Sport": ()}, 400)) == expected


@pytest.mark.parametrize(
    ("figure", "strong", "expected"),
    [(10.0, 2, True), (9.0, 2, False), (19.0, 1, False)],
)
def test_a_third_subject_must_be_about_as_strong_as_the_first_two(figure: float, strong: int, expected: bool) -> None:
    whole = {"Religion": 20.0, "Sport": 20.0, "Law": figure}
    scores = Scores(whole, whole, dict.fromkeys(whole, 12), {"Religion": 2, "Sport": 2, "Law": strong})
    assert ("Law" in choose(scores, dict.fromkeys(whole, ()), 400)) == expected


@pytest.mark.parametrize(("terms", "expected"), [(6, ["Sport", "Golf"]), (5, ["Sport"])])
def test_many_terms_need_no_strong_one(terms: int, expected: list[str]) -> None:
    scores = Scores({"Golf": 9.0}, {"Sport": 9.0, "Golf": 9.0}, {"Sport": 12, "Golf": terms}, {"Sport": 0, "Golf": 0})
    assert sorted(choose(scores, {"Sport": (), "Golf": ("Sport",)}, 400), reverse=True) == expected


@pytest.mark.parametrize(
    ("term", "spelling"),
    [
        ("defence minister", "defense ministers"),
        ("organised crime", "organized crime"),
        ("labor market", "labour markets"),
        ("ageing population", "aging populations"),
        ("party", "parties"),
        ("church", "churches"),
        ("theater", "theatres"),
        ("pensioner's card", "pensioner’s card"),
    ],
)
def test_spellings(term: str, spelling: str) -> None:
    assert spelling in set(variants(term))


def test_only_words_in_latin_letters_have_spellings() -> None:
    assert list(variants("матч")) == ["матч"]


@pytest.mark.parametrize(
    ("term", "spelling"), [("parliament", "parliamets"), ("sales", "saless"), ("perimeter", "perimetre")]
)
def test_no_such_spellings(term: str, spelling: str) -> None:
    assert spelling not in set(variants(term))


def own(**changes: Any) -> TopicReader:
    bees = {"beekeeper": 3.0, "honey": 3.0, "hive": 1.0, "Varroa": 3.0} | changes
    farming = Topic("Farming", "x:1", cues={"farm": 3.0, "harvest": 3.0})
    return TopicReader(Vocabulary(topics={"Farming": farming, "Bees": Topic("Bees", "x:2", "Farming", cues=bees)}))


OWN = own()


def test_a_site_has_topics_of_its_own_and_parents_are_implied() -> None:
    tags = own().read(Document("", "The beekeeper sold honey. Another beekeeper sold honey too; his hive was empty."))
    assert [(tag.name, tag.code, tag.rule) for tag in tags] == [
        ("Farming", "x:1", "topics.parent"),
        ("Bees", "x:2", ""),
    ]


def test_one_term_is_not_enough_however_often_it_stands() -> None:
    assert own().read(Document("", "Honey, honey, honey, honey, honey and honey.")) == ()


def test_a_capital_of_a_term_must_be_one_in_the_text() -> None:
    assert own().read(Document("", "A beekeeper fights Varroa."))
    assert not own().read(Document("", "A beekeeper fights varroa."))
    assert own().read(Document("", "BEEKEEPER FIGHTS VARROA"))


def test_a_term_is_found_across_the_end_of_a_line_and_a_hard_blank() -> None:
    read = TopicReader(Vocabulary(topics={"Bees": Topic("Bees", cues={"queen bee": 5.0, "Bee Day": 5.0})})).read
    (tag,) = read(Document("", "The queen\nbee on World Bee\u00a0Day."))
    assert [mention.text for mention in tag.mentions] == ["queen\nbee", "Bee\u00a0Day"]


SIGNS = TopicReader(
    Vocabulary(topics={"Bees": Topic("Bees", cues={"co-op": 5.0, "C++": 5.0, ".bee": 5.0, "hive": 5.0})})
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("co-op, C++ and .bee", ["co-op", "C++", ".bee"]),
        ("“co-op”(hive_.bee/C++", ["co-op", "hive", ".bee", "C++"]),
        ("CO-OP-HIVE: c++", ["CO-OP", "HIVE"]),
        ("CO OP, CO/OP, HIVE, .BEE", ["HIVE", ".BEE"]),
        ("co op, coop, co-ops1, Chive, hive2, C+, C , a.bee, C++1, ..bee hive", [".bee", "hive"]),
        ("co\u2013op hive’s l’hive", ["co\u2013op", "hive", "hive"]),
    ],
)
def test_a_term_with_signs_stands_as_it_is_written_and_touches_no_word(text: str, found: list[str]) -> None:
    (tag,) = SIGNS.read(Document("", text))
    assert [mention.text for mention in tag.mentions] == found


def test_mentions_stand_where_they_say_and_the_title_counts_more() -> None:
    title, text = "Honey up", "The beekeeper\u00a0sold İzmir honey, the hive was full."
    tag = own().read(Document("", text, title))[-1]
    assert [(m.part, m.text, m.rule) for m in tag.mentions] == [
        ("title", "Honey", "topics.title"),
        ("body", "beekeeper", "topics.cue"),
        ("body", "honey", "topics.cue"),
        ("body", "hive", "topics.cue"),
    ]
    for mention in tag.mentions:
        assert (title if mention.part == "title" else text)[mention.start : mention.end] == mention.text
    without = own().read(Document("", text))[-1]
    assert tag.weight > without.weight


PIECES = st.sampled_from(["honey", "Honey", "HIVE", "beekeepers", "Varroa", "İ", "ß", "\u00a0", "\n", " ", "farm", "–"])


@given(st.lists(PIECES | st.text(max_size=5), max_size=40).map("".join), st.text(max_size=20))
def test_whatever_the_text_mentions_stand_where_they_say(text: str, title: str) -> None:
    for tag in OWN.read(Document("", text, title)):
        assert len({mention.text.lower() for mention in tag.mentions}) >= 1 or tag.rule == "topics.parent"
        for mention in tag.mentions:
            assert (title if mention.part == "title" else text)[mention.start : mention.end] == mention.text


def test_a_not_hides_what_is_in_it() -> None:
    topic = Topic("Bees", cues={"honey": 3.0, "hive": 3.0}, nots=("honey moon",))
    read = TopicReader(Vocabulary(topics={"Bees": topic})).read
    assert read(Document("", "Honey from the hive"))
    assert not read(Document("", "A honey moon in the hive"))


def test_no_topics_no_tags() -> None:
    assert TopicReader(Vocabulary()).read(Document("", "An election")) == ()


def test_data_in_step() -> None:
    assert (make.FOLDER / "topics.json").read_text(encoding="utf-8") == make.compiled(), (
        "run python -m dateline.data.make.topics"
    )


def test_scheme() -> None:
    topics = json.loads((make.FOLDER / "topics.json").read_text(encoding="utf-8"))
    subjects = [name for name, topic in topics.items() if not topic["parent"]]
    assert len(subjects) == 17
    assert all(topics[topic["parent"]] for topic in topics.values() if topic["parent"])
    codes = [topic["code"] for topic in topics.values()]
    assert len(set(codes)) == len(codes)
    few = [name for name, topic in topics.items() if sum(weight >= 3 for weight in topic["cues"].values()) < 8]
    assert few == [], "a topic needs strong cues to be found"


ROWING = "An oar lay by the boat, where a rower sat with the cox after the regatta."


def sports(**subjects: dict[str, float]) -> Vocabulary:
    """A vocabulary in which Rowing, which these words do not suffice for, is below Sport."""
    oars = dict.fromkeys(["oar", "regatta", "rower", "boat", "cox"], 1.9)
    topics = {name: Topic(name, name, cues=cues) for name, cues in subjects.items()}
    return Vocabulary({}, {}, {**topics, "Rowing": Topic("Rowing", "R", parent="Sport", cues=oars)}, frozenset())


def test_a_term_of_a_narrower_topic_that_is_not_chosen_is_shown_for_the_subject() -> None:
    [tag] = TopicReader(sports(Sport={"match": 3.0})).read(Document("", f"The match was late. {ROWING}"))
    assert tag.name == "Sport"
    assert [mention.text for mention in tag.mentions] == ["match", "oar", "boat", "rower", "cox", "regatta"]


def test_a_subject_needs_two_terms_that_can_be_shown() -> None:
    """One of them its own; and where another subject comes first, both."""
    assert TopicReader(sports(Sport={"late": 3.0})).read(Document("", f"The match was over. {ROWING}")) == ()
    law = dict.fromkeys(["judge", "jury", "court", "trial", "verdict"], 4.0)
    text = f"The judge told the jury of the court after the trial: a verdict on the match was late. {ROWING}"
    for sport, expected in (({"match": 3.0}, ["Law"]), ({"match": 3.0, "late": 3.0}, ["Law", "Sport"])):
        tags = TopicReader(sports(Law=law, Sport=sport)).read(Document("", text))
        assert expected == [tag.name for tag in tags]


@pytest.mark.parametrize(("golf", "law", "expected"), [(7.0, 10.0, True), (6.9, 10.0, False), (7.0, 30.0, False)])
def test_one_strong_term_that_stands_often_suffices_for_a_topic_of_the_first_subject(
    golf: float, law: float, expected: bool
) -> None:
    terms, strong = {"Sport": 12, "Law": 12, "Golf": 1}, {"Sport": 3, "Law": 3, "Golf": 1}
    scores = Scores({"Golf": golf}, {"Sport": 20.0, "Law": law}, terms, strong)
    assert expected == ("Golf" in choose(scores, {"Sport": (), "Law": (), "Golf": ("Sport",)}, 100))


@pytest.mark.parametrize(("words", "expected"), [(199, ["Sport", "Law"]), (200, ["Sport"])])
def test_a_short_text_needs_fewer_terms(words: float, expected: list[str]) -> None:
    """Four terms with a strong one among them; two do not suffice in any."""
    whole = {"Sport": 20.0, "Law": 10.0, "Religion": 9.0}
    terms, strong = {"Sport": 12, "Law": 4, "Religion": 3}, {"Sport": 3, "Law": 1, "Religion": 1}
    assert expected == list(choose(Scores(whole, whole, terms, strong), dict.fromkeys(whole, ()), words))
