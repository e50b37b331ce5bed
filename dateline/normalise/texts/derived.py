"""The lead of an article without a headline -> a headline of at most 120 characters.

Its own words, cut where a clause ends; "X said that Y" becomes "X: Y", the form that newspapers use.
"""

from __future__ import annotations

import re

from dateline.normalise.texts.lead import sentences

MAX_LENGTH = 120
PLACE = 15  # characters of a sentence that says no more than where: "Lund."
MIN_LENGTH = 30  # a shorter clause says too little to stand for the article
_SPEECH = (
    r"(?:said|says|told \w+|stated|stressed|emphasi[sz]ed|noted|announced|added|warned|claimed|argued|declared|"
    r"explained|underlined|pointed out|reported|wrote|insisted|confirmed)"
)
_SAID_THAT = re.compile(
    rf"(?P<who>[A-Z][^,;:]{{2,70}}?)(?:, of [^,]{{3,40}},)?\s+(?:has |have |had )?{_SPEECH}\s+(?:on \w+day\s+)?that\s+"
    r"(?P<what>.+)",
    re.DOTALL,
)
_NOT_WHO = r"(?!(?:on|in|at|last|this|that|yesterday|today|it|he|she|they|plans?|its|his|her|their)\b)"
_TAIL = re.compile(
    rf",\s+(?P<who>[^,;:]{{2,70}}?)\s+(?:has |have |had )?{_SPEECH}\b.*$|,\s+{_SPEECH}\s+{_NOT_WHO}[^,]+.*$", re.DOTALL
)
_CLAUSE = re.compile(
    r"\s*[,;:]\s|\s[–—-]\s|"
    r"\s(?=(?:after|before|while|when|where|because|although|though|as|amid|following|during|which|who|whose|that|until|"
    r"since|scheduled|including|according|despite|regardless|ahead|in order|if|unless|and|but|or)\s)"
)
_OPENER = re.compile(
    r"(?:In|On|At|After|Before|While|When|As|If|Since|For|With|During|Following|Amid|Despite|Although|Though|Because|Under|"
    r"By|From|Last|This|Earlier)\s[^,]{3,70},\s+(?=[^\W\d_])"
)
_WEAK_END = re.compile(
    r"(?:an?|the|of|to|in|on|at|by|for|with|from|and|or|but|as|that|this|these|those|is|are|was|were|be|been|has|have|had|will|"
    r"would|its|his|her|their|after|before|said|says|der|die|das|den|und|von|zu|im|le|la|les|de|des|du|et|el|los|y|del)",
    re.IGNORECASE,
)
_WANTS_THAT = re.compile(  # a verb behind which "that" begins what it is about
    r"(?:believ|think|thought|know|knew|hop|mean|ensur|show|agree|fear|expect|suggest|feel|felt|hear|find|found|learn|realiz|"
    r"realis|understand|understood|den[iy]|doubt|prov|worr[iy]|promis|sa[iy]|told|tell|stat|insist|claim|argu|warn|announc)\w*",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:[A-Z][\w'’.-]*\s+)(?:(?:van|von|de|der|da|bin|al-|el-)\S*\s+)*[A-Z][\w'’-]*$")


def headline(lead: str) -> str:
    """At most 120 characters, no full stop at its end; empty where the lead has no words."""
    first = next((each for each in sentences(lead) if len(each) > PLACE), lead).strip().lstrip("–—- ")
    spoken = _without_attribution(first)
    opener = _OPENER.match(spoken)
    if len(spoken) > MAX_LENGTH and opener and len(spoken) - opener.end() >= MIN_LENGTH:
        spoken = spoken[opener.end()].upper() + spoken[opener.end() + 1 :]
    if len(spoken) > MAX_LENGTH:
        spoken = _at_clause(spoken)
    return spoken.rstrip(" .,;:–—-") or first[:MAX_LENGTH].strip()


def _without_attribution(sentence: str) -> str:
    if match := _SAID_THAT.fullmatch(sentence):
        who, what = match["who"].strip(), match["what"]
        if len(who) + len(what) > MAX_LENGTH and (name := _NAME.search(who)):
            who = name.group()
        return f"{who}: {what.removeprefix('the ')}"
    tail = _TAIL.search(sentence)
    if tail and tail.start() >= MIN_LENGTH and not sentence.startswith(('"', "“", "«", "„", "'", "‘")):
        return sentence[: tail.start()]
    return sentence


def _at_clause(sentence: str) -> str:
    """The longest beginning that ends with a clause and fits."""
    ends = [match.start() for match in _CLAUSE.finditer(sentence) if MIN_LENGTH <= match.start() <= MAX_LENGTH]
    for end in reversed(ends):
        is_object = sentence.startswith(" that ", end) and _WANTS_THAT.fullmatch(sentence[:end].rpartition(" ")[2])
        if _whole(sentence[:end]) and not is_object:
            return sentence[:end]
    cut = sentence[: MAX_LENGTH - 1]
    if " " in cut:
        cut = cut.rpartition(" ")[0]
    while " " in cut and _WEAK_END.fullmatch(cut.rpartition(" ")[2]):
        cut = cut.rpartition(" ")[0]
    return cut.rstrip(" .,;:–—-") + "…"


def _whole(text: str) -> bool:
    """Whether nothing that was opened is left open, and it does not end on a word that wants another."""
    if _WEAK_END.fullmatch(text.rpartition(" ")[2]):
        return False
    pairs = (("(", ")"), ("“", "”"), ("«", "»"), ("[", "]"))
    return all(text.count(a) == text.count(b) for a, b in pairs) and text.count('"') % 2 == 0
