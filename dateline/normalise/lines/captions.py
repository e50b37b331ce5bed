"""One line -> whether it is a picture's caption or its credit, by the signs and words that these end or begin with."""

from __future__ import annotations

import re

from dateline.normalise.lines.line import URL, key

CAPTION = "photo caption"
_CREDIT = re.compile(
    r"\W*(?:(?:file |stock )?"
    r"(?:photo(?:graph)?|foto|image|picture|bild|imagem?|imagen|immagine|zdjęcie|фото|kuva|fotograf[ií]a|"
    r"illustration|graphic|infographic|video|credits?|caption|copyright|source|quelle|bron|kilde|källa|fuente|fonte|"
    r"источник|джерело|źródło|zdroj|πηγή|lähde|allikas|kaynak|sursa|izvor)"
    r"s?(?: credits?| sources?| by| via| courtesy(?: of)?| nachweis)?)\s*"
    r"(?:[:/|©]|\bby\b|\bvia\b|\((?:author|source|credit|by)\b:?)\s*\S.{0,80}",
    re.IGNORECASE,
)
_OF_SOURCE = re.compile(  # where a text is from: with many words it is a paragraph, "Source: the mayor on X, …"
    r"\W*(?:source|quelle|bron|kilde|källa|fuente|fonte|источник|джерело|źródło|zdroj|lähde|allikas|kaynak|sursa|izvor)s?:",
    re.IGNORECASE,
)
SOURCE_WORDS = 8
_CREDIT_LABEL = re.compile(
    r"^\W*(?:photo|foto|image|picture|bild|фото|credits?)s?(?: credits?| by)?\s*"
    r"(?:[:/|©]|\((?:author|source|credit|by)\b:?)\s*",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"\W{0,3}(?:©|\(c\)|copyright\b|&copy;)", re.IGNORECASE)
_NAMED = re.compile(  # "Image caption Boats at the pier", "Image copyright Lund News"
    r"(?P<what>image (?:copyright|caption))(?! notice| policy)\s+[^\W_].{2,200}", re.IGNORECASE
)
_OF_YEARS = re.compile(r"\W{0,3}(?:©|\(c\)|copyright\b|&copy;)[\s©(c)]*\d{4}", re.IGNORECASE)  # of all that is there
_AGENCY_CREDIT = re.compile(
    r"(?:[\w.'’ -]{2,40}\s?[/|]\s?){0,2}\s*"
    r"(?:AP|AFP|Reuters|REUTERS|EPA(?:-EFE)?|EFE|dpa|DPA|Getty(?: Images)?|GETTY|Shutterstock|Alamy|"
    r"Bloomberg|Xinhua|TASS|ANSA|NTB|TT|PAP|APA|Keystone|imago(?: images)?|picture alliance|Unsplash|Pixabay|Wikimedia)"
    r"(?:\s*/\s*[\w.'’ -]{2,40})?"
)
_CAPTIONED = re.compile(  # what a caption ends with: who made, or owns, its picture
    r"(?:(?<=[.!?…”\"»)\]])|\s[-–—|/]|\s)\s*[(\[]?"
    r"(?:(?i:photo|foto|image|picture|bild|bildquelle|imagem|imagen|immagine|zdjęcie|фото|kuva|fotograf[ií]a|illustration)s?"
    r"(?i:\s(?:credits?|by|via|courtesy(?: of)?))?\s*[:/|©]\s?[^\s.](?:[^.?!]|\.\b){1,60}\.?|©\s?[^\s\d][^.?!]{1,60}|"
    r"(?:AP|AFP|EPA|Reuters|REUTERS|PA) (?:[Pp]hoto|Images?)\b[^.?!]{0,50}|[Pp]hoto by [A-Z][^.?!]{2,60}|"
    r"(?<=[(\[])[Cc]redits?: ?[A-Z][^.?!]{2,60}|"
    r"(?<=[(\[])(?:[Pp]icture|[Pp]ic|[Ii]mage)s? (?:by|courtesy(?: of)?) [A-Z][^.?!]{2,60}|"
    r"(?<=[.!?…])(?:/ ?[Pp]hotos? |/ ?[Ff]otos? )[A-Z][^.?!/]{1,40}|"
    r"(?:IMAGO|imago|AFP|AP|EPA|REUTERS|Reuters|Getty|GETTY|Unsplash|Shutterstock) ?/ ?[^\W\d][^.?!/]{2,40}|"
    r"[\[(][^()\[\].]{2,40}/ ?(?:AP|AFP|EPA|Reuters|REUTERS|dpa|Getty Images)|"
    r"(?:(?<=[.!?…”\"»)\]] )|(?<=[|–—] ))[A-Z][^\s.?!/|]+(?: [A-Z][^\s.?!/|]+){0,3} ?/ ?"
    r"(?:AP|AFP|EPA|Reuters|REUTERS|dpa|Getty Images|PA(?: Wire| Media| Images)?|TT|NTB|APA|ANSA|AAP|PAP|TASS|"
    r"[A-Z]\w+ (?:News )?Agency)(?: [Vv]ia [A-Z][\w ]{2,25})?"
    r"[.|\s]{0,3}|"
    r"(?<= \()(?<![.!?…”\"»] \()(?:AP|AFP|EPA|Reuters|REUTERS|dpa|Getty Images|Getty)(?=\)$)|"
    r"(?<=[.!?…”\"»)\]] )(?:AP|AFP|EPA|EFE|dpa|Reuters|REUTERS|Getty Images|Shutterstock))[)\]]?$"
)
_SHOWS = re.compile(  # "Photo: From left to right Anna Lind, Bo Ek and the mayor of Lund": more than a credit
    r"(?:(?:file )?photo|image|picture|pictured|caption|in (?:the )?(?:photo|picture)|foto|bild|im bild|"
    r"(?:на )?фото|fotol|pildil|kuvassa)s?\s?:\s?[^\W\d_].{30,}",
    re.IGNORECASE,
)
# "Anna Lind at the pier on Tuesday. Source: Bo Ek/LNA", and without the full stop where it is somebody's for somebody
_SOURCED = re.compile(
    r"(?:(?<=[.!?…”\"»)\]] )(?i:source|author|allikas|autor|quelle|источник|автор)s?:\s?[^\W\d_a-z][^.?!:]{1,60}|"
    r"\s(?i:source|allikas|источник):\s?[^\W\d_a-z][^.?!:/]{2,40}(?:\s?/\s?[^\W\d_a-z][^.?!:/]{1,40}){1,4})\.?$"
)
_UNPARTED = re.compile(  # "Boats at the pier in Lund Anna Lind/Reuters", but "By our reporter Anna Lind/Reuters"
    r"(?!(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Tt]ext|[Rr]eporting)\b)(?:[^\s/]+ ){3,}"
    r"[A-Z][\w'’.-]+ [A-Z][\w'’-]+ ?/ ?(?:AP(?: Photo)?|AFP|EPA|Reuters|REUTERS|dpa|Getty(?: Images)?)[.)]?"
)
_OF_CREDITS = (
    ":",
    "/",
    "|",
    "©",
    "hoto",
    "mage",
    "PA ",
    "icture",
    "(Pic",
    "redit",
)  # what every form above has, but for the last one
_AGENCIES = ("AP", "AFP", "EPA", "EFE", "dpa", "Reuters", "REUTERS", "Images", "Shutterstock", "Getty")
_OF_ARCHIVE = re.compile(  # what a caption ends with where its picture is an older one, or shows something like it
    r"(?:^|[.!?…”\"»)\]/|–—-] ?|[(\[])(?:(?:arkiv|archiv|symbol|genre|illustrations?)(?:bild|foto|photo)(?:er)?|"
    r"illustrasjonsfoto|kuvituskuva|arkistokuva|archieffoto|illustratiefoto|ilustrační foto|"
    r"(?:file|stock|archive|representational|representative) (?:photo|image|picture|pic|photograph)|"
    r"(?:foto|imagen|imagem|fotografía|immagine) (?:de archivo|de arquivo|d['’]archivio|di repertorio|"
    r"ilustrativ[ao])|"
    r"(?:photo|image) d['’](?:archives?|illustration)|"
    r"(?:zdjęcie|fot\.|foto) (?:ilustracyjn[ae]|archiwaln[ae]|poglądowe)|(?:архивное|иллюстративное) фото|"
    r"фото из архива)\W{0,3}$",
    re.IGNORECASE,
)
_OF_ARCHIVES = (  # how all of them end
    *(
        "bild",
        "bilder",
        "foto",
        "fotoer",
        "photo",
        "photograph",
        "picture",
        "pic",
        "image",
        "kuva",
        "archivo",
        "arquivo",
    ),
    *("archivio", "ilustrativa", "ilustrativo", "repertorio", "archive", "archives", "illustration", "ilustracyjne"),
    *("ilustracyjna", "archiwalne", "archiwalna", "poglądowe", "фото", "архива"),
)
_TELLS = re.compile(r"\b(?:said|told|added)\b")  # a paragraph under which an agency signs; a caption shows
_SHOWN = re.compile(r"!\[[^\]]*\]\([^)]*\)")  # a picture as converters to Markdown leave it
_CAPTION_BESIDE = 130  # characters behind it that are its caption; more may be a paragraph
_CAPTION_LENGTH = 300  # characters
_DOUBLE = 60  # characters of a line that says the same twice
_LABEL_LENGTH = 16  # characters of the words before a colon that say that a picture is shown
_CREDIT_LENGTH = 90  # characters of a line's end in which a credit is looked for


def is_credit(text: str) -> bool:
    """Whether the line names who made, or owns, the picture beside it."""
    if len(text) > 120:
        return False
    if _COPYRIGHT.match(text) or ((named := _NAMED.fullmatch(text)) and named["what"].casefold().endswith("copyright")):
        return True
    if _CREDIT.fullmatch(text) and not URL.search(text):
        return not (_OF_SOURCE.match(text) and len(text.split()) > SOURCE_WORDS)
    return bool(_AGENCY_CREDIT.fullmatch(text))


def is_of_years(text: str) -> bool:
    """Whether the line is the notice of all that stands on a page, with its years."""
    return _OF_YEARS.match(text) is not None


def is_caption(text: str) -> bool:
    """Whether the line says what a picture shows, and ends with its credit."""
    if len(text) > _CAPTION_LENGTH:
        return False
    if text.startswith("![") and (shown := _SHOWN.match(text)) and len(text) - shown.end() <= _CAPTION_BESIDE:
        return True
    if text[:6].casefold() == "image " and _NAMED.fullmatch(text):  # "Image caption Boats at the pier"
        return True
    if ":" in text[:_LABEL_LENGTH] and _SHOWS.fullmatch(text):
        return True
    start = max(0, len(text) - _CREDIT_LENGTH)
    end = text[start:]
    may_be = any([sign in end for sign in _OF_CREDITS]) or end.rstrip(") ").endswith(_AGENCIES)
    found = _CAPTIONED.search(text, start) if may_be else None
    if " - " in text and _is_double(text):
        return True
    if found is None and end.rstrip(" .)]").casefold().endswith(_OF_ARCHIVES) and _OF_ARCHIVE.search(text, start):
        return True
    if found is None and "/" in end and _UNPARTED.fullmatch(text):
        return True
    if found is None and ": " in end and _SOURCED.search(text, start):
        return not _TELLS.search(text)
    return found is not None and not (found[0].strip("()[] ") in _AGENCIES and _TELLS.search(text))


def _is_double(text: str) -> bool:
    """Whether a line says the same twice: what the picture is called, and what stands below it."""
    half = len(text) // 2
    at = text.find(" - ", half - 4, half + 6)
    return at > 0 and len(text) >= _DOUBLE and key(text[:at]) == key(text[at:])


def credited(text: str) -> str:
    """The names in a credit line, without the word "photo" and the sign before them."""
    return _CREDIT_LABEL.sub("", text).strip(" .:|©()")
