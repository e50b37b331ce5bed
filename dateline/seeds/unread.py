"""The suffix of a file that no reader is for -> what to say of it.

An error where it may hold an article, for then one is missing; a warning where it can hold none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.model import Problem
    from dateline.seeds.raw import Raw

CODE = "S12"
WAYS = (  # what it may be saved as; the suffixes of which that is so
    (".txt, .docx, .odt, .html or .pdf in the program that wrote it", "doc pages wpd mobi azw azw3 fb2"),
    (".txt or .md", "org rst tex adoc asciidoc textile log"),
    ("a page, .html or .mhtml, in the browser", "webarchive"),
    (".docx or .html in the browser that opens it", "gdoc gsheet"),
    (".html in Evernote", "enex"),
    (".eml in the program for mail", "msg pst olm"),
    (".xlsx or .csv", "xls ods numbers"),
    (".ris or CSL-JSON in the program for references", "bib bibtex rdf enw nbib ciw"),
    (
        ".csv or .jsonl in the program that wrote it",
        "parquet feather pkl pickle rds rdata sav dta sqlite sqlite3 db mdb sql",
    ),
    (".json", "yaml yml toml"),
    (".zip", "rar 7z"),
    (".txt, without the times", "srt vtt"),
    (".txt, with that ending in its name", ""),
)
AS = {suffix: way for way, suffixes in WAYS for suffix in (suffixes.split() if suffixes else ("",))}
# What it is, and what may be done; the suffixes of which that is so.
NONE = (
    (
        "is a picture, and no text is read in it",
        "If it shows an article, put its words beside it as .txt; then take it away.",
        "jpg jpeg jpe jfif png gif webp avif svg tif tiff bmp heic heif ico psd",
    ),
    (
        "is a recording, and no text is read in it",
        "Put what is said in it beside it as .txt, or take it away.",
        "mp3 m4a aac wav ogg oga opus flac wma mp4 m4v mov avi mkv webm wmv mpg mpeg",
    ),
    ("is a part of a web page, not the page", "Take it away.", "css js mjs map woff woff2 ttf otf eot"),
    ("is a link, not what it leads to", "Save the page as .html in the browser.", "url webloc lnk desktop"),
)
SAID = {suffix: (message, hint) for message, hint, suffixes in NONE for suffix in suffixes.split()}


def problem(raw: Raw, kinds: str) -> Problem:
    """What to say of it; `kinds`: those that are read, as suffixes."""
    if raw.suffix in SAID:
        return raw.problem(CODE, *SAID[raw.suffix], severity="warning")
    hint = f"Save it as {AS[raw.suffix]}" if raw.suffix in AS else "Convert it"
    return raw.problem(CODE, "is of a kind that is not read", f"{hint}, or take it away. Read are {kinds}.")
