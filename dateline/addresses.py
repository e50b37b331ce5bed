"""Titles and names -> addresses of pages: ASCII, lower case, readable, the same whatever the order of the input."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING

from anyascii import anyascii
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dateline.model import Article

LONGEST = 60  # characters of a slug that is made from a title; a cut falls between words
LONGEST_GIVEN = 120  # of a slug that a person wrote
CLASH_DIGITS = 4  # hexadecimal; 1 chance in 65,536 that two articles of one day and one title still clash
# First parts of addresses that the site itself uses; an article may not stand there.
RESERVED = frozenset(
    ("about", "assets", "countries", "data", "feed", "people", "search", "sources", "timeline", "topics", "undated")
)
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_DEVICE = re.compile(r"con|prn|aux|nul|com\d|lpt\d")  # whatever follows, Windows takes these for devices
_ADDRESS = re.compile(r"(?:[a-z0-9-]{1,200}/){1,20}")
_APOSTROPHES = str.maketrans("", "", "'`´’ʼ")  # don't -> dont; some scripts' signs become one
# Where the site's own lists stand: a month, a day, all articles of one, all without a date.
_LIST = re.compile(r"\d{4}(?:/\d{1,2}){1,3}/|(?:\d{4}/\d\d(?:/\d\d)?|undated)/all/(?:\d+/)?")


def slugify(text: str, longest: int = LONGEST) -> str:
    """Fold a text to `a-z0-9-`: at most `longest` characters, cut between words; empty if nothing is left.

    Marks are stripped from their letters first (ä -> a, õ -> o, й -> и), then any script becomes ASCII.
    """
    letters = text
    if not text.isascii():
        letters = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
        letters = anyascii(letters.translate(_APOSTROPHES))
    slug = _NOT_SLUG.sub("-", letters.translate(_APOSTROPHES).lower()).strip("-")
    if len(slug) > longest:
        slug = slug[: longest + 1].rpartition("-")[0] or slug[:longest]
    return f"{slug}-name" if _DEVICE.fullmatch(slug) else slug


def slug_of(article: Article) -> str:
    """The last part of an article's address: its `slug:` where it has one, else its title folded."""
    if article.slug:
        return slugify(article.slug.rpartition("/")[2], LONGEST_GIVEN) or "article"
    return slugify(article.title) or "article"


def address(article: Article, suffix: str = "") -> str:
    """Where an article's page stands, relative to the site's root, with a slash at its end.

    The date gives the folder, as precise as it is: 2021/05/25/…, 2021/05/…, 2021/… or undated/….
    A `slug:` with slashes is the whole address; so a page stays where it was when its date is corrected.
    """
    folder, slug = _parts(article)
    return _joined(folder, f"{slug}-{suffix}" if suffix else slug)


def _parts(article: Article) -> tuple[str, str]:
    """The folder of an article's page, and its slug."""
    slug = slug_of(article)
    folders = [slugify(part, LONGEST_GIVEN) for part in article.slug.split("/")[:-1]]
    folders = [part for part in folders if part]
    if folders and folders[0] not in RESERVED - {"undated"}:
        return "/".join(folders), slug
    return article.date.date.replace("-", "/") if article.date else "undated", slug


def _joined(folder: str, slug: str) -> str:
    whole = f"{folder}/{slug}/"
    return f"{folder}/no-{slug}/" if _LIST.fullmatch(whole) else whole


class Wish(Struct, frozen=True, array_like=True):
    """Where an article's page would stand, and what decides where two want one place."""

    address: str
    stem: str  # what digits are put behind where the place is taken
    is_given: bool  # by a person, or in an earlier build
    digest: str

    @property
    def is_list(self) -> bool:
        """Does the site itself need the place that was asked for?"""
        return self.address != f"{self.stem}/"


def wish(article: Article) -> Wish:
    """What an article asks for, as far as it alone can say."""
    folder, slug = _parts(article)
    return Wish(_joined(folder, slug), f"{folder}/{slug}", bool(article.slug), digest(article))


def is_sound(address: str) -> bool:
    """May an article have had this address? A ledger is a file that anybody may have written."""
    parts = address.split("/")
    if not _ADDRESS.fullmatch(address) or _LIST.fullmatch(address):
        return False
    return parts[0] not in RESERVED - {"undated"} and not parts[-2].isdigit()


def digest(article: Article) -> str:
    """What tells two articles of one title apart: hexadecimal, the same wherever and in whatever order they stand."""
    if article.seed:
        identity = f"{article.seed}#{'' if article.record is None else article.record}"
    else:
        identity = f"{article.title}\n{article.body}"
    return hashlib.sha256(identity.encode()).hexdigest()


def assign(articles: Mapping[str, Article]) -> dict[str, str]:
    """Key of each article -> its address; no two are equal. See `settle`."""
    return settle({key: wish(article) for key, article in articles.items()})


def settle(wishes: Mapping[str, Wish]) -> dict[str, str]:
    """Key of each article -> its address; no two are equal.

    The key is anything that stays with an article, such as its file's path. Of articles that want one
    address, the one that a person gave its slug keeps it, else the one with the smallest digest; the others
    get digits of theirs.
    """
    wanted: dict[str, list[str]] = defaultdict(list)
    for key, asked in wishes.items():
        wanted[asked.address].append(key)
    found = {keys[0]: where for where, keys in wanted.items() if len(keys) == 1}
    taken = set(wanted)
    for where, keys in wanted.items():
        if len(keys) == 1:
            continue
        keys.sort(key=lambda key: (not wishes[key].is_given, wishes[key].digest, key))
        found[keys[0]] = where
        for key in keys[1:]:
            found[key] = _free(wishes[key], key, taken)
            taken.add(found[key])
    return {key: found[key] for key in wishes}


def _free(asked: Wish, key: str, taken: set[str]) -> str:
    digits = asked.digest + hashlib.sha256(key.encode()).hexdigest()
    candidates = (f"{asked.stem}-{digits[:n]}/" for n in range(CLASH_DIGITS, len(digits) + 1, CLASH_DIGITS))
    return next(where for where in candidates if where not in taken)


def slugs(names: Iterable[str], taken: Iterable[str] = ()) -> dict[str, str]:
    """Name -> its slug, all different; a name that shares one gets digits of its own digest.

    The first name in the order of the alphabet keeps the plain slug.
    """
    found: dict[str, str] = {}
    used = set(taken)
    for name in sorted(set(names)):
        plain = slugify(name) or _digits(name)[:8]
        slug, n = plain, CLASH_DIGITS
        while slug in used:
            slug, n = f"{plain}-{_digits(name)[:n]}", n + CLASH_DIGITS
        found[name] = slug
        used.add(slug)
    return found


def _digits(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()
