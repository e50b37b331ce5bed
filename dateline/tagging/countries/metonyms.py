"""A capital and the words around it -> does it stand for the government there ("Moscow said"), or for the city?"""

from __future__ import annotations

import re

_SAYS = (
    "accus|admit|agree|aim|allege|announce|annex|argue|assert|attempt|back|believe|blame|claim|condemn|consider|criticis|criticiz|demand|den(?:y|ie)|"
    "dismiss|fear|hail|hope|impose|insist|invade|maintain|oppose|order|pledge|prefer|promise|propose|protest|recogni[sz]|refus|regard|reject|"
    "reiterat|respond|retaliat|support|suspect|suspend|threaten|urge|view|vow|warn|welcome|withdr[ae]w|sanction|seek|deploy|negotiat|acknowledg"
)
# "said" alone is left out of the weaker patterns: share prices "in London said" nothing.
_ACTS = re.compile(
    rf"[ \u00a0](?:also[ \u00a0])?(?:said|says|say|told|wants?|wanted|sought|saw|sees|sent|considers|"
    rf"(?:has|have|had|would|will|could|must|should|may|might)[ \u00a0](?:also[ \u00a0]|not[ \u00a0]|never[ \u00a0]|repeatedly[ \u00a0]|"
    rf"already[ \u00a0]|long[ \u00a0]|been[ \u00a0])?(?:{_SAYS}|said|sought|made[ \u00a0]clear)\w*|"
    rf"(?:is|was|remains)[ \u00a0](?:ready|willing|prepared|seeking|demanding|concerned|determined|trying|considering|unlikely[ \u00a0]to|likely[ \u00a0]to|keen|eager)|"
    rf"(?:{_SAYS})(?:s|es|ed|d|ies)?)\b"
)
_OWNS = re.compile(
    r"['’]s?[ \u00a0](?:\w+[ \u00a0])?(?:polic(?:y|ies)|ambassador|envoy|government|decision|position|stance|claims?|invasion|military|nuclear|"
    r"support|all(?:y|ies)|aggression|war|forces?|troops|proposals?|demands?|response|influence|intentions?|interests?|sphere|refusal|goals?|"
    r"annexation|foreign|diplomats?|diplomatic|sanctions?|threats?|territorial|concerns?|relations?|ties|rulers?|leaders?|leadership|insistence)\b"
)
_BACKED = re.compile(
    r"-(?:backed|led|installed|controlled|friendly|sponsored|imposed|aligned|appointed|brokered|supported|ordered|allied|funded)\b"
)
_DEALT_WITH = re.compile(
    r"(?:\b(?:relations?|ties|talks|dialogue|negotiations?|cooperation|co-operation|agreements?|deal|treaty|alliance|tensions?|disputes?|"
    r"contacts?|links|conflict|pact|rapprochement|stand-?off|row|truce|partnership|friendship|confrontation)[ \u00a0](?:with|and)|"
    r"\bsanctions?[ \u00a0](?:against|on)|\bpressure[ \u00a0](?:on|from)|\b(?:allies|ally|threats?|orders|support|backing|demands?|concessions|approval)[ \u00a0](?:of|from)|"
    r"\b(?:backed|supported|imposed|ordered|condemned|recognised|recognized|rejected|controlled|sponsored|sanctioned|seen|viewed|announced)[ \u00a0]by|"
    r"\b(?:accus|urg|blam|criticis|criticiz|warn|condemn|press|pressur|ask|provok|anger|isolat|persuad|sanction)(?:e|es|ed|ing|s|ured|uring)?|\btold|"
    r"\b(?:loyal|hostile|close|allied|friendly)[ \u00a0]to|\bpro-|\banti-)[ \u00a0]?\Z",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween[ \u00a0](?:the[ \u00a0])?\Z")
_AND_POWER = re.compile(r"[ \u00a0]and[ \u00a0](?:the[ \u00a0])?(?:NATO|EU|European Union|West|United Nations|UN)\b")


def stands_for_government(text: str, start: int, end: int, *, before_power: bool, after_power: bool) -> bool:
    """True where the city acts, owns a policy, or is dealt with.

    `before_power`, `after_power`: a country or capital stands on the other side of "and"
    ("between Moscow and Kyiv").
    """
    before = text[max(0, start - 40) : start]
    if re.search(r"[A-Z][\w.]*[ \u00a0]\Z", before) and not re.search(r"(?:[.!?:]|^)\W*[A-Z]\w*[ \u00a0]\Z", before):
        return False  # George Washington, Real Madrid
    if _ACTS.match(text, end):
        return not re.search(r"\b(?:in|at|from|near|outside|of|to|around)[ \u00a0]\Z", before)
    if _OWNS.match(text, end) or _BACKED.match(text, end) or _DEALT_WITH.search(before):
        return True
    if _BETWEEN.search(before) and (after_power or _AND_POWER.match(text, end)):
        return True
    return before_power and bool(re.search(r"\bbetween\b[^.;]{0,30}[ \u00a0]and[ \u00a0]\Z", before))
