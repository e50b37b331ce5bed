"""A person at work on articles whose seeds are saved anew, renamed, copied and taken away, while builds are killed.

Each story has its own words, so that in whatever file it stands it can be told whose it is. Of a story one thing is
changed from one build to the next: so it can always be known again, and there is never a second article of it.
"""

from __future__ import annotations

import shutil

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from msgspec import Struct, field
from msgspec.structs import replace

from dateline.tools.progress import Progress
from dateline.verbs import withdraw
from tests.curation.fake_machine import PEOPLE
from tests.curation.pile import ROWS, TEXTS, Pile


class Mine(Struct):
    """What a person has made of one article."""

    story: str
    title: str = ""
    notes: list[str] = field(default_factory=list)
    added: set[str] = field(default_factory=set)
    removed: set[str] = field(default_factory=set)
    is_draft: bool = False


class Saver(Pile, RuleBasedStateMachine):
    """What must hold after each build is said by `nothing_is_lost`."""

    def __init__(self) -> None:
        RuleBasedStateMachine.__init__(self)
        Pile.__init__(self)
        self.mine: dict[str, Mine] = {}  # by path
        self.away: dict[str, tuple[str, Mine]] = {}  # articles that the person deleted, with their text
        self.known: set[str] = set()  # stories that there has been an article of
        self.count = 0

    def teardown(self) -> None:
        shutil.rmtree(self.folder.root)

    @initialize(rows=st.lists(st.sampled_from(ROWS), unique=True, min_size=1), address=st.booleans())
    def begins(self, rows: list[str], address: bool) -> None:
        self.address, self.table = address, rows
        self.save_table()
        for name in TEXTS:
            self.save_text(name)
        self.build()

    # What the seeds say.

    def changed(self, data: st.DataObject, name: str) -> None:
        """One thing of a story, or nothing."""
        self.count += 1
        what = data.draw(st.sampled_from(["", "title", "text", "day"]))
        if what and name not in self.changing:
            self.changing.add(name)
            row = self.stories[name]
            self.stories[name] = replace(row, **{what: self.count % 27 if what == "day" else self.count})

    @rule(data=st.data(), rows=st.lists(st.sampled_from(ROWS), unique=True), kill=st.integers(0, 12))
    def the_table_is_saved_anew(self, data: st.DataObject, rows: list[str], kill: int) -> None:
        for name in rows:
            self.changed(data, name)
        self.table = rows
        self.save_table()
        self.build(kill)

    @rule()
    def the_table_is_taken_away(self) -> None:
        (self.folder.seeds / "list.csv").unlink(missing_ok=True)
        self.build()

    @rule(data=st.data(), name=st.sampled_from(TEXTS), kill=st.integers(0, 6))
    def a_text_is_changed(self, data: st.DataObject, name: str, kill: int) -> None:
        if len(self.seeds[name]) == 1:
            self.changed(data, name)
            self.save_text(name)
            self.build(kill)

    @rule(name=st.sampled_from(TEXTS), to=st.sampled_from(["a", "z", "sub/y"]), kill=st.integers(0, 6))
    def a_text_is_renamed(self, name: str, to: str, kill: int) -> None:
        if self.seeds[name] and name not in self.changing:
            self.changing.add(name)
            self.take_away(name, self.seeds[name][0])
            self.seeds[name] = [*self.seeds[name], f"{to} {name}.txt"]
            self.put(name, self.seeds[name][-1])
            self.build(kill)

    @rule(name=st.sampled_from(TEXTS), to=st.sampled_from(["a", "z", "sub/y"]))
    def a_text_is_copied(self, name: str, to: str) -> None:
        """Or put back, if there is none."""
        if name not in self.changing:
            self.changing.add(name)
            self.seeds[name] = sorted({*self.seeds[name], f"{to} {name}.txt"})
            self.put(name, f"{to} {name}.txt")
        self.build()

    @rule(data=st.data(), name=st.sampled_from(TEXTS))
    def a_text_is_taken_away(self, data: st.DataObject, name: str) -> None:
        if self.seeds[name] and name not in self.changing:
            self.changing.add(name)
            self.take_away(name, data.draw(st.sampled_from(self.seeds[name])))
            self.build()

    # What the person does.

    def some(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from(sorted(self.mine)))

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.folder.articles / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    @precondition(lambda self: self.mine)
    @rule(data=st.data())
    def edits_a_headline(self, data: st.DataObject) -> None:
        path = self.some(data)
        self.count += 1
        self.mine[path].title = f"Mine {self.count}"
        self.edit(path, f"title: {self.article(path).title}\n", f"title: Mine {self.count}\n")
        self.build()

    @precondition(lambda self: self.mine)
    @rule(data=st.data())
    def edits_a_text(self, data: st.DataObject) -> None:
        path = self.some(data)
        self.count += 1
        self.mine[path].notes.append(f"Note {self.count}.")
        file = self.folder.articles / path
        file.write_text(file.read_text(encoding="utf-8").rstrip("\n") + f"\n\nNote {self.count}.\n", encoding="utf-8")
        self.build()

    @precondition(lambda self: self.mine)
    @rule(data=st.data(), person=st.sampled_from([*PEOPLE, "Eve Uus"]))
    def toggles_a_tag(self, data: st.DataObject, person: str) -> None:
        path = self.some(data)
        mine, people = self.mine[path], self.article(path).people
        there = person in people
        (mine.removed if there else mine.added).add(person)
        (mine.added if there else mine.removed).discard(person)
        now = [other for other in people if other != person] if there else [*people, person]
        self.edit(path, f"people: [{', '.join(people)}]\n", f"people: [{', '.join(now)}]\n")
        self.build()

    @precondition(lambda self: self.mine)
    @rule(data=st.data(), to=st.sampled_from(["one.md", "two.md", "2024/three.md"]))
    def renames(self, data: st.DataObject, to: str) -> None:
        path, target = self.some(data), self.folder.articles / to
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            (self.folder.articles / path).rename(target)
            self.mine[to] = self.mine.pop(path)
            self.build()

    @precondition(lambda self: self.mine)
    @rule(data=st.data())
    def toggles_a_draft(self, data: st.DataObject) -> None:
        path = self.some(data)
        mine = self.mine[path]
        lines = ("draft: true\ntitle: ", "title: ")
        self.edit(path, *(lines if mine.is_draft else reversed(lines)))
        mine.is_draft = not mine.is_draft
        self.build()

    @precondition(lambda self: self.mine)
    @rule(data=st.data())
    def deletes(self, data: st.DataObject) -> None:
        path = self.some(data)
        file = self.folder.articles / path
        self.away[path] = file.read_text(encoding="utf-8"), self.mine.pop(path)
        file.unlink()
        self.build()

    @precondition(lambda self: self.away)
    @rule(data=st.data(), to=st.sampled_from(["", "back.md"]))
    def puts_back(self, data: st.DataObject, to: str) -> None:
        path = data.draw(st.sampled_from(sorted(self.away)))
        target = self.folder.articles / (to or path)
        if not target.exists():
            text, mine = self.away.pop(path)
            target.write_text(text, encoding="utf-8")
            self.mine[to or path] = mine
            self.build()

    @precondition(lambda self: self.mine)
    @rule(data=st.data(), to=st.sampled_from(["one.md", "copy.md"]))
    def copies(self, data: st.DataObject, to: str) -> None:
        path, target = self.some(data), self.folder.articles / to
        if not target.exists():
            target.write_bytes((self.folder.articles / path).read_bytes())
            mine = self.mine[path]
            self.mine[to] = Mine(mine.story, mine.title, [*mine.notes], {*mine.added}, {*mine.removed}, mine.is_draft)
            self.build()

    @precondition(lambda self: any(not mine.is_draft for mine in self.mine.values()))
    @rule(data=st.data())
    def withdraws(self, data: st.DataObject) -> None:
        path = data.draw(st.sampled_from(sorted(path for path, mine in self.mine.items() if not mine.is_draft)))
        self.patience = 0
        report = withdraw._take_out(self.folder, f"content/articles/{path}", "asked", Progress())
        assert report.found, report
        del self.mine[path]
        self.build()

    # What the machine does.

    @rule(patience=st.integers(1, 4))
    def waits(self, patience: int) -> None:
        self.patience = patience

    @rule()
    def builds_again(self) -> None:
        self.patience = 0
        self.build()
        before = self.everything()
        self.build()
        assert self.everything() == before

    @invariant()
    def nothing_is_lost(self) -> None:
        if self.made is None:
            return
        paths = {path.relative_to(self.folder.articles).as_posix() for path in self.folder.articles.rglob("*.md")}
        for path in sorted(paths - self.mine.keys()):  # made by the machine
            (story,) = {name for name in self.stories if f"The {name} was" in self.article(path).body}
            assert story not in self.known, f"a second article of the {story}"
            self.known.add(story)
            self.mine[path] = Mine(story)
        assert paths == self.mine.keys()
        for path, mine in self.mine.items():
            article = self.article(path)
            assert f"The {mine.story} was" in article.body
            assert article.title.startswith(mine.title or f"Council closes the {mine.story}")
            assert all(note in article.body for note in mine.notes)
            assert article.body.count("Note ") == len(mine.notes)
            assert mine.added <= {*article.people}
            assert not mine.removed & {*article.people}
        published = {entry.path for entry in self.made.entries}
        assert published == {path for path, mine in self.mine.items() if not mine.is_draft}
        assert self.known >= self.seen()
