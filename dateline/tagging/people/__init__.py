"""Document + Vocabulary -> Figures, the people of one article; corpus.py of the floor above says who is who.

runs          text -> runs of capitalised words
words         word of a run -> what it does to a name, and what the lists (lexicon) know of it
placenames    words of a run -> those that are a place's name together
segments      words of a run -> the parts of it that may be a name
second_look   the kinds of its words, seen beside each other
ambiguous     whether a word of another class is a name there
titles        words that are a title beside another, and a name alone: Tan Sri, U, Md
vietnamese    syllables of names that are other words elsewhere
korean        syllables of Korean names that are English words
pinyin        Chinese surnames that are English words
glued         a surname that has lost the blank behind it
features      words of a name -> features; reader sums their weights to a score
surroundings  text around a name -> features
namesakes     whether that text makes it what a ship, a street, a disease, a company or a side is called
apposition    whether an office in capitals beside a name is borne by it
cuts          run -> its names with all of this that does not depend on the text around it; remembered
bylines       text -> who made it: left out, or the authors taken in
rolls         text -> its lists of the dead, the suspects, the arrested
candidates    all of a text's names, each with its places and features
relations     what one candidate says of another: its surname alone elsewhere
known         what the site's own vocabulary names overrules the rest
eponyms       names of storms, ships and talks, which are nobody's there
couples       a given name before "and" gets the surname behind it, where the vocabulary knows one of that name
company       names in a list: the doubtful ones between people are people, towns between towns are none
offices       who "the Estonian prime minister" is at the article's date, by the site's own `roles:`
foreign       text in another language -> what may be a name in its runs, and what surely is
inflection    names in the cases of Russian, or with a Germanic s -> as people are cited
stretched     candidates that are another one's name with words that belong to none
fold          candidates and scores -> one Figure for each person, short forms with the full name
"""
