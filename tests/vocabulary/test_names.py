"""Entries of the vocabulary under names of the site's own, and topics that are off."""

from pathlib import Path

import pytest
import yaml

from dateline import pipeline, vocabulary
from dateline.tools.folder import Folder
from dateline.tools.progress import Progress
from tests.verbs.conftest import STORM, article


def written(folder: Path, name: str, text: str) -> vocabulary.Vocabulary:
    (folder / name).write_text(text, encoding="utf-8")
    words, problems = vocabulary.load(folder)
    assert problems == []
    return words


@pytest.mark.parametrize("key", ["Estonia", "EE"])
def test_a_country_gets_another_name_and_keeps_its_code_and_its_old_one(tmp_path: Path, key: str) -> None:
    words = written(tmp_path, "countries.yaml", f"{key}:\n  name: Maarjamaa\n  also: [Marienland]\n")
    country = words.countries["Maarjamaa"]
    assert (country.name, country.code) == ("Maarjamaa", "EE")
    assert {"Estonia", "Estonian", "Marienland"} <= {*country.also}
    assert "Estonia" not in words.countries


def test_a_person_gets_another_name_and_keeps_offices(tmp_path: Path) -> None:
    words = written(tmp_path, "people.yaml", "Kofi Annan:\n  name: Kofi Atta Annan\n")
    person = words.people["Kofi Atta Annan"]
    assert person.also == ("Kofi Annan",)
    assert person.roles
    assert "Kofi Annan" not in words.people


def test_a_topic_gets_another_name_and_stays_above_its_own(tmp_path: Path) -> None:
    shipped = vocabulary.load(Path("nowhere"))[0].topics
    words = written(
        tmp_path, "topics.yaml", "Labour:\n  name: Work\nPicket lines:\n  parent: Labour\n  cues: [picket]\n"
    )
    assert words.topics["Work"].cues == shipped["Labour"].cues
    assert words.topics["Work"].also == ("Labour",)
    below = {name for name, topic in shipped.items() if topic.parent == "Labour"}
    assert {name for name, topic in words.topics.items() if topic.parent == "Work"} == below | {"Picket lines"}


def test_a_topic_that_is_off_takes_the_narrower_ones_along(tmp_path: Path) -> None:
    shipped = vocabulary.load(Path("nowhere"))[0].topics
    words = written(tmp_path, "topics.yaml", "Labour: off\n")
    assert shipped.keys() - words.topics.keys() == {
        name for name, topic in shipped.items() if "Labour" in (name, topic.parent)
    }
    words = written(tmp_path, "topics.yaml", "Labour: off\nStrikes and labour disputes: {parent: Society}\n")
    assert words.topics["Strikes and labour disputes"].parent == "Society"
    assert "Employment and wages" not in words.topics


@pytest.fixture
def site(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path)
    folder.seeds.mkdir()
    (folder.seeds / "storm.txt").write_text(STORM, encoding="utf-8")
    return folder


def head(site: Folder) -> str:
    return article(site, "storm").read_text(encoding="utf-8")


def test_articles_follow_and_what_was_taken_away_stays_away(site: Folder) -> None:
    text = STORM.replace("The government in Estonia", "The Estonian government")
    (site.seeds / "storm.txt").write_text(text, encoding="utf-8")
    pipeline.build(site, Progress())
    assert "countries: [Finland, Sweden, Estonia]\n" in head(site)
    path = article(site, "storm")
    path.write_text(head(site).replace("Sweden, Estonia", "Sweden"), encoding="utf-8")
    site.vocabulary.mkdir(parents=True)
    for name, text, countries in (
        ("Maarjamaa", "EE: {name: Maarjamaa}\nSE: {name: Svea}\n", "Finland, Svea"),
        ("none", "", "Finland, Sweden"),
    ):
        (site.vocabulary / "countries.yaml").write_text(text, encoding="utf-8")
        pipeline.build(site, Progress())
        assert f"countries: [{countries}]\n" in head(site), name


def test_what_was_taken_away_stays_away_in_another_language(site: Folder) -> None:
    text = STORM.replace("The government in Estonia", "The Estonian government")
    (site.seeds / "storm.txt").write_text(text, encoding="utf-8")
    pipeline.build(site, Progress())
    path = article(site, "storm")
    path.write_text(head(site).replace("Sweden, Estonia", "Sweden"), encoding="utf-8")
    site.config.write_text("language: et\n", encoding="utf-8")
    pipeline.build(site, Progress())
    assert "countries: [Soome, Rootsi]\n" in head(site)


def test_a_topic_that_was_taken_away_stays_away_under_another_name(site: Folder) -> None:
    pipeline.build(site, Progress())
    (line,) = [line for line in head(site).splitlines() if line.startswith("topics: ")]
    topics = yaml.safe_load(line)["topics"]
    article(site, "storm").write_text(head(site).replace(line, "topics: []"), encoding="utf-8")
    pipeline.build(site, Progress())
    site.vocabulary.mkdir(parents=True)
    renamed = "".join(f"{name}:\n  name: Other {number}\n" for number, name in enumerate(topics))
    (site.vocabulary / "topics.yaml").write_text(renamed, encoding="utf-8")
    pipeline.build(site, Progress())
    assert "topics: []\n" in head(site)
