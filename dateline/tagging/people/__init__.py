"""Document + Vocabulary -> Figures, the people of one article; corpus.py of the floor above says who is who.

reader       the whole way: stretches, candidates, scores, what they say of each other, a Figure for each person

own/         what the site's own vocabulary says: whom it names, who "the Estonian prime minister" is at a date
together/    what candidates say of each other: whose surname it is, who is a company's list; names in their cases
candidates   all of a text's names, each with its places and features
around/      the text about a name -> features: the verb behind it, an office, that it is a ship or a street
cutting/     a run -> its names with all that their words say by themselves; remembered from text to text
words/       a word of a run -> what it does to a name: a title, a syllable, half of a place
stretches/   a text -> its runs of capitalised words, its bylines, its lists of the dead; what other languages write
names        names as tuples of words: which may be one person's
lists/       what the lists of dateline/data/names know of a word

Each may import those below it; tests/test_architecture.py holds that.
"""
