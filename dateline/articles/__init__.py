"""The articles of a corpus in three passes: what one comes to, what all decide together, what is written of it.

passes                      the three, over all articles, or over those that an edit reaches
results                     what becomes of them, for now and for the next run
single                      what is done to one article: its half by itself, and its half among the others
reach material entries      which articles an entry of people.yaml may concern · texts between passes · tags -> Entry
places changes strays       where an article's page stands · what differs in its files · files that nothing reads
carrying                    what has changed is written

Each may import those below it; tests/test_architecture.py holds that.
"""
