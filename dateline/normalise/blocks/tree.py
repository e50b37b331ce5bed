"""The text of a web page -> its tree, however broken it is."""

from __future__ import annotations

import html
import re
from importlib import import_module
from typing import Any

Tree = Any  # lxml.html.HtmlElement: lxml ships no types
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*(?:\[.*?\])?\s*>", re.IGNORECASE | re.DOTALL)
# What XML has no place for, as itself or as a number: lxml reads it, but will not write it again.
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"
    r"|&#(?:x0*(?:[0-8bcef]|1[0-9a-f]|fff[ef])(?![0-9a-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d));?",
    re.IGNORECASE,
)

_HIDDEN = re.compile(r"<(script|style|noscript|template|svg|title)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_END = re.compile(r"</html\s*>", re.IGNORECASE)
_ENDS = re.compile(r"</(?:html|body) *>", re.IGNORECASE)
_MORE = re.compile(r"<(?:p|div|article|section|td)\b", re.IGNORECASE)
_ANY_TAG = re.compile(r"</?[a-z!?][^<>]*>", re.IGNORECASE)


def whole(page: str) -> str:
    """The page without ends before its end: pages put together of several go on behind one, and no parser does."""
    end = _END.search(page)
    if end is None or not _MORE.search(page, end.end()):
        return page
    return _ENDS.sub("", page)


def parse(page: str) -> Tree:
    """The root element. Declarations are dropped, so that no entity but HTML's own is known; nothing is fetched."""
    lxml = import_module("lxml.html")  # only for pages: it takes 50 ms to load
    text = _CONTROL.sub("", _DOCTYPE.sub("", _DECLARATION.sub("", page), count=1))
    parser = lxml.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    data = text.encode("utf-8", "replace").strip() or b"<html></html>"
    try:
        return lxml.document_fromstring(data, parser=parser, ensure_head_body=True)
    except import_module("lxml.etree").ParserError:  # nothing but comments, or bytes that the parser takes for nothing
        return lxml.document_fromstring(b"<html></html>", parser=parser, ensure_head_body=True)


def tagless(page: str) -> str:
    """The words of a page, with a line for each block, where there is no tree to be had; line numbers are kept."""
    text = _HIDDEN.sub(lambda match: "\n" * match.group().count("\n"), page)
    return html.unescape(_ANY_TAG.sub(lambda match: " " + "\n" * match.group().count("\n"), text))
