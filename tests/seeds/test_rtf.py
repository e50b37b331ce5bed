"""Rich Text Format: what is text in it, and in which letters."""

from __future__ import annotations

import random

import pytest

from dateline.seeds import rtf
from tests.seeds.reading import read

HEAD = (
    r"{\rtf1\ansi\ansicpg1252{\fonttbl\f0\fswiss\fcharset0 Helvetica;\f1\fnil\fcharset204 Arial Cyr;}"
    r"{\colortbl;\red255\green255\blue255;}{\info{\title Untitled}{\author A Collector}}"
)
STORY = "The council closed the harbour for a month on Monday, to look at its wall."


def words(text: str) -> str:
    return rtf.text(f"{HEAD}{text}}}".encode("latin-1"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"\pard\f0\fs24 One\par Two\par\par Three", "One\n\nTwo\n\nThree"),
        ("\\f0 One\\\n\\\nTwo\\\n", "One\n\nTwo"),  # as TextEdit writes it
        ("One \r\nand\n two", "One and two"),
        (r"caf\'e9 \'93so\'94 \f1\'cf\'ee\'f0\'f2\f0  \'e9", "café “so” Порт é"),
        (r"\u1055?\u1086\'3f\uc2\u1088??\uc0\u1090", "Порт"),
        (r"A boat \u-10179?\u-8577? sails", "A boat \U0001f67f sails"),
        (r"a\emdash b\lquote s\rquote\~c\_d\-e\tab f", "a—b‘s’ c-de\tf"),
        (r"\{brace\} back\\slash", "{brace} back\\slash"),
        (r"{\header Page 1}{\*\generator Riched20;}{\pict\wmetafile8 010203}Text{\footer 2}", "Text"),
        (r"Said{\footnote \chftn  In a note.} here.{\*\annotation No.}{\deleted Gone.}", "Said here.\n\n In a note."),
        (r"{\field{\*\fldinst{HYPERLINK http://a.example}}{\fldrslt the page}} said", "the page said"),
        (r"{\listtext\'B7\tab}One\par{\listtext\'B7\tab}Two", "One\n\nTwo"),
        ("A\\bin4 }}}}B", "AB"),
        (r"{\trowd a\cell b\cell\row}c", "a\tb\n\nc"),
    ],
)
def test_what_is_text(text: str, expected: str) -> None:
    assert words(text) == expected


def test_a_document_is_one_article() -> None:
    said = rf"{HEAD}\b Harbour closes\b0\par\pard 25 May 2021\par {STORY}\par}}"
    for path in ("a.rtf", "a.doc", "a.txt"):
        (seed,), problems = read(path, said.encode())
        assert problems == []
        assert (seed.text, seed.format) == (f"Harbour closes\n\n25 May 2021\n\n{STORY}", "text")


def test_one_without_text_is_said() -> None:
    found, (problem,) = read("a.rtf", f"{HEAD}}}".encode())
    assert (found, problem.code) == ([], "S13")


def test_markup_in_it_is_words() -> None:
    (seed,), _ = read("a.rtf", rf"{HEAD}<html><p>{STORY}</p>}}".encode())
    assert seed.text == f"<html><p>{STORY}</p>"


def test_broken_ones_end() -> None:
    dice = random.Random(4)  # noqa: S311  bytes at random, no secret
    whole = rf"{HEAD}\uc2 a\u228 xy {{\pict 00}}\'e4{{\f1\'cf}}".encode()
    for _ in range(500):
        broken = bytearray(whole)
        for _ in range(6):
            broken[dice.randrange(len(broken))] = dice.choice(b"{}\\u'-9 \xff")
        rtf.text(bytes(broken)).encode("utf-8")
    assert rtf.text(b"{\\rtf1 " + b"{" * 5000 + b"x") == "x"
