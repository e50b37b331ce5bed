"""Names in the cases of a language are those of one person, whom the tag names as people are cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline import vocabulary
from dateline.tagging import Document, OwnPeople, Tagger
from dateline.tagging.people.together import russian

if TYPE_CHECKING:
    from pathlib import Path

RUSSIAN = """В понедельник в городе говорили о новом порте. {} Они посмотрели на планы, которые лежат с осени, и теперь
хотят понять, стоит ли его строить. Денег на это у города пока нет, но летом об этом будут голосовать. Кто тогда будет
решать, еще не ясно, потому что выборы пройдут только в мае, и до того ничего уже не решат, как было сказано в конце,
а что будет потом, никто из них не знает и не хочет об этом говорить, так что и мы об этом пока не знаем."""
NORWEGIAN = """Det ble snakket om den nye havnen i byen på mandag. {} De har sett på planene som har ligget der siden
høsten, og vil nå vite om det er verdt det. Byen har ikke penger til det ennå, men det skal stemmes over det til
sommeren. Hvem som da skal bestemme er ikke klart, for valget er først i mai, og før det skal ikke noe bli gjort."""


GERMAN = """Im Rathaus der Stadt wurde am Montag über den neuen Hafen gesprochen. {} Die Gäste haben sich die Pläne
angesehen, die seit dem Herbst vorliegen, und wollen nun prüfen, ob sich der Bau lohnt. Die Stadt hat für das Projekt
noch kein Geld, aber der Rat will im Sommer darüber abstimmen. Wer dann das Sagen hat, ist noch nicht klar."""


@pytest.mark.parametrize(
    ("name", "cited"),
    [
        ("Ивана Петрова", "Иван Петров"),
        ("Ивану Петрову", "Иван Петров"),
        ("Иваном Петровым", "Иван Петров"),
        ("Иване Петрове", "Иван Петров"),
        ("Дмитрия Заречного", ""),  # Заречный or Заречной
        ("Дмитрием Горским", "Дмитрий Горский"),
        ("Павла Тамма", "Павел Тамм"),
        ("Льва Ткаченко", "Лев Ткаченко"),
        ("Никиты Лесных", "Никита Лесных"),
        ("Олега Сороки", "Олег Сорока"),
        ("Антона Ивановича Петрова", "Антон Иванович Петров"),
        ("Антона Снопка", ""),  # Снопок or Снопк
        ("Петра Иванова-Лунда", ""),
        ("Елены Горской", "Елена Горская"),
        ("Елену Петрову", "Елена Петрова"),
        ("Наталье Тамм", "Наталья Тамм"),
        ("Зои Ивановны Горской", "Зоя Ивановна Горская"),
        ("Елены Петров", ""),
        ("Иван Петров", ""),
        ("Елена Петрова", ""),
        ("Порта Петрова", ""),
        ("Ивана III", ""),
    ],
)
def test_the_nominative_of_russian_names(name: str, cited: str) -> None:
    assert russian.nominative(name) == (bool(cited), cited)


@pytest.mark.parametrize("name", ["Александра Петрова", "Евгения Ткаченко"])
def test_what_may_be_a_womans_nominative_is_not_decided(name: str) -> None:
    assert russian.nominative(name)[0] is False
    assert russian.nominative("Александра Горского") == (True, "Александр Горский")


@pytest.mark.parametrize(
    ("text", "said", "people"),
    [
        (RUSSIAN, "О нем спросили Ивана Петрова.", {"Иван Петров"}),
        (RUSSIAN, "Мэр города Иван Петров ответил. О нем спросили и Ивана Петрова, и Елену Горскую.",
         {"Иван Петров", "Елена Горская"}),
        (RUSSIAN, "Пришла Александра Петрова.", {"Александра Петрова"}),
        (RUSSIAN, "Пришел Александр Петров. Спросили и Александра Петрова.", {"Александр Петров"}),
        (RUSSIAN, "На Петрова надеялись. Три Лунда молчали.", set()),
        (RUSSIAN, "Совет избрал Алара Тольвика. Тольвик служил в порту.", {"Алар Тольвик"}),
        (RUSSIAN, "Совет избрал Алара Тольвика. Позже Алар Тольвик говорил.", {"Алар Тольвик"}),
        (RUSSIAN, "Была встреча с Урмасом Тольвисалу. Тольвисалу был рад.", {"Урмас Тольвисалу"}),
        (RUSSIAN, "Там видели Ханно Тольвура. Тольвур молчал.", {"Ханно Тольвур"}),
        (RUSSIAN, "Пришла Виктория Тольвина. Ее отец Олег Тольвин молчал. Тольвин уехал.",
         {"Виктория Тольвина", "Олег Тольвин"}),
        (RUSSIAN, "Пришел Игорь Тольвин. Жена Тольвина молчала. Жена Тольвина уехала.", {"Игорь Тольвин"}),
        (RUSSIAN, "О нем спросили Александра Петрова. Говорили и с Александром Петровым.", {"Александр Петров"}),
        (RUSSIAN, "Александра Петрова видели. Говорили и с Иваном Петровым.", {"Александра Петрова", "Иван Петров"}),
        (RUSSIAN, "Видели премьера Кристена Тольвура. Он говорил с министром Кристеном Тольвуром. О Тольвура спор.",
         {"Кристен Тольвур"}),
        (RUSSIAN, "Видели премьера Кристена Тольвура. Он говорил с министром Мартеном Тольвуром. О Тольвура спор.",
         {"Кристена Тольвура", "Мартен Тольвур"}),
        (RUSSIAN, "Об этом сообщил Дмитрий Снежков. Ему ответил Василий Лундов.",
         {"Дмитрий Снежков", "Василий Лундов"}),
        (RUSSIAN, "Об этом сообщил Донбасс Снежков. Ему ответил Портов Лундов.", set()),
        (RUSSIAN, "Накануне Иван Горский уехал. Недавно Елена Горская приехала.", {"Иван Горский", "Елена Горская"}),
        (NORWEGIAN, "Erik Lind og Anna Moe kom. Erik Linds plan er god.", {"Erik Lind", "Anna Moe"}),
        (NORWEGIAN, "Lars Hansen og Jens Moe kom.", {"Lars Hansen", "Jens Moe"}),
        (NORWEGIAN, "Anna Peters kom.", {"Anna Peters"}),
        (GERMAN, "Petra Lindners Rede war kurz.", {"Petra Lindner"}),
        (GERMAN, "Petra Lindners neue Rede war kurz.", {"Petra Lindner"}),
        (GERMAN, "Petra Peters Rede war kurz.", {"Petra Peters"}),
        (GERMAN, "Jens Wagner und Hans Thomas Wagner sprachen.", {"Jens Wagner", "Hans Thomas Wagner"}),
        (GERMAN, "\n\nVon Petra Lindner und Bo Wagner\n\n", set()),
        (GERMAN, "\n\nVon Berlin aus sprach Petra Lindner\n\n", {"Petra Lindner"}),
    ],
)  # fmt: skip
def test_each_person_has_one_tag(tagger: Tagger, text: str, said: str, people: set[str]) -> None:
    (tags,) = tagger.decide([tagger.read(Document("a", text.format(said)))])
    assert {tag.name for tag in tags if tag.facet == "people"} == people


def test_every_case_is_a_mention_as_it_stands(tagger: Tagger) -> None:
    text = RUSSIAN.format("Спросили Ивана Петрова. Молчал и Иван Петров. Петровым довольны.")
    (tags,) = tagger.decide([tagger.read(Document("a", text))])
    (tag,) = [tag for tag in tags if tag.facet == "people"]
    assert [mention.text for mention in tag.mentions] == ["Ивана Петрова", "Иван Петров", "Петровым"]
    assert all(text[mention.start : mention.end] == mention.text for mention in tag.mentions)


@pytest.mark.parametrize("said", ["{}: nobody\n", "{}:\n  also: [Иван Лунд]\n", "Иван Лунд:\n  also: [{}]\n"])
def test_a_name_of_the_vocabulary_may_have_a_say_where_its_cases_stand(tmp_path: Path, said: str) -> None:
    (tmp_path / "people.yaml").write_text(said.format("Иван Горский"), encoding="utf-8")
    own, problems = vocabulary.load(tmp_path)
    assert problems == []
    text = RUSSIAN.format("Спросили Ивана Горского.")
    assert OwnPeople(own).in_text([text])
    (tags,) = Tagger(own).decide([Tagger(own).read(Document("a", text))])
    expected = {"nobody": set(), "also: [Иван Лунд]": {"Иван Горский"}}.get(said[4:].strip(), {"Иван Лунд"})
    assert {tag.name for tag in tags if tag.facet == "people"} == expected
