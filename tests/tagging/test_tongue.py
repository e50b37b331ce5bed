"""The language of a text, where it is another than English."""

from __future__ import annotations

import pytest

from dateline.tagging import tongue


@pytest.mark.parametrize(
    ("text", "code"),
    [
        # Few words, of a script that few languages have
        ("На озере под лед провалился автомобиль с туристами", "ru"),
        ("В городе говорят о новом порте, который построят летом", "ru"),
        ("У місті говорять про новий порт, який збудують улітку", "uk"),
        ("У горадзе гавораць пра новы порт, які збудуюць улетку", "be"),
        ("В града говорят за новото пристанище, което ще бъде построено", "bg"),
        ("У граду се говори о новој луци, која ће бити изграђена", "sr"),
        ("Στην πόλη μιλούν για το νέο λιμάνι που θα χτιστεί", "el"),
        # Few words, with letters that English has not
        (
            "Linnas räägiti uuest sadamast, mis võib-olla ei saagi valmis, kui rahast ei jätku, sest see on kallis.",
            "et",
        ),
        ("Mieste buvo kalbama apie naują uostą, kuris iki rudens dar nebus pastatytas, nes tam nėra pinigų.", "lt"),
        # Two that have their commonest words in common
        ("Det er ikke noe nytt at de vil ha en havn, men nå er det også penger til den. " * 2, "no"),
        ("Det er ikke noget nyt, at de vil have en havn, men nu er der også penge til den. " * 2, "da"),
        # Words that English has too: in, over, was, had, is
        (
            "De trainer was over de zege tevreden. In de tweede helft had de keeper een strafschop gestopt, en dat is "
            "de reden waarom er in het stadion nog over werd gezongen. De ploeg had in drie maanden niet gewonnen.",
            "nl",
        ),
        (
            "De Haan is in, van de Ven was over, and who had van Dijk in his list? He was in it, is in it, had been in "
            "it and is over it, so he was in and out, we hear, and all who had met her was over there in a van.",
            "",
        ),
        # Names and words of other languages in an English text
        ("Lunch at Café Müller: crème brûlée, jalapeños, smörgåsbord and piñata for all", ""),
        ("Zoë Müller, Jürgen Łukasz and Ñuñez met on Monday, and nothing was said about a port", ""),
        ("He called it «Привет», which nobody in town could read, so they asked for another sign", ""),
        ("", ""),
    ],
)
def test_language(text: str, code: str) -> None:
    assert tongue.of(text) == code


@pytest.mark.parametrize(
    ("text", "stated", "code"),
    [
        (
            "Die Stadt plant einen Hafen, sagte die Leiterin am Dienstag. Auch in Lundby wird darüber gesprochen.",
            "de",
            "de",
        ),
        (
            "Die Stadt plant einen Hafen, sagte die Leiterin am Dienstag. Auch in Lundby wird darüber gesprochen.",
            "",
            "",
        ),
        ("Le port de la ville est prêt, selon le maire.", "fr-CA", "fr"),
        ("The port of the town is open, and nobody was in it, said the mayor.", "de", ""),  # it is stated wrongly
        ("Урмас Тольвик уехал домой.", "ru", "ru"),
        ("Урмас Тольвик уехал домой.", "", ""),
        ("Урмас Тольвик уехал домой.", "de", ""),
        ("Lundby, Norr, Ost", "de", ""),
        ("The port is open.", "en", ""),
    ],
)
def test_a_short_text_is_in_the_language_that_it_says(text: str, stated: str, code: str) -> None:
    assert tongue.of(text, stated) == code
