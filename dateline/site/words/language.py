"""Dates, numbers and words -> text in the language of the interface.

Every word that a page says of its own passes through `text` or `number_of` (`_` and `ngettext` in templates), or is
marked by `message` or `forms` where it is looked up later; so a catalogue can translate it. The English wording is
the key. The catalogues are gettext's .po files in `dateline/data/locale/`.
"""

from __future__ import annotations

import gettext
import io
import re
from datetime import datetime
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from dateline.site.words import english

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from babel import Locale

    from dateline.model import When

# "2018 г." and its like: the sign of abbreviation would stand double at the end of a sentence.
_YEAR_SIGN = re.compile(r"[\s\u202f]+[гр]\.$")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")  # Hebrew, Arabic and their like
RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
PATTERNS = frozenset({"long", "cccc", "LLL", "LLLL"})  # CLDR knows these as formats of dates, not as skeletons
KILO = 1000  # SI's; a unit of 1,024 bytes would be a kibibyte
NARROW = 6  # letters of a weekday that fit over a column of a calendar on a phone


def direction(tag: str) -> str:
    """`ltr` or `rtl`, of a language as articles state it."""
    return "rtl" if tag.partition("-")[0] in RIGHT_TO_LEFT else "ltr"


def within(first: When, last: When) -> bool:
    """Does the second date lie within the first: the same day, or a day of the month that the first names?"""
    return last.date.startswith(first.date)


def message(text: str) -> str:
    """Mark words for the catalogue that are looked up elsewhere."""
    return text


def forms(one: str, many: str) -> tuple[str, str]:
    """Mark the two English forms of a sentence that counts, looked up elsewhere."""
    return one, many


@cache
def catalogue(tag: str) -> gettext.GNUTranslations | None:
    """The translations into a language; None where there are none: the interface then speaks English."""
    source = files("dateline.data") / "locale" / f"{tag}.po"
    if not source.is_file():
        return None
    from babel.messages.mofile import write_mo  # here: English needs none
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    with source.open("rb") as stream:
        write_mo(compiled, read_po(stream, locale=tag.replace("-", "_")))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


class Language:
    """The interface's language. Formatted dates are remembered: a site says the same ones again and again."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        known = catalogue(tag) or catalogue(tag.partition("-")[0])
        self.translations = known or gettext.NullTranslations()
        self._is_english = tag == english.TAG
        self._speaks = bool(known) or tag.partition("-")[0] == "en"  # else its words are English
        self._mixed = not self._speaks and self.direction != english.DIRECTION
        self._shape = lru_cache(maxsize=100_000)(english.date if self._is_english else self._format)
        self._large = lru_cache(maxsize=10_000)(english.number if self._is_english else self._number)

    @cached_property
    def locale(self) -> Locale:
        """What CLDR knows of it; loaded when it is asked for."""
        from babel import Locale

        return Locale.parse(english.LOCALE if self._is_english else self.tag, sep="-")

    @property
    def region_tag(self) -> str:
        """The language and whose it is, as browsers know them: en-GB, de."""
        return english.LOCALE if self._is_english else str(self.locale).replace("_", "-")

    def plural(self, n: int) -> str:
        """CLDR's category of a number: one, few, many, other."""
        return english.plural(n) if self._is_english else str(self.locale.plural_form(n))

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return english.DIRECTION if self._is_english else str(self.locale.text_direction)

    def text(self, message: str, **values: Any) -> str:
        """A sentence with its `%(name)s` filled in."""
        found = self.translations.gettext(message)
        return self.one_way(found % self.apart(values) if values else found)

    def number_of(self, one: str, many: str, n: int, **values: Any) -> str:
        """`%(n)s article` or `%(n)s articles`, as the language counts."""
        return self.one_way(self.translations.ngettext(one, many, n) % {"n": self.count(n), **self.apart(values)})

    def one_way(self, text: str) -> str:
        """English words on a page that runs the other way keep their order: Unicode's isolates, UAX 9."""
        return f"\N{LEFT-TO-RIGHT ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}" if self._mixed else text

    def apart(self, values: Mapping[str, Any]) -> Mapping[str, Any]:
        """What is filled into them runs its own way."""
        if not self._mixed:
            return values
        isolate = "\N{FIRST STRONG ISOLATE}%s\N{POP DIRECTIONAL ISOLATE}"
        return {name: isolate % value if type(value) is str else value for name, value in values.items()}

    def isolated(self, name: str) -> str:
        """A name for a place among words and numbers: one that runs the other way would draw them along."""
        if self.direction == "rtl" or not _RIGHT_TO_LEFT.search(name):
            return name
        return f"\N{FIRST STRONG ISOLATE}{name}\N{POP DIRECTIONAL ISOLATE}"

    def count(self, n: int) -> str:
        """1,234 as the language writes it."""
        return str(n) if -1000 < n < 1000 else self._large(n)

    def size(self, n: int) -> str:
        """12 kB, 3.4 MB: bytes by the thousand, as file managers of today count."""
        number, unit = (max(1, round(n / KILO)), "kilobyte") if n < KILO * KILO else (n / KILO / KILO, "megabyte")
        if self._is_english:
            return english.measured(number, unit)
        from babel.units import format_unit

        form = "#,##0.0" if isinstance(number, float) else None
        return format_unit(number, f"digital-{unit}", "short", form, locale=self.locale)

    def country(self, code: str, name: str) -> str:
        """A country's name in this language; English names stand as the vocabulary has them."""
        return name if self.tag.partition("-")[0] == "en" else self.region(code, name)

    def topic(self, name: str) -> str:
        """The name of a topic that Dateline knows; any other stands as it is."""
        return self.translations.gettext(name)

    def region(self, code: str, name: str = "") -> str:
        """The name of a territory by its code of ISO 3166-1 or UN M49."""
        return str(self.locale.territories.get(code, name or code))

    def opening(self, text: str) -> str:
        """A heading begins with a capital, also where the language writes months and weekdays without."""
        return text[:1].upper() + text[1:]

    def listed(self, words: Sequence[str]) -> str:
        """A, B and C."""
        if self._is_english or not self._speaks:
            return english.listed(words) if words else ""
        from babel.lists import format_list

        return format_list(list(words), locale=self.locale) if words else ""

    def date(self, when: When | None) -> str:
        """12 July 2018, July 2018 or 2018."""
        if when is None:
            return self.text("undated")
        return self._shape("long" if when.day else "yMMMM" if when.month else "y", when.year, when.month, when.day)

    def short(self, when: When | None) -> str:
        """12 Jul 2018, Jul 2018 or 2018."""
        if when is None:
            return self.text("undated")
        return self._shape("yMMMd" if when.day else "yMMM" if when.month else "y", when.year, when.month, when.day)

    def weekday(self, when: When) -> str:
        """Thursday."""
        return self._shape("cccc", when.year, when.month, when.day)

    @property
    def first_weekday(self) -> int:
        """0 is Monday."""
        return english.FIRST_WEEKDAY if self._is_english else int(self.locale.first_week_day)

    def weekdays(self) -> tuple[tuple[str, str], ...]:
        """Mon, Monday; Tue, Tuesday; … as the week begins here."""
        if self._is_english:
            return english.weekdays()
        names = self.locale.days["stand-alone"]
        fits = (names[width] for width in ("abbreviated", "short") if max(map(len, names[width].values())) <= NARROW)
        short = next(fits, names["narrow"])
        order = [(self.first_weekday + i) % 7 for i in range(7)]
        return tuple((short[i], names["wide"][i]) for i in order)

    def month(self, month: int, *, short: bool = False) -> str:
        """July 2018, of months since year 0."""
        return self._shape("yMMM" if short else "yMMMM", month // 12, month % 12 + 1, 0)

    def month_name(self, number: int, *, short: bool = False) -> str:
        """July, of 1-12, standing alone."""
        return self._shape("LLL" if short else "LLLL", 2000, number, 0)

    def span(self, first: When, last: When) -> str:
        """12 July 2018 to 28 June 2023, no date of which is broken; one where the second lies within the first."""
        ends = [self.date(when).replace(" ", "\N{NO-BREAK SPACE}") for when in (first, last)]
        return ends[0] if within(first, last) else self.text("%(first)s to %(last)s", first=ends[0], last=ends[1])

    def month_span(self, first: When, last: When, *, short: bool = False) -> str:
        """July 2018 to June 2023, or Jul 2018 to Jun 2023; neither month is broken from its year."""
        shape = "yMMM" if short else "yMMMM"
        ends = [self._shape(shape if when.month else "y", when.year, when.month, 0) for when in (first, last)]
        ends = [end.replace(" ", "\N{NO-BREAK SPACE}") for end in ends]
        return ends[0] if ends[0] == ends[1] else self.text("%(first)s to %(last)s", first=ends[0], last=ends[1])

    def _number(self, n: int) -> str:
        from babel.numbers import format_decimal

        return str(format_decimal(n, locale=self.locale))

    def _format(self, skeleton: str, year: int, month: int, day: int) -> str:
        from babel import dates

        moment = datetime(year, month or 1, day or 1)  # noqa: DTZ001  a day of the calendar, of no clock
        if skeleton in PATTERNS:
            said = dates.format_date(moment, skeleton, locale=self.locale)
        else:
            said = dates.format_skeleton(skeleton, moment, locale=self.locale)
        said = _YEAR_SIGN.sub("", said)
        return f"\N{FIRST STRONG ISOLATE}{said}\N{POP DIRECTIONAL ISOLATE}" if self._mixed else said
