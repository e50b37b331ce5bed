"""Countries under their names in texts of other languages; no word of an English text is one."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

import pytest

from dateline import vocabulary
from dateline.data.make import abroad
from dateline.tagging import Document, Tagger

GERMAN = """Im Rathaus der Stadt wurde am Montag über den neuen Hafen gesprochen, und die Gäste kamen aus {}. Sie haben
sich die Pläne angesehen, die seit dem Herbst vorliegen, und wollen nun prüfen, ob sich der Bau lohnt. Die Stadt hat
für das Projekt noch kein Geld, aber der Rat will im Sommer darüber abstimmen. Wer dann das Sagen hat, ist nicht
klar, denn gewählt wird erst im Mai, und bis dahin soll nichts mehr entschieden werden, wie es am Ende hieß."""
RUSSIAN = """В понедельник в городе говорили о новом порте, и гости приехали из {}. Они посмотрели на планы, которые
лежат с осени, и теперь хотят понять, стоит ли его строить. Денег на это у города пока нет, но летом об этом будут
голосовать. Кто тогда будет решать, еще не ясно, потому что выборы пройдут только в мае, и до того ничего уже не
решат, как было сказано в конце, а что будет потом, никто из них не знает и не хочет об этом говорить."""
SPANISH = """El lunes se habló en la ciudad del nuevo puerto, y los invitados llegaron de {}. Han visto los planes, que
están listos desde el otoño, y ahora quieren saber si vale la pena. La ciudad no tiene todavía dinero para ello, pero
en el verano se va a votar. Quién va a decidir entonces no está claro, porque las elecciones son en mayo, y hasta
entonces no se va a hacer nada más, como se dijo al final, aunque lo que hay que hacer es lo mismo que antes."""
ENGLISH = """On Monday the council spoke about the new harbour, and the guests came from {}. They looked at the plans,
which have been ready since the autumn, and now want to know whether it is worth it. The town has no money for it, but
there will be a vote in the summer, and nobody knows who will decide then, because the election is only in May."""


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger(vocabulary.load(Path("nowhere"))[0])


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        (GERMAN, "Frankreich, Ungarn und dem Westen Russlands", {"France", "Hungary", "Russia"}),
        (GERMAN, "Rhode Island und Long Island", set()),
        (GERMAN, "Dänemark und Island", {"Denmark", "Iceland"}),
        (GERMAN, "Vertretern Islands und des Vereinigten Königreichs", {"Iceland", "United Kingdom"}),
        (GERMAN, "Coney Island und von Island Records", set()),
        (RUSSIAN, "Эстонии, Китая и США", {"Estonia", "China", "United States"}),
        (RUSSIAN, "Лунда. Того никто не ждал", set()),
        (SPANISH, "Francia, Perú y el Reino Unido", {"France", "Peru", "United Kingdom"}),
        (SPANISH, "Nuevo México, el Golfo de México y el Mar del Norte", set()),
        (GERMAN, "Ungarn und vom Golf von Mexiko", {"Hungary"}),
        (SPANISH, "México y Alemania", {"Mexico", "Germany"}),
        (SPANISH, "Granada, San Martín y Guadalupe", set()),
        (ENGLISH, "Villa Francia, the Hotel Ungarn and Camp Polen", set()),
    ],
)
def test_names_of_the_articles_own_language(tagger: Tagger, text: str, names: str, found: set[str]) -> None:
    (tags,) = tagger.decide([tagger.read(Document("a", text.format(names)))])
    assert {tag.name for tag in tags if tag.facet == "countries"} == found
    assert {tag.name for tag in tags if tag.facet == "people"} == set()


def test_one_article_and_many_are_read_with_the_same_names(tagger: Tagger) -> None:
    texts = [text.format(names) for text in (GERMAN, RUSSIAN) for names in ("Polen, Ungarn", "Китая, Польши", "Lund")]
    documents = [Document(str(number), text) for number, text in enumerate(texts)]
    many = Tagger(tagger.vocabulary).read_all(documents * 2)[: len(texts)]
    assert [Tagger(tagger.vocabulary).read(document) for document in documents] == many


def test_a_phrase_of_the_vocabulary_hides_a_name_abroad(tmp_path: Path) -> None:
    (tmp_path / "countries.yaml").write_text("France:\n  not: [Frankreich-Rundfahrt]\n", encoding="utf-8")
    own, problems = vocabulary.load(tmp_path)
    assert problems == []
    (tags,) = Tagger(own).decide([Tagger(own).read(Document("a", GERMAN.format("der Frankreich-Rundfahrt")))])
    assert {tag.name for tag in tags if tag.facet == "countries"} == set()


def test_the_names_are_those_of_the_script() -> None:
    file = resources.files("dateline.data").joinpath("countries", "abroad.json").read_text(encoding="utf-8")
    assert json.loads(file) == json.loads(abroad.compiled())


MORE = {
    "et": "Nad vaatasid plaane, mis on sügisest saati valmis, ja tahavad nüüd teada, kas see on seda väärt.",
    "sv": "De har sett planerna, som har varit klara sedan hösten, och vill nu veta om det är värt det.",
    "fi": "He katsoivat suunnitelmia, jotka ovat olleet valmiina syksystä, ja haluavat tietää, onko se hyvä.",
    "pl": "Obejrzeli plany, które są gotowe od jesieni, i chcą teraz wiedzieć, czy to się opłaca.",
    "cs": "Podívali se na plány, které jsou hotové od podzimu, a teď chtějí vědět, zda se to vyplatí.",
    "lt": "Jie pažiūrėjo planus, kurie yra paruošti nuo rudens, ir dabar nori žinoti, ar tai verta.",
    "lv": "Viņi apskatīja plānus, kas ir gatavi kopš rudens, un tagad grib zināt, vai tas ir tā vērts.",
    "uk": "Вони подивилися на плани, які готові з осені, і тепер хочуть знати, чи це того варте.",
    "ru": "Они посмотрели на планы, которые лежат с осени, и теперь хотят понять, стоит ли его строить.",
    "ro": "Ei s-au uitat la planurile care sunt gata din toamnă și vor acum să știe dacă se merită.",
    "hu": "Megnézték a terveket, amelyek ősz óta készen vannak, és most azt akarják tudni, hogy megéri-e.",
    "el": "Είδαν τα σχέδια, που είναι έτοιμα από το φθινόπωρο, και τώρα θέλουν να μάθουν αν αξίζει τον κόπο.",
    "tr": "Onlar sonbahardan beri hazır olan yeni planlara baktılar ve şimdi bu iş ne olacağını bilmek istiyorlar.",
    "de": "Sie haben sich die Pläne für den neuen Bau angesehen und wollen nun wissen, ob er sich für die Stadt lohnt.",
    "fr": "Ils ont vu les plans, qui sont prêts depuis l'automne, et veulent savoir si cela est bon pour la ville.",
    "nl": "Ze hebben de plannen gezien, die sinds de herfst klaar zijn, en willen nu weten of het de moeite waard is.",
}


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        # Countries that stand among the commonest words of their own language
        ("de", "Die Gäste kamen aus Deutschland.", "DE"),
        ("ru", "Гости приехали из России.", "RU"),
        ("et", "Külalised tulid Eestist ja Venemaalt.", "EE RU"),
        ("uk", "Гості були з України.", "UA"),
        # Cases
        ("et", "Külalised olid Soomest, Norrast ja Islandilt, ning Island oli rahul.", "FI NO IS"),
        ("sv", "Gästerna kom från Norge och Island.", "NO IS"),
        ("et", "Külalised käisid Hispaanias, Iraanis ja Küprosel.", "ES IR CY"),
        ("fi", "Vieraat kävivät Islannissa, Kreikassa ja Yhdysvalloissa.", "IS GR US"),
        ("pl", "Goście byli w Niemczech, we Włoszech i na Litwie.", "DE IT LT"),
        ("cs", "Hosté byli v Německu, na Ukrajině a ve Spojených státech.", "DE UA US"),
        ("lt", "Svečiai buvo Vokietijoje, Latvijoje ir Jungtinėse Valstijose.", "DE LV US"),
        ("lv", "Viesi bija Vācijā un Igaunijā.", "DE EE"),
        ("uk", "Гості були у Польщі, в Німеччині та на Кіпрі.", "PL DE CY"),
        ("ro", "Oaspeții au venit la invitația Franţei și a Italiei.", "FR IT"),
        ("hu", "A vendégek Németországban és Ukrajnában jártak.", "DE UA"),
        ("el", "Οι επισκέπτες ήρθαν από τις ΗΠΑ και το βόρειο τμήμα της Γαλλίας.", "US FR"),
        ("tr", "Konuklar Almanya'dan ve Rusya'nın kuzeyinden geldi.", "DE RU"),
        # Adjectives and the people
        ("de", "Das sagte der französische Minister nach dem Treffen mit den Russen.", "FR RU"),
        ("fr", "Le ministre allemand a parlé du nouveau port avec les Polonais.", "DE PL"),
        ("ru", "Об этом сказал немецкий министр, и российско-финская группа с ним была согласна.", "DE RU FI"),
        ("et", "Seda ütles Saksa minister ja soomlased olid temaga nõus.", "DE FI"),
        ("pl", "Powiedział to czeski minister po spotkaniu.", "CZ"),
        ("nl", "De Franse minister zei dat de nieuwe haven niet voor de Belgen is.", "FR BE"),
        # Languages, seas, and words that are a country in capitals
        ("de", "Er hat das Buch aus dem Englischen übersetzt, und die deutsche Sprache ist für ihn nicht neu.", ""),
        ("fr", "Il a écrit en français et en anglais, mais il vit à la Réunion.", "RE"),
        ("fr", "Réunion publique dans la salle du port : il a écrit en français.", ""),
        ("ru", "Он говорил на русском и учил английский язык.", ""),
        ("et", "Ta rääkis sellest Vene keeles, aga Soome lahe ääres ei olnud sadamat.", ""),
        ("fi", "Oman näkemykseni mukaan satama on hyvä.", ""),
        ("et", "Pole kahtlust, et sadamat on vaja.", ""),
        ("et", "Poola minister ütles, et sadamat pole vaja. Nii arvasid ka poolakad.", "PL"),
        ("sv", "Finns det pengar till den nya hamnen? Det vet man inte i Finland.", "FI"),
        ("sv", "Finns det pengar till den nya hamnen?", ""),
        ("pl", "Dane z portu są dobre. Pole było puste.", ""),
        ("pl", "Powiedział to minister Danii.", "DK"),
        ("cs", "Pole bylo prázdné.", ""),
        ("de", "Das sagte er den Polen und den Dänen.", "PL DK"),
    ],
)
def test_cases_and_adjectives_of_the_articles_own_language(tagger: Tagger, code: str, text: str, found: str) -> None:
    (tags,) = tagger.decide([tagger.read(Document("a", f"{text} {MORE[code]}"))])
    assert {tag.code for tag in tags if tag.facet == "countries"} == set(found.split())
