"""Real files of every format, a kind, a seed and a number -> one mutated file, or a folder of them."""

from __future__ import annotations

import gzip
import io
import random
import zipfile

from tests.hostile import real_files

SITE = 50  # content files that are built as one site
ODD = [
    b"\x00", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", "\u2028".encode(), b"\r", b"\n\n", b"---\n", b": ", b"'", b'"',
    b"[", b"{", b"]}", b"&a ", b"*a", b"<<: ", b"|\n", b"!!python/object ", b"\t", "💥".encode(), "\u202e".encode(),
    b"a" * 3000, b"a " * 2000, b"<script>", b"<p>" * 300, b"{{ 7 * 7 }}", b"]]>", b"<![CDATA[", b"<!DOCTYPE x [", b"%",
    b"- ", b"#", b"\\", b"\\ud800", b"9" * 30, b"-1", b"0000", b"2021-02-30", b"31 June 2021", b"=?utf-8?q?", b";",
    b"\xed\xa0\x80", b"\xc3", b"(" * 200, b"* " * 200, b"_" * 500, b"`" * 100, b"> " * 200, b"1e999", b"NaN", b"null",
    "\u0130I\u0307".encode(), "\u0645\u0631\u062d\u0628\u0627".encode(), "e\u0301\u0301\u0301".encode(), b"&#x110000;",
]  # fmt: skip


def mutated(originals: list[bytes], chance: random.Random) -> bytes:
    """One of the originals with a few slices moved, doubled, dropped, turned or replaced by something odd."""
    data = chance.choice(originals)
    for _ in range(chance.randint(1, 5)):
        start = chance.randint(0, len(data))
        end = min(len(data), start + chance.choice([0, 0, 1, 4, 60, 2000]))
        pieces = [b"", data[start:end] * 2, chance.choice(ODD), chance.choice(ODD), chance.randbytes(3)]
        pieces.append(_slice(chance.choice(originals), chance))
        if end - start == 1:
            pieces.append(bytes([data[start] ^ 1 << chance.randint(0, 7)]))
        data = data[:start] + chance.choice(pieces) + data[end:]
    return data[: chance.randint(0, len(data))] if chance.random() < 0.05 else data


def _slice(data: bytes, chance: random.Random) -> bytes:
    start = chance.randint(0, len(data))
    return data[start : start + chance.randint(0, 300)]


def case(kind: str, originals: list[bytes], seed: int, number: int) -> bytes:
    """The case of that number; of archives, every second one is sound and holds a file that is not."""
    chance = random.Random(f"{seed} {kind} {number}")  # noqa: S311  cases, not secrets
    if number % 2 and kind.endswith(".gz"):
        return gzip.compress(mutated([gzip.decompress(data) for data in originals], chance), mtime=0)
    if number % 2 and kind in ("zip", "wacz", "docx", "odt", "xlsx"):
        return _repacked(chance.choice(originals), chance)
    return mutated(originals, chance)


def _repacked(data: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    broken = chance.choice(sorted(members))
    members[broken] = mutated([members[broken]], chance)
    return real_files.packed(members)


def site_case(originals: dict[str, list[bytes]], seed: int, number: int) -> dict[str, dict[str, bytes]]:
    """A content folder full of broken files; most have their ledger, broken or sound."""
    articles = {}
    for n in range(SITE):
        at = number * SITE + n
        articles[f"articles/2020/{n}.md"] = case("article", originals["article"], seed, at)
        if n % 3:
            articles[f"ledger/2020/{n}.json"] = case("ledger", originals["ledger"], seed, at)
    others = {"site.yaml": case("settings", originals["settings"], seed, number)}
    for name in ("people", "countries", "topics"):
        others[f"vocabulary/{name}.yaml"] = case("vocabulary", originals["vocabulary"], seed, number)
    return {"articles": articles, "others": others}
