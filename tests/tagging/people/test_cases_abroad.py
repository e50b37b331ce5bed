"""Names in the cases of languages other than Russian are those of one person, as people are cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline import vocabulary
from dateline.tagging import Document, OwnPeople, Tagger
from dateline.tagging.people.together.cases import Cases

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.tagging.people.lists import lexicon

MORE = {
    "et": "Nad vaatasid plaane, mis on sügisest saati valmis, ja tahavad nüüd teada, kas see on seda väärt.",
    "fi": "He katsoivat suunnitelmia, jotka ovat olleet valmiina syksystä, ja haluavat nyt tietää, onko se hyvä.",
    "pl": "Obejrzeli plany, które są gotowe od jesieni, i chcą teraz wiedzieć, czy to się opłaca.",
    "sk": "Pozreli si plány, ktoré sú hotové od jesene, a teraz chcú vedieť, či sa to oplatí.",
    "lt": "Jie pažiūrėjo planus, kurie yra paruošti nuo rudens, ir dabar nori žinoti, ar tai verta.",
    "uk": "Вони подивилися на плани, які готові з осені, і тепер хочуть знати, чи це того варте.",
    "ru": "Они посмотрели на планы, которые лежат с осени, и теперь хотят понять, стоит ли его строить.",
}

BALTIC = {
    "lt": MORE["lt"],
    "lv": "Viņi apskatīja plānus, kas ir gatavi kopš rudens, un tagad grib zināt, vai tas ir tā vērts.",
}


@pytest.mark.parametrize(
    ("code", "name", "cited"),
    [
        ("pl", "Andrzejem Lindowskim", "Andrzej Lindowski"),
        ("pl", "Andrzeja Lindowskiego", "Andrzej Lindowski"),
        ("pl", "Zbigniewa Tomczyka", "Zbigniew Tomczyk"),
        ("pl", "Annaleną Lindowską", "Annalena Lindowska"),
        ("pl", "Declanem Rice", ""),  # no case has that end
        ("cs", "Lubomírem Lindovským", "Lubomír Lindovský"),
        ("cs", "Lubomíra Novotného", "Lubomír Novotný"),
        ("cs", "Zuzanou Lindovou", "Zuzana Lindová"),
        ("cs", "Declana Rice", "Declan Rice"),
        ("cs", "Karla Lindovského", "Karel Lindovský"),
        ("cs", "Jana Lindnera", "Jan Lindner"),
        ("cs", "Justine Lindové", "Justine Lindová"),
        ("cs", "Jana Lindová", ""),
        ("cs", "Janu Lindskovi", ""),  # Lindsk or Lindska
        ("lv", "Krišjāni Lindiņu", "Krišjānis Lindiņš"),
        ("lv", "Edgara Lindiņa", "Edgars Lindiņš"),
        ("lt", "Jenso Lindbergo", "Jensas Lindbergas"),  # Jens Lindberg, as Lithuanian has him
        ("lt", "Jensą Lindbergą", "Jensas Lindbergas"),
        ("lt", "Dariui Lindauskui", "Darius Lindauskas"),
        ("ru", "Серика Лундова", "Серик Лундов"),
        ("hr", "Davidom Lindovićem", "David Lindović"),
        ("lt", "Volodymyru Lindausku", "Volodymyras Lindauskas"),
        ("uk", "Володимиром Линдовським", "Володимир Линдовський"),
        ("uk", "Олександром Юрченком", "Олександр Юрченко"),
        ("uk", "Олександра Линдовського", "Олександр Линдовський"),
        ("ru", "Дональдом Лундом", "Дональд Лунд"),
        ("el", "Κυριάκο Λινδάκη", "Κυριάκος Λινδάκης"),
        # Names as they are cited, and what is none
        ("pl", "Andrzej Lindowski", ""),
        ("cs", "Petra Fialová", ""),
        ("cs", "Gary Lindner", ""),
        ("ru", "Новой Москвы", ""),
        ("ru", "Власти Москвы", ""),
        ("uk", "Раді Линдовська", ""),
        ("fi", "Mette Andersen", ""),
        ("et", "Kersti Kaljulind", ""),
        ("et", "Gabriel Steele", ""),
        ("et", "Edgar Kunnas", ""),  # of Estonia, and no Kunn in a case
        # The last word alone
        ("et", "Sauli Niinilöga", "Sauli Niinilö"),
        ("et", "Edgar Wagneri", "Edgar Wagner"),
        ("et", "Sergei Lindõiga", "Sergei Lindõi"),  # of which no Lindõ is left
        ("et", "Sergei Lindõilt", "Sergei Lindõi"),
        ("et", "Sergei Lindõi", ""),
        ("et", "Sergei Lindoviga", "Sergei Lindov"),
        ("fi", "Antti Kaikkosen", "Antti Kaikkonen"),
        ("fi", "Olaf Wagnerin", "Olaf Wagner"),
        ("fi", "Olaf Lindaksen", "Olaf Lindas"),
        ("fi", "Sauli Lindyiä", "Sauli Lindyi"),
        ("fi", "Sauli Lindöä", "Sauli Lindö"),
        ("pl", "Europy Lindowskiej", ""),
        ("hu", "Viktor Wagnernek", "Viktor Wagner"),
    ],
)
def test_the_nominative(words: lexicon.Lexicon, code: str, name: str, cited: str) -> None:
    assert Cases(words, code).nominative(name, (), ()) == cited


def test_what_else_the_article_says_decides(words: lexicon.Lexicon) -> None:
    assert Cases(words, "cs").nominative("Petra Lindy", (), ()) == ""  # a woman's name too
    assert Cases(words, "cs").nominative("Petra Lindy", ["petr linda"], ()) == "Petr Linda"
    assert Cases(words, "et").nominative("Kersti Kaljulindi", (), ()) == ""
    assert Cases(words, "et").nominative("Kersti Kaljulindi", ["kersti kaljulind"], ()) == "Kersti Kaljulind"
    assert Cases(words, "et").nominative("Kersti Kaljulindi", (), ["kaljulind"]) == "Kersti Kaljulind"
    assert Cases(words, "et").nominative("Edgar Sutte", (), ()) == "Edgar Sutt"
    assert Cases(words, "et").nominative("Edgar Sutte", (), ["sutte"]) == ""
    assert Cases(words, "et").nominative("Kersti Kaljulindi", (), ["kaljulindiga"]) == "Kersti Kaljulind"


@pytest.mark.parametrize(
    ("code", "text", "people"),
    [
        ("pl", "Minister rozmawiał z Andrzejem Lindowskim i z Donaldem Tomczykiem.",
         {"Andrzej Lindowski", "Donald Tomczyk"}),
        ("sk", "Minister rokoval s Eduardom Lindovským. Robert Novotný do Lundu necestoval.",
         {"Eduard Lindovský", "Robert Novotný"}),
        ("lt", "Jis kalbėjosi su Andriumi Lindausku.", {"Andrius Lindauskas"}),
        ("fi", "He tapasivat Antti Kaikkosen ja Sanna Virtasen.", {"Antti Kaikkonen", "Sanna Virtanen"}),
        ("et", "Kohal oli Edgar Wagner. Edgar Wagneriga räägiti sadamast.", {"Edgar Wagner"}),
        ("uk", "Він зустрівся з Президентом Володимиром Линдовським.", {"Володимир Линдовський"}),
        ("ru", "Об этом сказала дочь президента Ивана Лунда Мария Лунд.", {"Иван Лунд", "Мария Лунд"}),
    ],
)  # fmt: skip
def test_each_person_is_named_as_cited(tagger: Tagger, code: str, text: str, people: set[str]) -> None:
    (tags,) = tagger.decide([tagger.read(Document("a", f"{text} {MORE[code]}"))])
    assert {tag.name for tag in tags if tag.facet == "people"} == people


def test_a_name_of_the_vocabulary_has_a_say_where_its_cases_stand(tmp_path: Path) -> None:
    (tmp_path / "people.yaml").write_text("Zuzana Lindowska: nobody\n", encoding="utf-8")
    own, problems = vocabulary.load(tmp_path)
    assert problems == []
    text = f"Minister rozmawiał z Zuzaną Lindowską. {MORE['pl']}"
    assert OwnPeople(own).in_text(["Spotkanie", text])
    (tags,) = Tagger(own).decide([Tagger(own).read(Document("a", text))])
    assert not [tag for tag in tags if tag.facet == "people"]


@pytest.mark.parametrize("head", ["---\ntitle: Setkání\nlanguage: cs\n---\n", '{"wrote": {\n  "language": "cs"\n}}'])
def test_so_it_has_where_the_language_is_only_stated(tmp_path: Path, head: str) -> None:
    (tmp_path / "people.yaml").write_text("Eva Lindova: nobody\n", encoding="utf-8")
    own = OwnPeople(vocabulary.load(tmp_path)[0])
    text = "Hovořil s Evou Lindovou."
    assert not own.in_article(text)
    assert own.in_article(head, text) == own.in_article("Eva Lindova") != ""


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ("Они говорили с министром Эстонии Каспаром Линдалом.", {"Каспар Линдал"}),
        ("Они говорили с министром иностранных дел Эстонии Каспаром Линдалом.", {"Каспар Линдал"}),
        ("Об этом сказали премьер-министру Каспару Линдалу.", {"Каспар Линдал"}),
        ("Они говорили с депутатом Верховной Рады и главой Лиги Наций.", set()),
        ("Они говорили с мэром Новой Москвы и министром Великой Британии.", set()),
        ("Они стояли у министерства, а над Каспаром Линдалом был снег.", set()),
    ],
)
def test_behind_an_office_a_name_that_few_have_counts_in_its_case(tagger: Tagger, said: str, people: set[str]) -> None:
    (tags,) = tagger.decide([tagger.read(Document("a", f"{said} {MORE['ru']}"))])
    assert {tag.name for tag in tags if tag.facet == "people"} == people


@pytest.mark.parametrize(
    ("code", "said", "people"),
    [
        ("lt", "Apie tai kalbėjo Jensas Lindbergas.", {"Jensas Lindbergas"}),
        ("lt", "Jie susitiko su Jensu Lindbergu.", {"Jensas Lindbergas"}),
        ("lt", "Apie tai kalbėjo Seimas Vilniuje ir Aljansas Briuselyje, o Sutartis Lietuvoje baigėsi.", set()),
        ("lv", "Par to runāja Anderss Lindbergs.", {"Anderss Lindbergs"}),
        ("lv", "Par to runāja Baltais Nams un Eiropas Padome.", set()),
    ],
)
def test_names_of_others_have_an_ending_in_baltic_languages(
    tagger: Tagger, code: str, said: str, people: set[str]
) -> None:
    (tags,) = tagger.decide([tagger.read(Document("a", f"{said} {BALTIC[code]}"))])
    assert {tag.name for tag in tags if tag.facet == "people"} == people
