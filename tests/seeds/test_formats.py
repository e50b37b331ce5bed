"""Each format's reader: the fields and texts that come out of a small file of it."""

from __future__ import annotations

import gzip
import io
import json
import sys
import zipfile
from typing import Any

import pytest

from dateline import seeds
from dateline.model import Problem, Seed

TITLE = "Harbour closes for a month"
TEXT = "The council closed the harbour for a month on Monday.\n\nDivers will look at the wall."
RECORD = {"title": TITLE, "text": TEXT, "published_at": "2021-05-25T16:17:00+03:00", "link": "https://example.org/a"}


def read(path: str, data: bytes | str) -> tuple[list[Seed], list[Problem]]:
    found = seeds.read(path, data if isinstance(data, bytes) else data.encode())
    return [item for item in found if isinstance(item, Seed)], [item for item in found if isinstance(item, Problem)]


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("a.json", json.dumps([RECORD])),
        ("a.json", json.dumps({"meta": {"total": 1}, "data": {"articles": [RECORD]}})),
        ("a.jsonl", json.dumps(RECORD) + "\n\n"),
        ("a.json", json.dumps(RECORD) + "\n" + json.dumps({"no": "article"})),
        ("a.csv", f'Title,Text,Published At,Link\n{TITLE},"{TEXT}",2021-05-25T16:17:00+03:00,https://example.org/a\n'),
        ("a.csv", f'Titel;Inhalt;Datum;URL\n{TITLE};"{TEXT}";2021-05-25T16:17:00+03:00;https://example.org/a\n'),
        ("a.tsv", f'headline\tbody\tdate\turl\n{TITLE}\t"{TEXT}"\t2021-05-25T16:17:00+03:00\thttps://example.org/a\n'),
    ],
)
def test_exports(path: str, data: str) -> None:
    (seed,), problems = read(path, data)
    assert [problem.code for problem in problems] == (["S26"] if "no" in data.split('"') else [])
    assert (seed.text, seed.record, seed.format) == (TEXT, 0, "export")
    assert seed.fields == {"title": TITLE, "date": "2021-05-25T16:17:00+03:00", "url": "https://example.org/a"}


def test_one_object_is_no_record_of_many() -> None:
    (seed,), _ = read("a.json", json.dumps(RECORD))
    assert seed.record is None


def test_values_that_are_lists_objects_and_numbers() -> None:
    record: dict[str, Any] = {
        "headline": TITLE,
        "body": {"paragraphs": ["One.", "Two."]},
        "authors": ["Anna Lind", {"name": "Bo Ek"}],
        "source": {"id": None, "name": "Lund News"},
        "publish_date": {"$date": 1621948620000},
        "section": None,
        "scraped_at": "2024-01-01",
    }
    (seed,), _ = read("a.json", json.dumps(record))
    assert seed.text == "One.\n\nTwo."
    assert seed.fields == {
        "title": TITLE,
        "author": "Anna Lind, Bo Ek",
        "source": "Lund News",
        "date": "2021-05-25T13:17",
    }


def test_rows_say_on_which_line_they_begin() -> None:
    found, _ = read("a.csv", 'title,text\na,"one\ntwo"\nb,three\n')
    assert [(seed.first_line, seed.record, seed.text) for seed in found] == [(2, 0, "one\ntwo"), (4, 1, "three")]


@pytest.mark.parametrize(
    ("path", "data", "code", "seeds_left"),
    [
        ("a.json", '[{"title": "a", "te', "S23", 0),
        ("a.json", "[]", "S24", 0),
        ("a.json", "42", "S24", 0),
        ("a.json", "[" * 50_000 + "]" * 50_000, "S23", 0),
        ("a.jsonl", json.dumps(RECORD) + '\n{"title": "broken\n' + json.dumps(RECORD), "S25", 2),
        ("a.csv", "a,b\n1,2\n", "S20", 0),
        ("a.csv", "title,text\n", "S22", 0),
        ("a.csv", "title,text,date\na,b\nc,d,2021-05-25,extra\n", "S21", 2),
        ("a.md", '---\ntitle: "unclosed\n---\n\nText.', "S30", 1),
        ("a.eml", "Subject: a\n\n", "S27", 0),
        ("a.ris", "no tags", "S28", 0),
        ("a.rss", "<rss><channel></channel></rss>", "S29", 0),
        ("a.rss", '<!DOCTYPE x [<!ENTITY a "b">]><rss/>', "S29", 0),
        ("a.gz", b"\x1f\x8b broken", "S40", 0),
        ("a.zip", b"PK broken", "S40", 0),
        ("a.pdf", b"%PDF-1.4 broken", "S51", 0),
        ("a.warc", b"broken", "S53", 0),
        ("a.mhtml", b"Subject: a\n\ntext", "S26", 0),
    ],
)
def test_what_is_broken_is_one_problem(path: str, data: bytes | str, code: str, seeds_left: int) -> None:
    found, problems = read(path, data)
    assert [problem.code for problem in problems] == [code]
    assert problems[0].hint
    assert len(found) == seeds_left


def test_markdown_with_the_head_of_another_generator() -> None:
    (seed,), problems = read("a.md", f"---\ntitle: '{TITLE}'\ndate: 2021-05-25\ntags: [a]\n---\n\n# {TITLE}\n\nText.\n")
    assert problems == []
    assert seed.fields == {"title": TITLE, "date": "2021-05-25"}
    assert seed.first_line == 6
    assert seed.text.startswith("\n# Harbour")


def test_a_page_says_where_it_was_saved_from() -> None:
    page = (
        f"<!DOCTYPE html>\n<!-- saved from url=(0021)https://example.org/a -->\n<html><body><p>{TEXT}</p></body></html>"
    )
    (seed,), _ = read("a.html", page)
    assert (seed.format, seed.fields) == ("page", {"url": "https://example.org/a"})


@pytest.mark.parametrize(
    ("path", "text", "kind"), [("a.txt", "<html><p>x</p></html>", "page"), ("a.html", TEXT, "text")]
)
def test_a_file_is_what_it_holds(path: str, text: str, kind: str) -> None:
    assert read(path, text)[0][0].format == kind


@pytest.mark.parametrize("declared", ["utf-8", "windows-1251"])
@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251"])
def test_what_a_page_says_of_its_encoding_may_be_wrong(declared: str, encoding: str) -> None:
    words = "Гавань закрыта на месяц, сообщил городской совет. Водолазы осмотрят стену до конца недели."
    page = f'<html><head><meta charset="{declared}"></head><body><p>{words * 3}</p></body></html>'
    assert words in read("a.html", page.encode(encoding))[0][0].text


def test_mhtml() -> None:
    data = (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://example.org/a\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n'
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n<html><p>caf=C3=A9</p></html>\r\n--x--\r\n"
    )
    (seed,), _ = read("a.mhtml", data)
    assert seed.fields == {"url": "https://example.org/a"}
    assert "café" in seed.text


def test_mail() -> None:
    data = f"From: Lund News <a@example.org>\nSubject: {TITLE}\nDate: Tue, 25 May 2021 16:17:00 +0300\n\n{TEXT}\n"
    (seed,), _ = read("a.eml", data)
    assert seed.fields == {"title": TITLE, "date": "2021-05-25T16:17", "source": "Lund News"}
    assert seed.text.strip() == TEXT


def test_feeds() -> None:
    rss = (
        '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Lund News</title><item>'
        f"<title>{TITLE}</title><link>https://example.org/a</link><pubDate>Tue, 25 May 2021 16:17:00 +0300</pubDate>"
        "<description>Short.</description><content:encoded><![CDATA[<p>Whole.</p>]]></content:encoded></item></channel></rss>"
    )
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Lund News</title><entry>'
        "<title>Harbour closes for a month</title>"
        '<link href="https://example.org/a"/><published>2021-05-25T16:17:00Z</published><content>Whole.</content>'
        "</entry></feed>"
    )
    for path, data, text in (("a.rss", rss, "<p>Whole.</p>"), ("a.atom", atom, "Whole.")):
        (seed,), _ = read(path, data)
        assert seed.text == text
        assert seed.fields["title"] == TITLE
        assert seed.fields["source"] == "Lund News"
        assert seed.fields["date"].startswith("2021-05-25T16:17")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("before", ["", "<!--" + "x" * 9000 + "-->", "\n" * 9000])
def test_a_doctype_is_seen_wherever_it_stands(before: str, encoding: str) -> None:
    feed = f'<?xml version="1.0"?>{before}<!DOCTYPE x [<!ENTITY a "ha">]><rss><item><title>&a;</title></item></rss>'
    found, (problem,) = read("a.rss", feed.encode(encoding))
    assert (found, problem.code) == ([], "S29")
    assert "DOCTYPE" in problem.message


def test_a_doctype_within_an_entry_is_words() -> None:
    feed = (
        "<rss><item><title>One</title><description><![CDATA[<!DOCTYPE html><p>Whole.</p>]]></description></item></rss>"
    )
    assert read("a.rss", feed)[0][0].text == "<!DOCTYPE html><p>Whole.</p>"


def test_archives_count_their_records_through() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("b.txt", TEXT)
        archive.writestr("a.jsonl", json.dumps(RECORD) + "\n" + json.dumps(RECORD))
        archive.writestr("picture.png", b"\x89PNG")
        archive.writestr("__MACOSX/._b.txt", b"\0")
    found, problems = read("pile.zip", buffer.getvalue())
    assert problems == []
    assert [(seed.record, seed.fields["member"]) for seed in found] == [
        (0, "a.jsonl"),
        (1, "a.jsonl"),
        (2, "b.txt"),
    ]
    assert {seed.path for seed in found} == {"pile.zip"}
    (seed,), _ = read("a.txt.gz", gzip.compress(TEXT.encode()))
    assert seed.text == TEXT


def test_web_archives() -> None:
    pytest.importorskip("warcio")
    page = b"<html><body><p>Rain fell.</p></body></html>"
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/a\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        "WARC-Date: 2021-05-25T16:17:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    (seed,), problems = read("a.warc", head.encode() + http + b"\r\n\r\n")
    assert problems == []
    assert (seed.format, seed.fields["url"], seed.text) == ("page", "https://example.org/a", page.decode())


def test_what_a_broken_web_archive_says_is_not_printed(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    pytest.importorskip("warcio")
    lines = ("WARC/1.0", "WARC-Type: response", "WARC-Target-URI: https://a.example/a b\x1b[31m", "Content-Length: 3")
    head = "".join(f"{line}\r\n" for line in (*lines, ""))
    read("a.warc", f"{head}abc and more than that\r\n\r\n{head}abc".encode())
    assert [caplog.text, *capfd.readouterr()] == [""] * 3


@pytest.mark.parametrize(("path", "data"), [("a.html", "<html><p>x</p></html>"), ("a.pdf", "%PDF"), ("a.warc", "x")])
def test_an_extra_that_is_not_installed_names_itself(path: str, data: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("trafilatura", "pypdf", "warcio", "warcio.archiveiterator"):
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setattr("dateline.seeds.pages.find_spec", lambda name: None if name == "trafilatura" else name)
    found, (problem,) = read(path, data)
    assert found == []
    assert problem.code == "S50"
    assert "pip install 'dateline[" in problem.hint


@pytest.mark.parametrize(
    "date", ["Tue, 25 May 2021 16:17:00 +99999999999999", "Tue, 25 May 2021 99999999999999:17:00 GMT"]
)
def test_a_date_of_large_numbers_is_none(date: str) -> None:
    feed = f"<rss><item><title>One</title><pubDate>{date}</pubDate><description>Whole.</description></item></rss>"
    for path, data in (("a.rss", feed), ("a.eml", f"Subject: One\nDate: {date}\n\nWhole.\n")):
        (seed,), problems = read(path, data.encode())
        assert problems == []
        assert seed.fields.get("date", "") in ("", date)


@pytest.mark.parametrize("part", ["\u00b2", "9" * 5000, "\u0663", None, {}])
def test_a_part_of_a_date_that_is_no_number_is_passed_over(part: object) -> None:
    record = {"title": "One", "text": "Whole.", "date": {"date-parts": [[2021, part]]}}
    (seed,), problems = read("a.json", json.dumps(record).encode())
    assert problems == []
    assert seed.fields["date"] == "2021"
