"""Public sources -> the files of dateline/data/ and static/fonts/. Run by hand; a build never needs them."""
