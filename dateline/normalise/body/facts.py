"""A fact about a line -> the features that it comes to, by the names under which the line model weighs them.

A fact is a tuple: its kind, and values of which each has few (classes of length, signs, reasons). What goes together is
one fact: the model looks up some fifteen facts of a line, where it would put together and look up fifty names.
"""

from __future__ import annotations

Class = int | str  # a class of a value; "x" where it has none
Fact = tuple[Class, ...]  # the kind first, then what FORMS calls {1}, {2}, …

FORMS: dict[Class, tuple[str, ...]] = {
    # of the line itself: length, end, words, share of common words; share of capitals and digits; first sign; words
    "size": ("len:{1}", "len+end:{1}{2}", "words:{3}{2}", "grammar:{4}", "grammar+len:{4}|{1}"),
    "look": ("capitals:{1}", "capitals+len:{1}|{2}", "digits:{3}"),
    "start": ("start:{1}", "start+end:{1}{2}", "cue:{3}"),
    "class": ("class:{1}|{2}", "class+len:{1}|{3}"),
    "hints": ("hints:{1}|{2}", "hints+words:{3}|{4}", "classes:{5}"),
    "mark": ("mark:{1}",),
    "shouts": ("shouts",),
    "dated": ("dated:{1}",),
    "wide": ("wide",),
    # of its place: paragraphs before and after, both again up to three; those near it, again up to two; the page
    "stand": ("before:{1}", "after:{2}", "edge:{3}|{4}|{5}", "run:{6}"),
    "near": ("near:{1}|{2}", "near+me:{3}|{4}|{5}"),
    "place": ("place:{1}", "indent:{2}", "lines:{3}", "prose-share:{4}"),
    "gaps": ("gaps:{1}|{2}",),
    "repeated": ("repeated",),
    "spoken": ("spoken:{1}", "spoken+me:{1}|{2}"),
    # of the lines about it: above, itself, below; the second ones above and below
    "beside": ("n-1:{1}", "n1:{3}", "n-1+1:{1}|{3}", "me+n:{2}|{1}|{3}"),
    "beyond": ("n-2:{1}", "n2:{2}"),
    # what the first model says of it, of where it stands in what is said, of the lines about it
    "judged": ("s:{1}", "mass:{2}", "mass+s:{2}|{1}", "clean+s:{3}|{1}"),
    "far": ("far:{1}|{2}", "far+s:{1}|{2}|{3}"),
    "first": ("s-1:{1}", "s1:{3}", "above+below:{1}|{3}", "s+above+below:{2}|{1}|{3}"),
    "second": ("s-2:{1}", "s2:{2}"),
    "third": ("s-3:{1}", "s3:{2}"),
    "means": ("low:{1}", "high:{2}", "low+high:{1}|{2}"),
    "both": ("s+both:{1}|{2}",),
}


def names(fact: Fact) -> list[str]:
    """The features of a fact."""
    return [form.format(*fact) for form in FORMS[fact[0]]]
