"""Draft -> as much of it as others hang on, held for all; the whole is fetched where there is work to do on it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Self

import msgspec
from msgspec import Struct

from dateline import cache as work
from dateline.addresses import digest, slug_of
from dateline.model import Draft, Problem, When

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.cache import Cache
    from dateline.model import Article


_NO_TEXT = hashlib.sha256(b"").hexdigest()


class Marks(Struct, frozen=True, array_like=True):
    """By what an article is known again in another file, or in the same one saved anew: digests, empty where it has no
    such thing."""

    url: bytes = b""
    title: bytes = b""
    date: bytes = b""
    body: bytes = b""

    @classmethod
    def of(cls, url: str, title: str, date: str, body: str) -> Self:
        """`body`: its SHA-256, as the ledger has it. The address of a whole site is nobody's; no text is no sign."""
        page = url if url.rstrip("/").count("/") > len("//") else ""
        return cls(*map(_mark, (page, title, date, body if body != _NO_TEXT else "")))

    @classmethod
    def of_article(cls, article: Article) -> Self:
        """Of what an article says now."""
        body = hashlib.sha256(article.body.encode("utf-8")).hexdigest()
        return cls.of(article.url, article.title, str(article.date or ""), body)

    @classmethod
    def read(cls, written: Mapping[str, str]) -> Self:
        """As a ledger has them; ValueError where one is no digest."""
        return cls(*(bytes.fromhex(written.get(name, "")) for name in cls.__struct_fields__))

    @property
    def written(self) -> dict[str, str]:
        """As a ledger shall have them."""
        return {name: said.hex() for name in self.__struct_fields__ if (said := getattr(self, name))}

    def is_elsewhere(self, other: Self) -> bool:
        """Have both an address, and not the same?"""
        return bool(self.url and other.url and self.url != other.url)

    def is_near(self, other: Self) -> bool:
        """Do both have one thing, and the same? So has what was edited in its place."""
        pairs = ((self.url, other.url), (self.body, other.body), (self.title, other.title))
        return any(one and one == another for one, another in pairs)


def _mark(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=8).digest() if text else b""


class Drafted(Struct, frozen=True, array_like=True):
    """One draft, as far as others hang on it."""

    key: str  # under which the cache has the whole
    seed: str
    record: int | None
    sha256: str  # of the seed's file
    digest: str  # of the whole
    path: str  # where its article goes, relative to content/articles/
    otherwise: str  # the same where that is taken
    date: When | None
    problems: tuple[Problem, ...]
    refused: bool
    marks: Marks
    member_sha256: str = ""  # where the seed was packed: of its own file, as it was before


def drafted(key: str, draft: Draft, sha256: str, member_sha256: str = "") -> tuple[bytes, Drafted]:
    """A draft packed, and what is held of it."""
    packed = msgspec.msgpack.encode(draft)
    article = draft.article
    path, otherwise = _places(article)
    return packed, Drafted(
        key,
        article.seed,
        article.record,
        sha256,
        work.digest(packed),
        path,
        otherwise,
        article.date,
        draft.problems,
        draft.refused,
        Marks.of_article(article),
        member_sha256,
    )


def whole(cache: Cache, one: Drafted) -> Draft:
    """All of a draft; OSError where somebody has cleared the cache since it was made."""
    return msgspec.msgpack.decode(cache.demand(one.key), type=Draft)


def _places(article: Article) -> tuple[str, str]:
    when = article.date.date if article.date else ""
    folder = f"{article.date.year:04}" if article.date else "undated"
    name = "-".join(filter(None, (when, slug_of(article))))
    return f"{folder}/{name}.md", f"{folder}/{name}-{digest(article)[:8]}.md"
