"""Web archives: their pages, and what a broken one says."""

from __future__ import annotations

import pytest

from tests.seeds.reading import read


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
