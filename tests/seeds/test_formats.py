"""Each format's reader: the fields and texts that come out of a small file of it."""

from __future__ import annotations

import gzip
import io
import json
import sys
import zipfile

import pytest

from tests.seeds.reading import RECORD, TEXT, TITLE, read


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
        ("a.md", "---\ntitle: A\ndraft: true\n---\n\nText.", "S31", 0),
        ("a.md", '+++\ntitle = "A"\ndraft = true\n+++\n\nText.', "S31", 0),
        ("a.eml", "Subject: a\n\n", "S27", 0),
        ("a.ris", "no tags", "S28", 0),
        ("a.rss", "<rss><channel></channel></rss>", "S29", 0),
        ("a.xml", "<articles><item><title>One</title></item></articles>", "S29", 0),
        ("a.rss", '<!DOCTYPE x [<!ENTITY a "b">]><rss/>', "S29", 0),
        ("a.gz", b"\x1f\x8b broken", "S40", 0),
        ("a.zip", b"PK broken", "S40", 0),
        ("a.pdf", b"%PDF-1.4 broken", "S51", 0),
        ("a.warc", b"broken", "S53", 0),
        ("a.mhtml", b"Subject: a\n\ntext", "S54", 0),
    ],
)
def test_what_is_broken_is_one_problem(path: str, data: bytes | str, code: str, seeds_left: int) -> None:
    found, problems = read(path, data)
    assert [problem.code for problem in problems] == [code]
    assert problems[0].hint
    assert len(found) == seeds_left


def test_why_a_pdf_is_not_read_is_said_in_words() -> None:
    for data, said in ((b"%PDF-1.4 broken", "cannot be read as PDF: Stream"), (b"<html>Sign in</html>", "is no PDF,")):
        _, (problem,) = read("a.pdf", data)
        assert problem.message.startswith(said)


def test_that_it_is_published_is_no_date() -> None:
    (seed,), _ = read("a.md", f"---\ntitle: '{TITLE}'\npublished: true\ndate: 2021-05-25\n---\n\nText.\n")
    assert seed.fields["date"] == "2021-05-25"


def test_a_table_of_addresses_is_told_what_to_do() -> None:
    _, (problem,) = read("a.csv", "title,url,tags\nHarbour closes,https://example.org/a,sea\n")
    assert (problem.code, "Save the pages" in problem.hint) == ("S20", True)


@pytest.mark.parametrize(
    ("path", "advice"), [("a.pages", ".txt, .docx, .odt, .html or .pdf"), ("a.ods", ".csv"), ("a.exe", "Convert it")]
)
def test_a_kind_that_is_not_read_says_what_to_save_it_as(path: str, advice: str) -> None:
    _, (problem,) = read(path, b"PK")
    assert (problem.code, advice in problem.hint) == ("S12", True)


@pytest.mark.parametrize("column", ["Selection", "Notes"])
def test_what_a_reader_kept_is_the_text_where_there_is_no_other(column: str) -> None:
    (seed,), problems = read("a.csv", f'Title,URL,{column}\n{TITLE},https://example.org/a,"{TEXT}"\n')
    assert problems == []
    assert (seed.text, seed.fields["title"]) == (TEXT, TITLE)
    (seed,), _ = read("a.csv", f'Title,Abstract Note,{column}\n{TITLE},"{TEXT}",read it again\n')
    assert seed.text == TEXT


def test_markdown_with_the_head_of_another_generator() -> None:
    (seed,), problems = read("a.md", f"---\ntitle: '{TITLE}'\ndate: 2021-05-25\ntags: [a]\n---\n\n# {TITLE}\n\nText.\n")
    assert problems == []
    assert seed.fields == {"title": TITLE, "date": "2021-05-25"}
    assert seed.first_line == 6
    assert seed.text.startswith("\n# Harbour")


def test_a_head_of_lines_says_what_may_be_shown_and_loses_no_sentence() -> None:
    said = "The mayor said: we will build it at once."
    (seed,), _ = read("a.txt", f"Title: {TITLE}\nDate: 25 May 2021\nPlace: Riga\n{said}\nRights: excerpt\n\n{TEXT}\n")
    assert (seed.fields["rights"], seed.fields["place"]) == ("excerpt", "Riga")
    assert said in seed.text


def test_a_text_with_a_head_of_lines() -> None:
    head = f"Title: {TITLE}\nSource: Lund News\nWords: 12\nAuthor: Anna Lind\nDate: 25 May 2021\nURL: https://example.org/a\n"
    (seed,), problems = read("a.txt", f"{head}\n{TEXT}\n")
    assert problems == []
    assert (seed.format, seed.first_line) == ("text", 1)
    assert seed.text == f"\n\nWords: 12\n\n\n\n\n{TEXT}\n"  # what is no field of ours is not lost
    assert seed.fields == {
        "title": TITLE,
        "source": "Lund News",
        "author": "Anna Lind",
        "date": "25 May 2021",
        "url": "https://example.org/a",
    }


@pytest.mark.parametrize(
    "text",
    [
        f"Title: {TITLE}\n\n{TEXT}",
        f"Author: Anna Lind\nDate: 25 May 2021\n\n{TITLE}\n\n{TEXT}",
        f"Analysis: {TITLE}\nSource: Lund News\n\n{TEXT}",
        f"Title: {TITLE}\nDate: 25 May 2021\n\n{TEXT}\n\nTitle: Theatre opens\nDate: 26 May 2021\n\n{TEXT}",
        f"{TITLE}\nTitle: Harbour master\nSource: Lund News\n\n{TEXT}",
    ],
)
def test_lines_with_colons_that_are_no_head(text: str) -> None:
    (seed,), _ = read("a.txt", text)
    assert (seed.text, seed.fields, seed.first_line) == (text, {}, 1)


def test_a_page_says_where_it_was_saved_from() -> None:
    page = (
        f"<!DOCTYPE html>\n<!-- saved from url=(0021)https://example.org/a -->\n<html><body><p>{TEXT}</p></body></html>"
    )
    (seed,), _ = read("a.html", page)
    assert (seed.format, seed.fields) == ("page", {"url": "https://example.org/a"})


def test_a_page_from_the_wayback_machine_says_where_it_stood() -> None:
    script = '__wm.wombat("http://www.example.org:80/a/1:80.htm","20120611024252","https://web.archive.org/","web")'
    page = f"<html><head><script>\n{script};\n</script></head><body><p>{TEXT}</p></body></html>"
    (seed,), _ = read("a.html", page)
    assert seed.fields == {"url": "http://www.example.org/a/1:80.htm"}


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


def test_an_address_is_no_header_to_cut() -> None:
    address = f"https://example.org/{'a' * 3000}"
    data = f"Snapshot-Content-Location: {address}\nContent-Type: text/html\n\n<html><p>Here.</p></html>\n"
    assert read("a.mhtml", data)[0][0].fields == {"url": address}


def test_mail() -> None:
    data = f"From: Lund News <a@example.org>\nSubject: {TITLE}\nDate: Tue, 25 May 2021 16:17:00 +0300\n\n{TEXT}\n"
    (seed,), _ = read("a.eml", data)
    assert seed.fields == {"title": TITLE, "date": "2021-05-25T16:17", "source": "Lund News"}
    assert seed.text.strip() == TEXT


# The standard library took a minute for the first of these, and four for twice as much.
@pytest.mark.parametrize(
    "said", ["From: " + "\\" * 64_000, 'From: "' + '"' * 64_000, "Content-Disposition: " + "a;" * 100_000]
)
def test_mail_with_a_header_without_end(said: str) -> None:
    (seed,), _ = read("a.eml", f"{said}\nSubject: {TITLE}\n\n{TEXT}\n")
    assert seed.fields["title"] == TITLE
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


@pytest.mark.parametrize(("path", "data"), [("a.html", "<html><p>x</p></html>"), ("a.pdf", "%PDF"), ("a.warc", "x")])
def test_an_extra_that_is_not_installed_names_itself(path: str, data: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("trafilatura", "pypdf", "warcio", "warcio.archiveiterator"):
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setattr("dateline.seeds.pages.find_spec", lambda name: None if name == "trafilatura" else name)
    found, (problem,) = read(path, data)
    assert found == []
    assert problem.code == "S50"
    assert "pip install 'dateline[" in problem.hint


def test_a_sender_that_the_standard_library_stumbles_over() -> None:
    (seed,), problems = read("a.eml", f"From: a@b,=\n x y.</p>\nSubject: {TITLE}\n\n{TEXT}\n")
    assert (seed.fields["title"], seed.text.strip(), problems) == (TITLE, TEXT, [])


def test_a_date_of_a_message_that_cannot_be_is_kept_for_a_word_on_it() -> None:
    (seed,), problems = read("a.eml", b"Subject: One\nDate: Fri, 45 May 2023 10:00:00 +0000\n\nWhole.\n")
    assert (seed.fields["date"], problems) == ("Fri, 45 May 2023 10:00:00 +0000", [])


@pytest.mark.parametrize(
    "date", ["Tue, 25 May 2021 16:17:00 +99999999999999", "Tue, 25 May 2021 99999999999999:17:00 GMT"]
)
def test_a_date_of_large_numbers_is_none(date: str) -> None:
    feed = f"<rss><item><title>One</title><pubDate>{date}</pubDate><description>Whole.</description></item></rss>"
    for path, data in (("a.rss", feed), ("a.eml", f"Subject: One\nDate: {date}\n\nWhole.\n")):
        (seed,), problems = read(path, data.encode())
        assert problems == []
        assert seed.fields.get("date", "") in ("", date)


def test_a_weblog_s_export_has_its_posts_and_no_pictures_menus_or_drafts() -> None:
    entries = "".join(
        f"<item><title>{kind} {status}</title><encoded>Whole.</encoded><wp:post_type>{kind}</wp:post_type>"
        f"<wp:status>{status}</wp:status></item>"
        for kind in ("post", "page", "attachment", "nav_menu_item")
        for status in ("publish", "draft")
    )
    feed = (
        f'<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Lund News</title>{entries}</channel></rss>'
    )
    assert [seed.fields["title"] for seed in read("a.xml", feed)[0]] == ["post publish", "page publish"]


def test_the_articles_of_an_electronic_book() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", "<container/>")
        book.writestr("toc.xhtml", "<html><body><p>Contents</p></body></html>")
        book.writestr("style.css", "p {}")
        for name in ("a", "b"):
            book.writestr(
                f"feed/{name}.xhtml", f"<html><head><title>{name}</title></head><body><p>{TEXT}</p></body></html>"
            )
    found, problems = read("a.epub", packed.getvalue())
    assert [(seed.format, seed.fields["member"]) for seed in found] == [
        ("page", "feed/a.xhtml"),
        ("page", "feed/b.xhtml"),
    ]
    assert not problems


@pytest.mark.parametrize(
    ("path", "way"),
    [
        ("a.msg", ".eml"),
        ("a.bib", ".ris"),
        ("a.parquet", ".csv"),
        ("a.rar", ".zip"),
        ("a.org", ".md"),
        ("a.gdoc", ".docx"),
        ("a", ".txt"),
    ],
)
def test_what_to_do_with_a_kind_that_is_not_read(path: str, way: str) -> None:
    found, (problem,) = read(path, b"Whole.")
    assert (found, problem.code) == ([], "S12")
    assert way in problem.hint.partition("Read are")[0]
