"""The name of a rule, or a reason to set a line aside -> words for a reader, still to be translated.

Names are data that the reading rooms write into ledgers; this is the one place that says what they mean. A name that
is not here is shown as its own words, so nothing is lost when a room learns a new rule.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.site.words.language import message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.site.words.language import Language

RULES: Mapping[str, str] = {
    "author.beside-date": message("name beside the date"),
    "author.byline": message("byline"),
    "author.json-ld": message("the page's structured data"),
    "author.json-ld-organisation": message("the page's structured data"),
    "author.marked": message("marked as author on the page"),
    "author.meta": message("the page's metadata"),
    "author.name": message("line with a name alone"),
    "author.note": message("a note on the author"),
    "author.one-word": message("a name of one word beside the date"),
    "author.signature": message("signature above or below the text"),
    "author.trafilatura": message("the page's metadata"),
    "countries.adjective": message("the country's adjective"),
    "countries.city": message("a large city of the country"),
    "countries.demonym": message("the country's people"),
    "countries.metonym": message("a capital or seat that stands for its government"),
    "countries.name": message("the country's name"),
    "countries.part": message("a part of the country"),
    "countries.weak": message("an ambiguous name that other words confirm"),
    "credit.line": message("line of a photo credit"),
    "date.address": message("date in the address"),
    "date.beside-headline": message("date beside the headline"),
    "date.changed-beside-headline": message("date of a change beside the headline"),
    "date.dateline": message("date in the dateline"),
    "date.description": message("date in the page's description"),
    "date.file-name": message("date in the file's name"),
    "date.first-sentence": message("date in the first sentence"),
    "date.htmldate": message("date found on the page"),
    "date.json-ld": message("the page's structured data"),
    "date.line": message("line with a date"),
    "date.meta": message("the page's metadata"),
    "date.microdata": message("the page's structured data"),
    "date.script": message("date in a script of the page"),
    "date.sentence": message("date in a sentence"),
    "date.stamp": message("date put in by whoever saved the text"),
    "date.time-beside-headline": message("time beside the headline"),
    "date.updated-line": message("line with the date of an update"),
    "headline.above-standfirst": message("line above the standfirst"),
    "headline.before-date": message("line before the date"),
    "headline.before-first-paragraph": message("line before the first paragraph"),
    "headline.before-dateline": message("line before the dateline"),
    "headline.below-kicker": message("line below the kicker"),
    "headline.below-office": message("line below the name of an office"),
    "headline.below-standfirst": message("line below the standfirst"),
    "headline.file-name": message("the file's name"),
    "headline.first-line": message("first line of the text"),
    "headline.from-lead": message("made from the opening"),
    "headline.h1": message("the page's main heading"),
    "headline.h2": message("a heading of the page"),
    "headline.heading": message("a heading of the page"),
    "headline.only-h1": message("the page's main heading"),
    "headline.page-title": message("the page's title"),
    "headline.said-twice": message("line that stands there twice"),
    "headline.stated": message("the page's metadata"),
    "language.words": message("the most frequent words"),
    "people.byline": message("a name in the byline"),
    "people.context": message("a name, from the words around it"),
    "people.corpus": message("a name known from other articles"),
    "people.credit": message("a name in a credit"),
    "people.given-name": message("a given name with a family name"),
    "people.role": message("the holder of an office"),
    "people.short-form": message("short form of a name in this article"),
    "people.signature": message("a signature"),
    "people.surname-only": message("a family name alone"),
    "people.title": message("a name after a title"),
    "place.dateline": message("place in the dateline"),
    "quotes.according-to": message("“according to” and the name"),
    "quotes.as-name-put-it": message("“as … put it” with the name"),
    "quotes.has-said": message("a verb of speech in two words, the name between them"),
    "quotes.goes-on": message("the same speaker goes on"),
    "quotes.label": message("the name and a colon at the beginning of the line"),
    "quotes.lead": message("the sentence before names the speaker"),
    "quotes.name-said": message("the name, then a verb of speech"),
    "quotes.name-said-before": message("the name and a verb of speech before it"),
    "quotes.next-paragraph": message("the same speaker in the next paragraph"),
    "quotes.said": message("a verb of speech whose subject is left out"),
    "quotes.said-name": message("a verb of speech, then the name"),
    "quotes.said-name-before": message("a verb of speech and the name before it"),
    "quotes.same-quote": message("the same quote goes on"),
    "quotes.so-name": message("“so” and the name"),
    "quotes.transcript": message("the speaker's name before a paragraph"),
    "section.label": message("label above the text"),
    "section.page": message("the page's metadata"),
    "source.address": message("the original's address"),
    "source.addresses": message("addresses in the text"),
    "source.agency": message("agency named in the dateline"),
    "source.byline": message("byline"),
    "source.follow": message("whom readers are asked to follow"),
    "source.handle": message("the outlet's account"),
    "source.known": message("a source named in the settings"),
    "source.page": message("the page's metadata"),
    "source.page-title": message("the page's title"),
    "source.own-work": message("to whom people speak in the text"),
    "source.photo-credit": message("photo credit"),
    "source.rights-notice": message("rights notice"),
    "source.self": message("what the page says of its own site"),
    "source.sign-off": message("sign-off"),
    "source.stated": message("stated in the file"),
    "stated": message("stated in the file"),
    "summary.lead": message("the opening of the text"),
    "topics.cue": message("a term that speaks for the topic"),
    "topics.parent": message("a narrower topic says it"),
    "topics.title": message("a term in the headline"),
    "url.line": message("a line that is an address"),
    "url.page": message("the page's metadata"),
}

REASONS: Mapping[str, str] = {
    "about the author": message("about the author"),
    "above the article": message("above the article"),
    "above the headline": message("above the headline"),
    "addresses the reader": message("addresses the reader"),
    "advertisement": message("advertisement"),
    "after the end of the article": message("after the end of the article"),
    "beginning of a paragraph below": message("beginning of a paragraph below"),
    "beside the article": message("beside the article"),
    "byline": message("byline"),
    "comments": message("comments"),
    "cookie or consent notice": message("cookie or consent notice"),
    "counter": message("counter"),
    "date": message("date"),
    "headline": message("headline"),
    "link": message("link"),
    "appeal for donations": message("appeal for donations"),
    "newsletter or subscription box": message("newsletter or subscription box"),
    "no part of the article": message("no part of the article"),
    "note of the news database": message("note of the news database"),
    "page furniture": message("page furniture"),
    "photo caption": message("photo caption"),
    "photo credit": message("photo credit"),
    "rights notice": message("rights notice"),
    "said before": message("said before"),
    "second copy of the headline": message("second copy of the headline"),
    "section label": message("section label"),
    "separator": message("separator"),
    "sharing or following": message("sharing or following"),
    "sign-off": message("sign-off"),
    "speaks of the site": message("speaks of the site"),
    "speaks of accounts and offers": message("speaks of accounts and offers"),
    "speaks of data and terms": message("speaks of data and terms"),
    "speaks of readers and comments": message("speaks of readers and comments"),
    "speaks of what a page has": message("speaks of what a page has"),
    "speaks of who writes": message("speaks of who writes"),
    "teaser of another article": message("teaser of another article"),
    "the text again, without paragraphs": message("the text again, without paragraphs"),
}


REPEATED = message("repeated in %(number)s or more articles of %(source)s")
ANYWHERE = message("repeated in %(number)s or more articles")  # of files that neither say nor show whose they are
_REPEATED = re.compile(r"repeated in (?P<number>\d+) or more articles(?: of (?P<source>.*))?", re.DOTALL)


def known(name: str) -> str:
    """The rule that has words: this one, or the one that it refines (quotes.name-said.role: quotes.name-said)."""
    name = name.partition(",")[0]  # date.script, on the page's own clock
    while name and name not in RULES:
        name = name.removesuffix("-in-part") if name.endswith("-in-part") else name.rpartition(".")[0]
    return name


def rule(name: str) -> str:
    """The gloss of a rule, or its own words."""
    if found := known(name):
        return RULES[found]
    return (name.partition(".")[2] or name).replace("-", " ").replace("_", " ").replace(".", " ")


def reason(name: str, language: Language) -> str:
    """The reason in words of the language, or as it stands."""
    if match := _REPEATED.fullmatch(name):
        return language.text(REPEATED if match["source"] else ANYWHERE, **match.groupdict())
    return language.text(REASONS.get(name, name))
