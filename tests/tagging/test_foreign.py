"""Texts in other languages: names that the lists know, and no nouns."""

from pathlib import Path

import pytest

from dateline import vocabulary
from dateline.tagging import Document, Tagger
from dateline.tagging.people.lists import lexicon
from dateline.tagging.people.stretches.foreign import Foreign

GERMAN = """Im Rathaus der Stadt sprach Petra Lindner über den neuen Haushalt. Deren Pressemitteilung war schon am
Morgen verschickt worden. Mehr Informationen gibt es auf der Seite der Stadt. Aus Sicht der Opposition ist das zu
wenig, sagte Lindner. Bei den Temperaturen wird es im Sommer heiß, und die Zentrale Bushaltestelle wird erst im Juni
fertig. Mit Blick auf die Wahl sagte Markus Steinbauer, dass er nicht noch einmal für den Posten antreten werde. Wer
ihm folgen soll, ist noch nicht klar, und auch die anderen haben sich dazu bisher nicht geäußert, weil sie erst die
Ergebnisse der Befragung abwarten wollen, die im Herbst kommen."""
SPANISH = """El acuerdo entre Francia y Alemania se firmó el lunes en la capital. Será el primero de una serie que los
dos gobiernos preparan desde hace un año. Según Carmen Villalobos, que dirige la oficina, la Nueva Constitución no
cambia nada de lo que se ha dicho hasta ahora. Para Villalobos, lo que importa es que los trabajos empiecen pronto,
y que no se pierda el dinero que ya se ha puesto en ellos, porque sin él no se puede seguir con lo que falta."""
FEASTS = """El Día Internacional se celebra cada año en el Campo de Abril, y la Cruz Roja estuvo con los vecinos
de la Sierra de Ríos hasta la noche. La Ley Antiterrorista no se aplica desde hace un año, dijo Rosa Villalobos,
que con Carmen Bermejo dirige la Casa Abierta. Según ella, lo que importa es que los trabajos empiecen pronto, y
que no se pierda el dinero que ya se ha puesto en ellos, porque sin él no se puede seguir con lo que falta para
que todo esté bien."""


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger(vocabulary.load(Path("nowhere"))[0])


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (GERMAN, {"Petra Lindner", "Markus Steinbauer"}),
        (SPANISH, {"Carmen Villalobos"}),
        (FEASTS, {"Rosa Villalobos", "Carmen Bermejo"}),
    ],
)
def test_only_names_are_people(tagger: Tagger, text: str, people: set[str]) -> None:
    (tags,) = tagger.decide([tagger.read(Document("a", text))])
    assert {tag.name for tag in tags if tag.facet == "people"} == people


RUSSIAN = """Об этом говорили в понедельник в городе, где хотят построить порт. {} Они посмотрели на планы, которые
лежат с осени, и теперь хотят понять, стоит ли его строить, потому что денег на это у города пока нет."""
TURKISH = """Pazartesi günü şehirde yeni liman için bir toplantı oldu. {} Onlar sonbahardan beri hazır olan planlara
baktılar ve şimdi ne olacağını bilmek istiyorlar, ama bunun için daha çok para gerekiyor."""
CZECH = """V pondělí se ve městě mluvilo o novém přístavu. {} Podívali se na plány, které jsou hotové od podzimu, a teď
chtějí vědět, zda se to vyplatí, protože na to město zatím nemá peníze."""


@pytest.mark.parametrize(
    ("text", "said", "people"),
    [
        (RUSSIAN, "Министр Германии Дональд Ламберт молчал.", {"Дональд Ламберт"}),
        (RUSSIAN, "Господин Ламберт и Игорь Лунд молчали.", {"Игорь Лунд"}),
        (RUSSIAN, "Пришёл сын охранника Владимира Лундова Виктора Тармина.", {"Владимир Лундов", "Виктор Тармин"}),
        (RUSSIAN, "Был и сосед Игоря Лундова Сергея Ивановича Тармина.", {"Игорь Лундов", "Сергей Иванович Тармин"}),
        (RUSSIAN, "Тогда молчал Виктор Мария Тармин Лундов.", {"Виктор Мария Тармин Лундов"}),
        (TURKISH, "Fransa Dışişleri Bakanı Robert Lambert geldi.", {"Robert Lambert"}),
        (CZECH, "Premiér Novotný odešel. Prezident Robert Lambert zůstal.", {"Robert Lambert"}),
        (SPANISH + "{}", " Francia Lamberti habló.", {"Francia Lamberti", "Carmen Villalobos"}),
        (SPANISH + "{}", " El Mar del Norte está lejos.", {"Carmen Villalobos"}),
    ],
)
def test_an_office_and_its_country_are_no_part_of_a_name(
    tagger: Tagger, text: str, said: str, people: set[str]
) -> None:
    (tags,) = tagger.decide([tagger.read(Document("a", text.format(said)))])
    assert {tag.name for tag in tags if tag.facet == "people"} == people


@pytest.mark.parametrize(
    ("said", "people"),
    [
        (
            "Die mutmaßlichen Attentäter Alexander Tolvik und Anatolij Tolvik flohen.",
            {"Alexander Tolvik", "Anatolij Tolvik"},
        ),
        ("Nobelpreisträgerin Petra Tolvik kam mit der Hausärztin Anna Tolvig.", {"Petra Tolvik", "Anna Tolvig"}),
        ("Der Berliner Ökonom Max Tolvik kam.", {"Max Tolvik"}),
        ("Gestern sprach Peter Alexander Tolvik.", {"Peter Alexander Tolvik"}),
        ("Das Projekt Max Tolvik kam.", set()),
        ("Von Anna Tolvik und Max Tolvik kam das.", {"Anna Tolvik", "Max Tolvik"}),
        ("Die Marke Tolvik und die Gabe von Tolviken, auch die Länder Tolvikens.", set()),
    ],
)
def test_german_nouns_for_what_somebody_is_are_no_part_of_a_name(tagger: Tagger, said: str, people: set[str]) -> None:
    text = f"{GERMAN} {said}"
    (tags,) = tagger.decide([tagger.read(Document("a", text))])
    assert {tag.name for tag in tags if tag.facet == "people"} == people | {"Petra Lindner", "Markus Steinbauer"}


@pytest.mark.parametrize(
    ("run", "part"),
    [
        ("Fotograf Max Tolvik", "Max Tolvik"),
        ("Berliner Zeugin Anna Tolvik", "Anna Tolvik"),
        ("Präsidenten Max Tolvik", "Max Tolvik"),
        ("Sprechers Max Tolvik", "Max Tolvik"),
        ("Forscherinnen Anna Tolvik", "Anna Tolvik"),
        ("Bauernhof Max Tolvik", "Bauernhof Max Tolvik"),
        ("Max Tolvik Pressesprecher", "Max Tolvik"),
        ("Max Tolvik Heute", "Max Tolvik"),
        ("Max Leiter", "Max Leiter"),
        ("Dokument Max Tolvik", "Dokument Max Tolvik"),
        ("Restaurant Anna Tolvik", "Restaurant Anna Tolvik"),
        ("Theater Max Tolvik", "Theater Max Tolvik"),
        ("Peter Alexander Tolvik", "Peter Alexander Tolvik"),
        ("Fotograf Tolvik", "Fotograf Tolvik"),
    ],
)
def test_which_german_nouns_say_what_somebody_is(run: str, part: str) -> None:
    parts = [found for _, found in Foreign(lexicon.load(), "de").parts(run, "", opens_sentence=False)]
    assert parts == [part]


@pytest.mark.parametrize(
    ("run", "part"),
    [("M. Anna Tolvik", "Anna Tolvik"), ("MM. Tolvik", "Tolvik"), ("Ensuite Anna Tolvik", "Anna Tolvik"), ("M.", "M.")],
)
def test_a_gentleman_is_no_initial_in_french(run: str, part: str) -> None:
    parts = [found for _, found in Foreign(lexicon.load(), "fr").parts(run, "", opens_sentence=True)]
    assert parts == [part]


@pytest.mark.parametrize(
    ("run", "part"),
    [("Tänu Tolviku", "Tolviku"), ("Alates Anna Tolviku", "Anna Tolviku"), ("Tanel Tolvik", "Tanel Tolvik")],
)
def test_a_preposition_that_opens_a_sentence_is_no_part_of_a_name_in_estonian(run: str, part: str) -> None:
    parts = [found for _, found in Foreign(lexicon.load(), "et").parts(run, "", opens_sentence=True)]
    assert parts == [part]


@pytest.mark.parametrize(
    ("code", "name", "sure"), [("es", "una tolvika", False), ("fr", "que tolvika", False), ("es", "luz tolvika", True)]
)
def test_what_begins_a_sentence_begins_no_name(code: str, name: str, sure: bool) -> None:
    words = tuple(name.split())
    assert Foreign(lexicon.load(), code).is_sure(words, words, ()) == sure
