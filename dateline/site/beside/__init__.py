"""Files beside pages: the page's facts for programs, what cites it, the days of the year."""
