"""The repository's five seeds -> a small real file of every format, for mutation."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zipfile
from email.message import EmailMessage
from html import escape
from pathlib import Path

from tests.hostile.bad_bytes import tarred
from tests.hostile.office_files import docx, link, odt, odt_paragraph, paragraph, table, xlsx

ROOT = Path(__file__).resolve().parents[2]
TEXTS = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
UNMARKED = str.maketrans("", "", "()\\")  # these end or escape a string of PDF
ADDRESS = "https://example.org/news/2021/05/25/a"


def paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def title(text: str) -> str:
    return paragraphs(text)[0][:80]


def record(text: str) -> dict[str, object]:
    return {
        "title": title(text),
        "text": text,
        "date": "2021-05-25T16:17:00+03:00",
        "url": ADDRESS,
        "authors": ["Anna Lind", {"name": "Bo Ek"}],
        "source": {"name": "Lund News"},
    }


def page(text: str) -> str:
    data = {"@type": "NewsArticle", "headline": title(text), "datePublished": "2021-05-25", "author": {"name": "A"}}
    body = "".join(f"<p>{escape(part)}</p>\n" for part in paragraphs(text))
    return (
        f"<!DOCTYPE html>\n<html lang=en><head><meta charset=utf-8><title>{escape(title(text))} | Lund News</title>"
        f'<meta property="og:title" content="{escape(title(text))}"><link rel=canonical href="{ADDRESS}">'
        f'<script type="application/ld+json">{json.dumps(data)}</script></head>\n<body><nav><a href="/">Home</a></nav>'
        f"<article><h1>{escape(title(text))}</h1><time datetime=2021-05-25>25 May 2021</time>{body}</article>"
        "<footer>All rights reserved</footer></body></html>"
    )


def mhtml(text: str) -> str:
    head = f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {ADDRESS}\r\nMIME-Version: 1.0\r\n"
    head += 'Content-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n'
    return f"{head}Content-Transfer-Encoding: 8bit\r\n\r\n{page(text)}\r\n--x--\r\n"


def mail(text: str) -> bytes:
    message = EmailMessage()
    message["From"] = "Lund News <news@example.org>"
    message["Subject"] = title(text)
    message["Date"] = "Tue, 25 May 2021 16:17:00 +0300"
    message.set_content(text)
    message.add_alternative(page(text), subtype="html")
    return message.as_bytes()


def separated(delimiter: str) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(["Title", "Text", "Published At", "Link", "Author"])
    writer.writerows([title(text), text, "2021-05-25", ADDRESS, "Anna Lind"] for text in TEXTS[:3])
    return out.getvalue()


def csl() -> str:
    issued = {"date-parts": [[2021, 5, 25]]}
    rows = [
        {"type": "article-newspaper", "id": str(n), "title": title(text), "abstract": text, "issued": issued,
         "author": [{"family": "Lind", "given": "Anna"}], "container-title": "Lund News", "URL": ADDRESS}
        for n, text in enumerate(TEXTS[:3])
    ]  # fmt: skip
    return json.dumps(rows)


def ris() -> str:
    return "\n".join(
        f"TY  - NEWS\nTI  - {title(text)}\nAU  - Lind, Anna\nDA  - 2021/05/25/\nT2  - Lund News\nUR  - {ADDRESS}\n"
        f"AB  - {text}\nER  - \n"
        for text in TEXTS[:3]
    )


def nexis() -> str:
    return "".join(
        f"{title(text)}\nLund News\nMarch 5, 2021 Friday\n\nCopyright 2021 Lund News\n\nSection: NEWS\n"
        f"Length: 12 words\nByline: Anna Lind in Riga\n\nBody\n\n{text}\nClassification\n\n"
        "Language: ENGLISH\n\nSubject: ICE (90%)\n\nLoad-Date: March 5, 2021\n\nEnd of Document\n\n"
        for text in TEXTS[:3]
    )


def counted() -> str:
    return "".join(
        f"{n} of 3 DOCUMENTS\n\n{' ' * 20}Lund News\n\n{' ' * 20}March 5, 2021 Friday\n\n{title(text)}\n\n"
        f"BYLINE: By ANNA LIND\n\nLENGTH: 12 words\n\nBODY:\n{text}\n\n"
        "LOAD-DATE: March 5, 2021\n\nLANGUAGE: ENGLISH\n\n"
        for n, text in enumerate(TEXTS[:3], 1)
    )


def factiva(gap: str) -> str:
    return "".join(
        f"HD{gap}{title(text)}\nBY{gap}Anna Lind\nWC{gap}12 words\nPD{gap}5 March 2021\nSN{gap}Lund News\n"
        f"SC{gap}LUNDNW\nLA{gap}English\nLP{gap}{text}\nNS{gap}gcat : News\n"
        f"AN{gap}Document LUNDNW0020210305eh350000{n}\n\n"
        for n, text in enumerate(TEXTS[:3], 1)
    )


def in_order() -> str:
    return "".join(
        f"News\n{title(text)}\nBy Anna Lind\n12 words\n5 March 2021\n06:00\nLund News\nLUNDNW\nEnglish\n"
        f"(c) 2021 Lund News\n\n{text}\n\nDocument LUNDNW0020210305eh350000{n}\n\n"
        for n, text in enumerate(TEXTS[:3], 1)
    )


def rss() -> str:
    items = "".join(
        f"<item><title>{escape(title(text))}</title><link>{ADDRESS}</link><pubDate>Tue, 25 May 2021 16:17:00 +0300"
        f"</pubDate><content:encoded><![CDATA[{page(text)}]]></content:encoded></item>"
        for text in TEXTS[:3]
    )
    name = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return f'<?xml version="1.0"?><rss version="2.0" {name}><channel><title>Lund News</title>{items}</channel></rss>'


def atom() -> str:
    entries = "".join(
        f'<entry><title>{escape(title(text))}</title><link href="{ADDRESS}"/><published>2021-05-25T16:17:00Z'
        f"</published><author><name>Anna Lind</name></author>"
        f'<content type="html">{escape(page(text))}</content></entry>'
        for text in TEXTS[:3]
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Lund News</title>{entries}</feed>'


def pdf(text: str) -> bytes:
    """One page of text, by hand after ISO 32000-1: five objects, a table of where they stand, a trailer."""
    lines = "".join(f"({line[:90].translate(UNMARKED)}) Tj T* " for line in paragraphs(text))
    stream = f"BT /F1 10 Tf 12 TL 40 800 Td {lines}ET".encode("latin-1", "replace")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
        b"/Resources << /Font << /F1 4 0 R >> >> >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(data)
    data += b"xref\n0 6\n0000000000 65535 f \n" + rows
    return data + b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start


def document(text: str) -> bytes:
    first, *others = paragraphs(text)
    grid = table(("Pier", "Opens"), ("North", "May"))
    lists = [paragraph("one", numbering="1"), paragraph("two", numbering="2"), paragraph("three", "Quote")]
    return docx(
        paragraph(first, "Title"), f"<w:p>{link('Whole', ADDRESS)}</w:p>", *map(paragraph, others), *lists, grid
    )


def rich(text: str) -> bytes:
    signs = "".join(sign if sign.isascii() else f"\\u{ord(sign)}?" for sign in text.replace("\n", "\\par\n"))
    return f"{{\\rtf1\\ansi{{\\fonttbl\\f0\\fcharset204 Arial;}}\\f0 {signs}\\'e4{{\\footnote A note.}}}}".encode()


def workbook() -> bytes:
    rows = [[title(text), text, ("date", 44341.678), ADDRESS, 7.0, "=1+1"] for text in TEXTS[:3]]
    return xlsx([["Title", "Text", "Date", "Link", "Reach"], *rows], [["Summary"], [3]], links={"A2": ADDRESS})


def warc() -> bytes:
    data = b""
    for text in TEXTS[:2]:
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(text).encode()
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {ADDRESS}\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        head += "WARC-Date: 2021-05-25T16:17:00Z\r\nContent-Type: application/http; msgtype=response"
        head += f"\r\nContent-Length: {len(http)}"
        data += head.encode() + b"\r\n\r\n" + http + b"\r\n\r\n"
    return data


def packed(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def seeds() -> dict[str, list[bytes]]:
    """Suffix -> files of that kind."""
    plain = [text.encode() for text in TEXTS]
    pages = [page(text).encode() for text in TEXTS]
    members = {"a.txt": plain[0], "b.html": pages[1], "sub/c.jsonl": json.dumps(record(TEXTS[2])).encode()}
    head = "---\ntitle: '{}'\ndate: 2021-05-25\nauthor: [Anna Lind]\ntags: [a, b]\n---\n\n"
    return {
        "txt": [*plain, *pages[:1]],
        "nexis.txt": [nexis().encode(), counted().encode()],
        "factiva.txt": [factiva("   ").encode(), factiva(" \n").encode(), in_order().encode()],
        "md": [(head.format(title(text).replace("'", "")) + f"# {title(text)}\n\n{text}").encode() for text in TEXTS],
        "html": pages,
        "mhtml": [mhtml(text).encode() for text in TEXTS],
        "json": [json.dumps([record(text) for text in TEXTS[:3]]).encode()],
        "jsonl": ["\n".join(json.dumps(record(text)) for text in TEXTS[:3]).encode()],
        "csv": [separated(",").encode(), separated(";").encode()],
        "tsv": [separated("\t").encode()],
        "eml": [mail(text) for text in TEXTS],
        "mbox": [b"".join(b"From x@example.org Tue May 25 16:17:00 2021\n" + mail(text) + b"\n" for text in TEXTS[:3])],
        "ris": [ris().encode()],
        "csl.json": [csl().encode()],
        "rss": [rss().encode()],
        "atom": [atom().encode()],
        "pdf": [pdf(text) for text in TEXTS],
        "docx": [document(text) for text in TEXTS],
        "odt": [odt("".join(odt_paragraph(escape(line)) for line in paragraphs(text))) for text in TEXTS],
        "rtf": [rich(text) for text in TEXTS],
        "xlsx": [workbook()],
        "warc": [warc()],
        "wacz": [packed({"archive/data.warc": warc(), "datapackage.json": b"{}"})],
        "txt.gz": [gzip.compress(data, mtime=0) for data in plain],
        "zip": [packed(members), packed({"inner.zip": packed(members)})],
        "tar": [tarred(members)],
    }


def texts(*patterns: str) -> list[bytes]:
    return [path.read_bytes() for pattern in patterns for path in sorted(ROOT.glob(pattern))]


def with_comments_opened(data: bytes) -> bytes:
    """The shipped starter files are all comments; without the marks they are an example of every key."""
    return b"\n".join(line.removeprefix(b"# ") for line in data.splitlines())


def content() -> dict[str, list[bytes]]:
    """What a person keeps in content/, and what the program remembers beside it."""
    starter = "dateline/starter/content"
    settings = texts("content/site.yaml", f"{starter}/site.yaml")
    words = texts("content/vocabulary/*.yaml", f"{starter}/vocabulary/*.yaml")
    return {
        "article": texts("content/articles/*/*.md"),
        "ledger": texts("content/ledger/*/*.json"),
        "settings": [*settings, *map(with_comments_opened, settings)],
        "vocabulary": [*words, *map(with_comments_opened, words)],
    }
