"""The stop lists of jusText, most frequent words first -> dateline/data/languages.json: {language: commonest words}.

And names/homonyms.json: {language: of its common words those that the list of given names has too}.

    python -m dateline.data.make.languages

jusText (BSD 2-clause, Jan Pomikálek and contributors) counted them on Wikipedia; it comes with trafilatura. Languages
that their script alone gives away need no words and are left out, as are those without a daily press.
"""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import justext

from dateline.tagging.people.lists import lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.tagging.people.lists.listed import Listed

DATA = Path(__file__).resolve().parent.parent
KNOWN = 500  # words of a list among which homonyms are looked for; further down stand words that are names as often
WORDS = 150  # of each language: enough to tell Danish from Norwegian in two paragraphs
NAMES = {
    "Afrikaans": "af", "Albanian": "sq", "Arabic": "ar", "Azerbaijani": "az", "Basque": "eu", "Belarusian": "be",
    "Bosnian": "bs", "Bulgarian": "bg", "Catalan": "ca", "Croatian": "hr", "Czech": "cs", "Danish": "da", "Dutch": "nl",
    "English": "en", "Estonian": "et", "Finnish": "fi", "French": "fr", "Galician": "gl", "German": "de", "Hindi": "hi",
    "Hungarian": "hu", "Icelandic": "is", "Igbo": "ig", "Indonesian": "id", "Irish": "ga", "Italian": "it",
    "Kazakh": "kk", "Kurdish": "ku", "Kyrgyz": "ky", "Latvian": "lv", "Lithuanian": "lt", "Luxembourgish": "lb",
    "Macedonian": "mk", "Malay": "ms", "Maltese": "mt", "Marathi": "mr", "Nepali": "ne", "Norwegian_Bokmal": "no",
    "Norwegian_Nynorsk": "nn", "Persian": "fa", "Polish": "pl", "Portuguese": "pt", "Romanian": "ro", "Russian": "ru",
    "Serbian": "sr", "Slovak": "sk", "Slovenian": "sl", "Spanish": "es", "Swahili": "sw", "Swedish": "sv",
    "Tagalog": "tl", "Turkish": "tr", "Turkmen": "tk", "Ukrainian": "uk", "Urdu": "ur", "Uzbek": "uz",
    "Vietnamese": "vi", "Welsh": "cy", "Yoruba": "yo",
}  # fmt: skip
# Markup and English of their Wikipedias stand high on these lists; they are written in one script.
FOREIGN = dict.fromkeys(("hi", "mr", "ne", "be", "bg", "kk", "mk", "ru", "uk"), ("LATIN",))


def main() -> None:
    """Write the file."""
    table = {NAMES[name]: words(name) for name in sorted(NAMES, key=NAMES.__getitem__)}
    _write("languages.json", table)
    given = lexicon.load().given
    _write("names/homonyms.json", {NAMES[name]: homonyms(name, given) for name in sorted(NAMES, key=NAMES.__getitem__)})


def _write(name: str, table: Mapping[str, str]) -> None:
    (DATA / name).write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def words(name: str) -> str:
    """The commonest words of a language, in one string."""
    found: list[str] = []
    for word in ranked(name):
        key = unicodedata.normalize("NFC", word).casefold()
        if key.isalpha() and key not in found and script(key) not in FOREIGN.get(NAMES[name], ()):
            found.append(key)
    return " ".join(found[:WORDS])


def homonyms(name: str, given: Listed) -> str:
    """The common words of a language that are somebody's given name elsewhere, folded; none that has a capital."""
    small = (lexicon.fold(word) for word in ranked(name)[:KNOWN] if word.islower() and word.isalpha())
    return " ".join(dict.fromkeys(word for word in small if word in given))


def script(word: str) -> str:
    """The script of a word's first letter, as Unicode names it."""
    return unicodedata.name(word[0], "").partition(" ")[0]


def ranked(name: str) -> list[str]:
    """The list in the order of its file; justext itself gives a set."""
    folder = Path(justext.__file__).parent / "stoplists"
    return (folder / f"{name}.txt").read_text(encoding="utf-8").split()


if __name__ == "__main__":
    main()
