"""The first paragraph -> its dateline: where, when, and which agency.

"Brussels, 25 May 2021 – At a meeting …"    "KYIV (Reuters) - Russia …"    "WASHINGTON — The president …"
"Lund Newsroom, Oct 30, 2020 / 12:30 pm (LNA)."    "LUND (Coast News / LNA - 3rd May, 2021) The harbour …"
"""

from __future__ import annotations

import re

from msgspec import Struct

from dateline.normalise.dating import dates
from dateline.normalise.lists import calendar_words, gazetteer

_PLACE = r"[^\W\d_a-z][\w.'’-]*(?:[ -](?:of|de|del|la|am|an der|sur|upon|[^\W\d_a-z][\w.'’-]*))*"
_HEAD = re.compile(
    rf"(?P<place>{_PLACE}(?:,\s?{_PLACE}){{0,2}})"
    r"(?P<when>[,.]?\s+(?:\w{3,12},\s)?(?:\d{1,2}[.]?\s)?[^\W\d_]{3,12}\.?\s?(?:\d{1,2})?(?:st|nd|rd|th)?(?:,?\s\d{4})?"
    r"|,?\s+\d{1,2}[./]\d{1,2}[./]\d{2,4})?"
    r"(?P<clock>\s?/\s?\d{1,2}:\d\d(?:\s?[ap]\.?m\.?)?)?"
    r"(?:\s*(?:\((?P<agency>[^()\d]{2,40})\)\.?)?\s*(?P<mark>--+|[–—―-]|:)"
    r"|(?:[.,]\s?|\s+|(?<=\d))/(?P<slashed>[^/\d()\"“”]{2,40})/(?:[.,:]|\s*(?:--+|[–—]))?"
    r"|\s*\((?P<alone>[^()\d]{2,40})\)\.?$)"
    r"\s*(?=\S|$)"
)
_BESIDE_AGENCY = re.compile(  # "Lund • LNA": the whole line
    rf"(?P<place>{_PLACE}(?:,\s?{_PLACE}){{0,2}})\s*[•·|]\s*(?P<agency>[^\W\d_a-z]{{2,8}})"
)
_DATED_AGENCY = re.compile(
    rf"(?P<place>{_PLACE}(?:,\s?{_PLACE}){{0,2}}),?\s?\((?P<agency>[^()\d]{{2,40}}?)\s*[-–—,]\s*(?P<when>\d[^()]{{5,25}})\)"
    r"\s*[:–—-]?\s*(?=\S)"
)
_SPEAKER = re.compile(  # "MAYOR ANNA LIND: We have", "ANNA LIND (Mayor of Lund): We have"
    r"(?:[^\W\d_a-z][^\W\d_a-z.'’-]+,? ?){1,5}(?:\([^()]{2,60}\))?:\s+\S"
)
_PAPER = re.compile(r"\s(?:News|Times|Post|Herald|Tribune|Gazette|Daily|Journal|Press|Media|Agency)$", re.IGNORECASE)
DASHES = ("–", "—", "--")
MAX_PLACE = 45  # characters
MAX_WORDS = 5
MIN_TOWN = 4  # letters of one that is told by its capitals
SENTENCE = 60  # characters that follow a city and a colon, where these are no label


class Placeline(Struct, frozen=True):
    """What stands before the first sentence."""

    place: str  # empty where a paper is named and no place
    text: str  # as it stands, the dash included
    agency: str = ""
    when: dates.Found | None = None


def read(paragraph: str, language: str = "", order: dates.Order = "") -> Placeline | None:
    """The dateline at the start of a paragraph, or None.

    A name and a dash may begin any sentence. It is a dateline where the name is in capitals, or a date or an agency
    stands beside it, or it is a large city. Before a colon alone many words stand: one in capitals has to be no word
    of English, and a city none that people are called.
    """
    if len(paragraph) <= MAX_PLACE and (beside := _BESIDE_AGENCY.fullmatch(paragraph)):
        is_town = gazetteer.is_place(beside["place"].partition(",")[0])
        return Placeline(beside["place"], paragraph, beside["agency"]) if is_town else None
    if "(" in paragraph[:MAX_PLACE] and (dated := _DATED_AGENCY.match(paragraph)):
        return _with_agency(dated, language, order)
    match = _HEAD.match(paragraph)
    if not match or (match.end() >= len(paragraph) and not (match["alone"] and match["when"])):
        return None
    place, agency = (
        match["place"].strip().rstrip("-"),
        (match["agency"] or match["slashed"] or match["alone"] or "").strip(),
    )
    if len(place) > MAX_PLACE or len(place.split()) > MAX_WORDS or calendar_words.is_weekday(place.split()[0]):
        return None
    stated = match["when"] or ""
    has_date = bool(re.search(r"\d", stated)) and _is_date(stated, language)
    town = place.partition(",")[0]
    begins = not paragraph[match.end() : match.end() + 1].islower()
    capitals = town.isupper() and len(town) >= MIN_TOWN and begins
    known = begins and match["mark"] in DASHES and gazetteer.is_place(town)
    if stated and not has_date:
        return None
    if capitals and not (has_date or agency) and gazetteer.is_word(town) and not gazetteer.is_place(town):
        return None  # "KEEN: Swimmers …", as a caption begins
    is_hyphen = match["mark"] == "-" and paragraph[match.start("mark") - 1] == " "
    if match["mark"] == ":" or (is_hyphen and not (has_date or agency or capitals)):
        known = not has_date and not agency and _introduces(town, paragraph[match.end() :])
        if not (known or _is_of_place(town, agency)):
            return None
    if not (has_date or agency or capitals or known):
        return None
    found = dates.find(match.group(), language, order)
    if stated and "." not in place[:-1]:  # "RIGA. Oct 17", but "Springvale, Ill., Oct 17" and "St. Ives"
        place = place if "," in place else place.removesuffix(".")
        town = place.partition(",")[0]
    city = town.title() + place[len(town) :] if capitals else place.removesuffix(" Newsroom")
    if _PAPER.search(town) and not gazetteer.is_place(town):  # "The Lund Times, 6 April 2018 – …"
        city, agency = "", agency or town
    return Placeline(city, match.group().strip(), agency, found[0] if found else None)


def _is_of_place(town: str, agency: str) -> bool:
    """Whether a town is meant before a colon, "DELHI (LNA): …", and nobody who speaks: "ANNA LIND (the mayor): …"."""
    if not town.isupper() or len(town) < MIN_TOWN or len(agency.split()) > 1:
        return False
    return gazetteer.is_place(town) or not (gazetteer.is_plain_word(town) or gazetteer.is_given_name(town.split()[0]))


def alone(line: str) -> Placeline | None:
    """The dateline that a line of its own is, right above the first paragraph: a large city in capitals."""
    town = line.partition(",")[0]
    is_one = line.isupper() and len(town) >= MIN_TOWN and len(line) <= MAX_PLACE and gazetteer.is_place(town)
    return Placeline(line.title(), line) if is_one and not gazetteer.is_plain_word(town) else None


def _introduces(town: str, rest: str) -> bool:
    """Whether a large city, which nobody is called, stands before a whole sentence: "New Delhi: The court …".

    Between two cities a hyphen is a way.
    """
    if len(rest) < SENTENCE or not rest[:1].isupper():
        return False
    if gazetteer.is_place(rest.split()[0]):
        return False
    return gazetteer.is_place(town) and not gazetteer.is_given_name(town)


def _with_agency(match: re.Match[str], language: str, order: dates.Order) -> Placeline | None:
    """A dateline whose agency and date stand in brackets together."""
    place, found = match["place"].strip(), dates.find(match["when"], language, order)
    if not found or len(place) > MAX_PLACE or len(place.split()) > MAX_WORDS:
        return None
    town, comma, region = place.partition(",")
    city = (town.title() if town.isupper() else town) + comma + region
    return Placeline(city, match.group().strip(), match["agency"].strip(), found[0])


def is_speaker(paragraph: str) -> bool:
    """Whether a paragraph begins with words in capitals and a colon: as do those of a transcript, and a dateline."""
    return _SPEAKER.match(paragraph) is not None


def _is_date(text: str, language: str) -> bool:
    if dates.find(text, language):
        return True
    return any(calendar_words.month(word, language) for word in re.findall(r"[^\W\d_]+", text))
