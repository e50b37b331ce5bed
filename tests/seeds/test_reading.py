"""Bytes of text files -> seeds, or exactly one problem."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import seeds
from dateline.model import Problem, Seed
from dateline.seeds import decoding


def mended(data: bytes) -> tuple[str, Problem]:
    """A text whose encoding had to be mended, and the note of it."""
    found, problem = seeds.read("a.txt", data)
    assert isinstance(found, Seed)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.severity) == ("S15", "note")
    return found.text, problem


TEXT = "Über den Hafen\n\nDer Rat hat am Montag beschlossen, dass der Hafen für einen Monat geschlossen wird."
RUSSIAN = "Гавань закрыта на месяц, сообщил городской совет. Водолазы осмотрят стену и мол до конца недели. " * 3


def one(path: str, data: bytes) -> Seed | Problem:
    (found,) = seeds.read(path, data)
    return found


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1252"]
)
def test_encodings(encoding: str) -> None:
    found = seeds.read("a.txt", TEXT.encode(encoding))[0]
    assert isinstance(found, Seed)
    assert found.text == TEXT


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r"])
def test_russian_encodings(encoding: str) -> None:
    found = one("a.txt", RUSSIAN.encode(encoding))
    assert isinstance(found, Seed)
    assert found.text == RUSSIAN


def test_line_ends_are_one_kind() -> None:
    found = one("a.TXT", b"one\r\ntwo\rthree\n")
    assert isinstance(found, Seed)
    assert found.text == "one\ntwo\nthree\n"


def test_a_character_cut_off_at_the_end_is_left_out() -> None:
    assert mended("Rain fell on Übersee".encode()[:13] + b"\xc3")[0] == "Rain fell on "


@pytest.mark.parametrize(
    ("path", "data", "code"),
    [
        ("a.txt", b"", "S10"),
        ("a.txt", b" \r\n\t\xef\xbb\xbf", "S13"),
        ("a.txt", bytes(range(256)) * 20, "S11"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + b"\0\1\2\3" * 50, "S11"),
        ("a.xyz", b"text", "S12"),
        ("README", b"text", "S12"),
        ("a.html", b" \n\n", "S13"),
        ("a.csv", b"\r\n", "S13"),
        ("a.jpg", b"\xff\xd8\xff", "S12"),
    ],
)
def test_what_cannot_be_used_is_one_problem_with_a_hint(path: str, data: bytes, code: str) -> None:
    found = one(path, data)
    assert isinstance(found, Problem)
    assert (found.path, found.code) == (f"seeds/{path}", code)
    assert found.hint


def test_a_few_foreign_bytes_do_not_change_the_rest() -> None:
    data = "Über die Brücke in Lübeck führt ein Weg — so hieß es".encode() + b" \x93heute\x94"
    text, problem = mended(data)
    assert text == "Über die Brücke in Lübeck führt ein Weg — so hieß es “heute”"
    assert "2 bytes" in problem.message


def test_text_that_was_read_wrongly_once_is_turned_back() -> None:
    text = "“Über die Brücke” – so hieß es."
    assert mended(text.encode().decode("windows-1252", "replace").replace("\ufffd", "\x9d").encode())[0] == text


def test_letters_of_any_script_are_turned_back() -> None:
    misread = "".join(bytes([byte]).decode("windows-1252", "ignore") or chr(byte) for byte in RUSSIAN.encode())
    assert mended(misread.encode())[0] == RUSSIAN


@given(st.text(st.sampled_from("\0\x08\t\n\x0b\x0e\x1a\x1b\x1f a\x7f\x80é東"), max_size=20))
def test_controls_are_counted(text: str) -> None:
    assert decoding._controls(text) == len(re.findall(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]", text))


def test_of_text_that_lost_some_of_it_each_piece_is_turned_back() -> None:
    text = "“Über die Brücke” – so hieß es… 5 €, Дом."
    mangled = text.encode().decode("windows-1252", "ignore")
    assert mended(mangled.encode())[0].startswith("“Über die Brücke” – so hieß es… 5 €")


def test_an_encoding_that_rests_on_few_bytes_is_said() -> None:
    text, problem = mended(b"The caf\xe9 is closed, the council said on Monday, and so is the harbour beside it.")
    assert "café" in text
    assert "1 bytes" in problem.message


def test_a_few_bytes_are_no_proof_of_an_old_system() -> None:
    text, _ = mended(b"Harbour closes\n\nThe council closed it \xc3( for \xc0\xaf a month \x80 on Monday.")
    assert text.endswith("closed it Ã( for À¯ a month € on Monday.")


def test_characters_in_halves_are_put_together() -> None:
    found = one("a.txt", b"Smile " + b"\xed\xa0\xbd\xed\xb8\x80" + " – so.".encode())
    assert isinstance(found, Seed)
    assert found.text == "Smile 😀 – so."


def test_text_that_only_looks_so_stays() -> None:
    text = "Ã is a letter, and so is Ð; “both” are rare. SÃO PAULO – à la carte, 5 € or £3, Â© 2021."
    found = one("a.txt", text.encode())
    assert isinstance(found, Seed)
    assert found.text == text
