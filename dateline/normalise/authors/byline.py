"""A short line -> the names of those who wrote the article."""

from __future__ import annotations

import re

from dateline.normalise.lists import calendar_words, gazetteer
from dateline.normalise.lists.nobody import is_nobody
from dateline.normalise.outlets import outlet

_KIND = (  # what somebody wrote
    r"(?:written|story|report(?:ed|ing)?|text|words|article|posted|published|edited|submitted|analysis|opinion|column|"
    r"commentary|review|interview|contributed|guest post|"
    r"(?:ein(?:e)? )?(?:kolumne|kommentar|gastbeitrag|beitrag|analyse|interview|reportage|essay|rezension|"
    r"bericht|text|artikel)|(?:propos )?recueillis?|texte|chronique|tribune|entretien|entrevista|crónica|opinión|texto|"
    r"articolo|intervista|editoriale|reportagem)"
)
_BY = re.compile(
    rf"\W{{0,3}}(?:(?:(?:{_KIND}\s+)?(?:by|von|par|por|di|door|av|af)|"
    r"autor(?:a|e|ka|s|ius)?|auteur|author|автор|yazan|yazar|kirjoittaja|reporting by|συντάκτης|szerző|írta|piše|pisze)"
    # "byAnna Lind", "Byby ANNA LIND"
    r"(?:\s*:?\s+|(?-i:(?:(?<=by)|(?<=By))(?:by )?(?=[A-Z][a-zA-Z])|(?<=BY)(?=[A-Z][a-z])))|"
    r"(?:text|tekst|texte|texto|testo|teksti|текст|words|photos and text)\s*:\s+)(?P<names>\S.{2,150})",
    re.IGNORECASE,
)
_BY_AT_START = re.compile(
    r"^\W*(?:(?:written|story|text|posted|published|reporting)\s+)?(?:by|von|par|por|di|door|av|af|autor(?:es|en)?|auteurs?|"
    r"authors?|автор|текст)\s*:?\s+|^(?:(?:取材・)?文|著者|作者|執筆|撰文)\s*[:：●/／]\s*",
    re.IGNORECASE,
)
_IN_BOX = re.compile(r"[Vv]on:?\s*(?P<names>[^\W\d_a-z].{2,80}[^\W\d_A-Z])schließen")  # "VonAnna Lindschließen"
_REPORTING = re.compile(r"\(?(?:Additional )?[Rr]eporting by (?P<names>[^;.()]+)(?:[;.].*)?\)?")
_CATALOGUED = re.compile(r"(?P<family>[^\W\d_a-z][\w’'-]+), (?P<given>[^\W\d_a-z][\w-]+) ?\|")  # "Lind, Anna |"
_WIDE_BY = re.compile(  # in Japanese and Chinese
    r"(?:(?:取材・)?文|著者|作者|執筆|撰文|撰稿|[記记]者)\s*[:：●/／]\s*(?:[記记]者\s*)?(?P<name>[\u3041-\u30ff\u3400-\u9fff]{2,8})"
)
_NAME = re.compile(
    r"[^\W\d_a-z][\w.'’-]*(?:\s+(?:(?:van|von|der|den|de|da|del|di|al|el|bin|ten|le|la)\s+)*[^\W\d_a-z][\w.'’-]*){1,3}"
)
_BETWEEN = re.compile(
    r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\bog\b|\boch\b|\bи\b|\bja\b|/|"
    r"(?-i:\b[ey]\b|(?<=[^\W\d_a-z]{2}\s)[EY]\b)(?!\.))\s*",  # a single letter may be an initial: "Anna E. Lind"
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?<=\w) \((?:[^\W\d_a-z]\.?){1,4}\)(?= [^\W\d_a-z])")  # "Anna (A.B.) Lind"
_AFTER = re.compile(
    r"\s*(?:[|•·–—(\d]|(?<!\S)\S*@\S|\s-\s|\s(?:le|el|il|am|den|on|o|hace|vor|il y a)\s+\d|,?\s+"
    r"(?:in|for|at|on|avec|mit|with|reuters|afp|ap|staff|correspondent|reporter|editor|follow|"
    r"(?:last |first )?(?:updated|published))\b).*$",
    re.IGNORECASE | re.DOTALL,
)
_FOR_WHOM = re.compile(r"(?<=\w) The [^\W\d_a-z].*")  # "Anna Lind The Lund News"
_GLUED = re.compile(r"(?P<surname>\w*[^\W\d_A-Z])(?P<month>[A-Z][a-z]{2,8})")  # "Anna LindDecember 23"
STUCK = re.compile(  # what somebody is, or for whom somebody writes, stuck to a surname: "Anna LindStaff Writer"
    r"(?<=[^\W\d_A-Z]{3})(?=(?:Staff|Senior|Special|Reporter|Contributor|Correspondent|Editor|Columnist|Freelance|Published|"
    r"Updated|Twitter|Facebook|Instagram|Follow)\b|The (?=[A-Z])|Twitter(?=[A-Z])|[A-Z]{3})"
)
_OF_MANY = re.compile(  # last words of what is no person
    r".* (?:news|agency|weekly|magazine|newspaper|department|ministry|university|institute|council|committee|"
    r"association|commission|foundation|bureau|network|authority|wires?|newswire)|"
    r"(?:jornal|journal|diario|diário|periódico|giornale|portal|agência|agencia|agenzia|agence|agentur|redaktion) .*",
    re.IGNORECASE,
)
_PAPER = re.compile(r".* (?:times|herald|tribune|gazette|news|telegraph|chronicle|observer|radio|tv)\d*", re.IGNORECASE)
_HOST = re.compile(r"\w\.(?:com?|org|net|info|[a-z]{2})\b")  # "Lundpost.com Narvik"
HANDLE = re.compile(r"(?<=[^\W_])@\w{2,}(?![\w.-]*\.\w)")  # of a network: "Anna Lind@annalind"
_PLACE = re.compile(r"\s+(?:in|aus|à|w) [^\W\d_a-z][\w'’-]*(?: [^\W\d_a-z][\w'’-]*)?$")  # "Anna Lind in Narvik"
_OFFICE = re.compile(r",\s+(?P<office>[^\W\d_][^,\d]{2,40})$")  # "Anna Lind, culture editor"
# What somebody is, and is not called.
ROLE = re.compile(
    r"\b(?:reporter|correspondent|editor|writer|columnist|journalist|contributor|producer|bureau chief|"
    r"korrespondent(?:in)?|(?:chef|online)?redakteur(?:in)?|redaktor|reporterin|journaliste|periodista|redactora?|"
    r"giornalista|corrispondente|toimetaja|ajakirjanik|toimittaja|журналист(?:ка)?|корреспондент)\b",
    re.IGNORECASE,
)
_COUNTRY = re.compile(r"[A-Z]{2}")  # "Lund NZ", "Lund UK": no family is called so
NAME_LENGTH = 40  # characters
MAX_WORDS = 6
_NOT_IN_NAMES = frozenset("0123456789:：|")
SHORT_NAME = 4  # letters up to which a word of some language's calendar may be a name as well
_OF_PLACES = frozenset((  # and of papers: of people who are called so none is named alone
    "North", "South", "East", "West", "New", "Saint", "San", "The", "Los", "Las", "La", "El", "Le", "Les", "Il", "Der",
    "Die", "Das",
))  # fmt: skip
PARTICLES = frozenset((
    "van", "von", "der", "den", "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "el", "al",
    "bin", "ibn", "ten", "ter", "zu", "zur", "y", "e", "i", "af", "av", "ap",
))  # fmt: skip


_SHIFT = re.compile(r"\s*\((?:now|earlier|and now|and earlier)\)")  # who writes a live blog, one after the other


def names(text: str) -> tuple[str, ...]:
    """The authors that a byline names; nothing where the line is no byline.

    What stands behind the names (an office, a date) is dropped; a byline begins with a name of two words or more.
    """
    text = HANDLE.sub("", text) if "@" in text else text
    text = STUCK.sub(" | ", text).replace("**", "").lstrip("# ")
    if "(" in text and _SHIFT.search(text):
        text = f"By {_BY_AT_START.sub('', _SHIFT.sub('', text))}"
    match = _BY.fullmatch(text) or _REPORTING.fullmatch(text)
    if text.endswith("schließen"):  # a button of the box that tells of the author
        match = _IN_BOX.fullmatch(text)
    if not match and (catalogued := _CATALOGUED.fullmatch(text)):
        return (
            (f"{catalogued['given']} {catalogued['family']}",) if gazetteer.is_given_name(catalogued["given"]) else ()
        )
    if not match:
        wide = _WIDE_BY.fullmatch(text) if not text.isascii() else None
        return (wide["name"],) if wide else ()
    found: list[str] = []
    for part in _BETWEEN.split(_FOR_WHOM.sub("", _without_date(match["names"])).strip(" .,:;)*_–—-")):
        name = _without_role(part)
        if not _NAME.fullmatch(name) or any(map(_is_small, name.split())) or _is_dated(name):
            break
        if is_nobody(name) or _OF_MANY.fullmatch(name) or _HOST.search(name) or is_outlet(name, first=not found):
            break
        found.append(once(_without_month(name)))
    return tuple(dict.fromkeys(found))


def _is_dated(name: str) -> bool:
    """Whether a word of a name is of the calendar; "By Adaeze Sunday" names somebody, "By Palm Sunday" a day."""
    *others, last = name.split()
    is_day = len(others) == 1 and len(last) > SHORT_NAME and calendar_words.is_weekday(last)
    if is_day and not gazetteer.is_word(others[0]) and not gazetteer.is_place(others[0]):
        return is_of_the_calendar(others[0])
    return any(map(is_of_the_calendar, (*others, last)))


def is_outlet(name: str, *, first: bool = False) -> bool:
    """Whether what stands behind an author is whom somebody writes for: "Anna Lind, Lund News".

    Who stands first is a person rather: "By Mohale Post".
    """
    if first:
        called = name.split()[0]
        return bool(_PAPER.fullmatch(name)) and (called == "The" or not gazetteer.is_given_name(called))
    first_word, *others = name.split()
    if others and len(first_word) > 2 and first_word.isupper() and not name.isupper():  # "LNB Business"
        return True
    is_name = first_word.casefold() != "the" and gazetteer.is_given_name(first_word) and len(others) == 1
    return any(map(outlet.ORGANISATION.fullmatch, others)) and not is_name


def _without_month(name: str) -> str:
    """ "Anna Lind December" -> "Anna Lind": programs leave it of a date. Of two words it may be the surname."""
    parts = name.split()
    if (match := _GLUED.fullmatch(parts[-1])) and calendar_words.month(match["month"]):
        return " ".join([*parts[:-1], match["surname"]])
    is_month = len(parts) > 2 and len(parts[-1]) > SHORT_NAME and calendar_words.month(parts[-1])
    return " ".join(parts[:-1]) if is_month else name


def once(name: str) -> str:
    """A name that is said twice, as that of a picture and of its link is: once."""
    parts = name.split()
    half = len(parts) // 2
    return " ".join(parts[:half]) if half > 1 and parts[:half] == parts[half:] else name


def _without_role(text: str) -> str:
    """ "Anna Lind Political Correspondent" -> "Anna Lind". Nothing says where the role begins; a name has two words."""
    parts = text.split()
    if len(parts) < 3 or not ROLE.fullmatch(parts[-1]):
        return text
    between = (i for i, part in enumerate(parts[1:], 2) if part.casefold() not in PARTICLES and not part.endswith("."))
    end = next(between, len(parts))
    return " ".join(parts[:end])


def _is_small(word: str) -> bool:
    """Whether a word is no part of a name but between others: "über", which begins with no letter from a to z."""
    return word[0].islower() and word not in PARTICLES and word[1:2] not in ("'", "’", "-")


def _without_date(text: str) -> str:
    """The names without what stands behind them, and without the month of a date that does: "Anna Lind April 5"."""
    kept = _AFTER.sub("", text)
    behind = text[len(kept) :].split()
    if behind and ROLE.match(behind[0]):
        kept = _without_field(kept)
    if behind and behind[0][0].isdigit() and not (behind[1:] and calendar_words.month(behind[1].rstrip(".,"))):
        others, _, last = kept.rpartition(" ")
        return others if calendar_words.month(last.rstrip(".")) else kept
    return kept


def _without_field(text: str) -> str:
    """ "Anna Lind Health", before "editor" -> "Anna Lind": of more than two words a plain one is what is edited."""
    parts = text.split()
    while len(parts) > 2 and gazetteer.is_plain_word(parts[-1]) and parts[-2].casefold() not in PARTICLES:
        parts.pop()
    return " ".join(parts)


def person(text: str) -> str:
    """The name in a line that is a name, with a place or an office behind it or without; else nothing."""
    if is_person(text):
        return text
    match = _PLACE.search(text) or _OFFICE.search(text)
    if match is None or (match.re is _OFFICE and not (match["office"][0].islower() or ROLE.search(match["office"]))):
        return ""
    name = text[: match.start()]
    return name if len(name.split()) <= 3 and is_person(name) else ""


def is_person(text: str) -> bool:
    """Whether a line is a name and nothing else: two to four capitalised words of which the first is a given name."""
    if len(text) > NAME_LENGTH or not _NAME.fullmatch(text) or text.isupper():
        return False
    first, *others = text.split()
    if len(first) > 2 and first.isupper() and not others[-1].isupper():  # "LUND Newsbrief"
        return False
    if first[0].islower() or any(map(_is_small, others)):  # "на сайте": a to z are not all small letters
        return False
    if _COUNTRY.fullmatch(others[-1]) or first.casefold() in ("by", "von", "par", "por"):
        return False
    if any(map(outlet.ORGANISATION.fullmatch, (first, *others))):
        return False
    if is_nobody(text) or not gazetteer.is_given_name(first) or gazetteer.is_place(text) or first in _OF_PLACES:
        return False
    return not any(map(is_of_the_calendar, others)) and not gazetteer.is_plain_word(text.split()[-1])


def listed(text: str) -> tuple[str, ...]:
    """The names in a text that is marked as those of authors, with or without "by" before them."""
    text = _without_role_behind(_BY_AT_START.sub("", _INITIALS.sub("", text)))
    parts = _BETWEEN.split(_AFTER.sub("", text).strip(" .,:;-–"))
    return tuple(dict.fromkeys(once(part.strip()) for part in parts if part.strip() and not is_nobody(part)))


def _without_role_behind(text: str) -> str:
    """ "Anna Lind Senior Politics Editor, Lund News" -> "Anna Lind": a name and what somebody is, and no more names."""
    match = ROLE.search(text)
    if match is None or _BETWEEN.search(text[: match.start()]):
        return text
    return _without_role(text[: match.end()])


def has_shape(text: str) -> bool:
    """Whether a text could be a person's name: one word, or capitalised words with small ones only between them."""
    parts = text.split()
    if not 1 <= len(parts) <= MAX_WORDS or len(text) > NAME_LENGTH or not _NOT_IN_NAMES.isdisjoint(text):
        return False
    if any(map(is_of_the_calendar, parts)):
        return False
    small = [part for part in parts if part[0].islower() and part.casefold() not in PARTICLES]
    return len(parts) == 1 or (not small and not parts[-1][0].islower())


def is_of_the_calendar(word: str) -> bool:
    """Whether a word is a weekday or a month; one that people are called is none: Sam, Jan, April, but not Domingo."""
    weekday = calendar_words.is_weekday(word)
    if gazetteer.is_given_name(word) and not (weekday and len(word) > SHORT_NAME):
        return False
    return weekday or (bool(calendar_words.month(word)) and len(word) > SHORT_NAME)
