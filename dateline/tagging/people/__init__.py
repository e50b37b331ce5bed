"""Document + Vocabulary -> Figures, the people of one article; corpus.py of the floor above says who is who.

runs        text -> runs of capitalised words
segments    run -> the parts of it that may be a name, by the classes of their words (lexicon)
features    name and surroundings -> features; reader sums their weights to a score
candidates  all of a text's names, each with its places and features (bylines are left out)
known       what the site's own vocabulary names overrules the rest
offices     who "the Estonian prime minister" is at the article's date, by the site's own `roles:`
fold        candidates and scores -> one Figure for each person, short forms with the full name
"""

from __future__ import annotations

from dateline.tagging.people.reader import PersonReader

__all__ = ["PersonReader"]
