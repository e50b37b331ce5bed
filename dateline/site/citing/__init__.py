"""Articles -> what cites them: a line of text, BibTeX, RIS, CSL-JSON, COinS, and the files of these beside pages."""

from dateline.site.citing.bibtex import bibtex
from dateline.site.citing.coins import coins
from dateline.site.citing.csl import csl
from dateline.site.citing.files import NEWEST, of_article, of_subject
from dateline.site.citing.formats import FORMATS, Format, record, records
from dateline.site.citing.plain import plain
from dateline.site.citing.report import report
from dateline.site.citing.ris import ris
from dateline.site.citing.work import Work, work

__all__ = [
    "FORMATS",
    "NEWEST",
    "Format",
    "Work",
    "bibtex",
    "coins",
    "csl",
    "of_article",
    "of_subject",
    "plain",
    "record",
    "records",
    "report",
    "ris",
    "work",
]
