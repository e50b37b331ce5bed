"""PDF files -> one seed each, from their text layer.

pypdf (BSD) is an extra, because most piles have no PDF. Problems: S50 it is not installed, S51 cannot be read,
S52 has no text layer.
"""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.seeds.raw import Item, Raw

BEGINS, BEGINNING = b"%PDF-", 1024  # bytes in which it may stand: readers are told to be as patient as Acrobat
MAX_PAGES = 400
SAID = 100  # characters of what the library says


def read(raw: Raw) -> list[Item]:
    """The text of all pages; title, author and date where the file states them."""
    try:
        import pypdf
    except ImportError:
        hint = "Install it with: pip install 'dateline[pdf]'"
        return [raw.problem("S50", "needs the package pypdf", hint)]
    if BEGINS not in raw.data[:BEGINNING]:
        hint = "Download it again: it may be the page that says why there is none."
        return [raw.problem("S51", "is no PDF, whatever its name says", hint)]
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it reports every oddity of a file that it can read
    try:
        document = pypdf.PdfReader(io.BytesIO(raw.data))
        if document.is_encrypted and not document.decrypt(""):
            return [raw.problem("S51", "is locked by a password", "Save it without one.")]
        pages = [page.extract_text() for page in document.pages[:MAX_PAGES]]
        about = document.metadata
    except Exception as error:
        said = " ".join(str(error).split())[:SAID] or type(error).__name__
        return [raw.problem("S51", f"cannot be read as PDF: {said}", "Save it again, or as text.")]
    text = "\n\n".join(page.strip() for page in pages if page.strip())
    if not text.strip():
        return [raw.problem("S52", "has no text layer: it is a picture of pages", "Run OCR on it first.")]
    fields = {"author": str(about.author or "")} if about else {}
    return [raw.seed(text.replace("\r", "\n"), "text", fields)]
