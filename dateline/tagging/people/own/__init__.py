"""What the site's own vocabulary says of an article's people: it overrules what is guessed."""
