"""The scripts of static/js -> dateline/data/scripts.json: each as pages ask for it, with names of one letter.

Run after a script has changed; the build takes a short form only of the very words that it was made from:

    pip install tdewolff-minify==2.24.12
    python -m dateline.data.make.scripts

The minifier (MIT, in Go, the one that Hugo has) takes a third off what comments and white space leave. It is no part of
the build: that would load Go's runtime into a process that forks.
"""

# who checks the types need not have the minifier
# mypy: disable-error-code="import-untyped, import-not-found"

from __future__ import annotations

import json

import minify

from dateline.site import assets
from dateline.tools.folder import shipped


def main() -> None:
    folder = shipped("static") / "js"
    written = {path.stem: path.read_text("utf-8") for path in folder.glob("*.js")}
    found = {}
    for name in assets.SCRIPTS:
        words = assets.joined(assets.parts(name, written))
        found[name] = {"of": assets.digest(words), "script": minify.string("text/javascript", words)}
    assets.SHORT.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
