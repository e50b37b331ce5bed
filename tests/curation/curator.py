"""A person at work between the machine's runs: edits, tags, deletes, renames; and what must hold after each run."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from msgspec.structs import replace

from dateline import corpus, journal
from dateline.cache import Cache
from dateline.content.fields import value_of, with_value
from dateline.content.parse import parse
from dateline.content.write import render
from dateline.model import Article
from dateline.tools.folder import Folder
from dateline.tools.progress import Progress
from tests.curation.fake_machine import PEOPLE, mind

SEEDS = ("a.txt", "b.txt", "sub/c.txt")


@dataclass
class Wish:
    """What a person has made of one article."""

    fields: dict[str, Any] = field(default_factory=dict)
    added: set[str] = field(default_factory=set)
    removed: set[str] = field(default_factory=set)
    body: str | None = None
    saved: str | None = None  # the text of a deleted file


class Curator(RuleBasedStateMachine):
    """A person at work between the machine's runs."""

    def __init__(self) -> None:
        super().__init__()
        mind["version"] = 0
        self.folder = Folder(Path(tempfile.mkdtemp()))
        self.wishes: dict[str, Wish] = {}
        self.by_hand: dict[str, Article] = {}
        self.taken: dict[str, set[str]] = {}  # from the tags of those
        self.built = False
        self.words: dict[str, str] = {}  # people.yaml: a name -> what the file says of it
        for name in SEEDS:
            self.write_seed(name, "Text of it.")

    def teardown(self) -> None:
        shutil.rmtree(self.folder.root)

    def write_seed(self, name: str, text: str) -> None:
        path = self.folder.seeds / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Title of {name}\n\n{text} {name}\n", encoding="utf-8")

    def file_of(self, name: str) -> Path:
        found = [path for path in self.folder.articles.rglob("*.md") if parse(path.read_text(), "").seed == name]
        assert len(found) == 1, (name, found)
        return found[0]

    def people_of(self, name: str) -> set[str]:
        """Of an article that stands or is just being put back."""
        article = parse(self.file_of(name).read_text(encoding="utf-8"), "").article
        assert article
        return {*article.people}

    def rewrite(self, name: str, change: Callable[[Article], Article]) -> None:
        path = self.file_of(name)
        article = parse(path.read_text(encoding="utf-8"), "").article
        assert article
        path.write_text(render(change(article)), encoding="utf-8")

    def standing(self) -> list[str]:
        return sorted(name for name, wish in self.wishes.items() if wish.saved is None)

    @rule()
    def build(self) -> None:
        before = {name: self.people_of(name) for name in self.standing()} if self.built else {}
        made = corpus.read(self.folder, Cache(None), Progress())
        assert [problem for problem in made.problems if problem.severity == "error"] == []
        journal.carry_out(made.changes, self.folder.root, self.folder.cache / "journal.json")
        assert not corpus.read(self.folder, Cache(None), Progress()).changes
        for name in SEEDS:
            self.wishes.setdefault(name, Wish())
        self.built = True
        for name, people in before.items():
            for person in self.people_of(name) - people:  # nobody comes back under another name
                assert not [other for other in self.wishes[name].removed if f"[{other}]" in self.words.get(person, "")]

    @rule(version=st.integers(0, 11))
    def machine_changes_its_mind(self, version: int) -> None:
        mind["version"] = version
        self.build()

    @rule(name=st.sampled_from(SEEDS), text=st.sampled_from(["Text of it.", "Other text.", "A third text, longer."]))
    def seed_changes(self, name: str, text: str) -> None:
        self.write_seed(name, text)
        self.build()

    @precondition(lambda self: self.standing())
    @rule(
        data=st.data(),
        change=st.sampled_from(
            [
                ("title", "My title"),
                ("date", "1999-12"),
                ("date", ""),
                ("source", "My paper"),
                ("source", ""),
                ("place", "Riga"),
                ("place", ""),
            ]
        ),
    )
    def edits_a_field(self, data: st.DataObject, change: tuple[str, str]) -> None:
        name = data.draw(st.sampled_from(self.standing()))
        key, value = change
        before = parse(self.file_of(name).read_text(), "").article
        assert before
        if value_of(before, key) != value:
            self.rewrite(name, lambda article: with_value(article, key, value))
            self.wishes[name].fields[key] = value
        self.build()

    @precondition(lambda self: self.standing())
    @rule(data=st.data(), person=st.sampled_from([*PEOPLE, "Eve Uus"]))
    def toggles_a_tag(self, data: st.DataObject, person: str) -> None:
        name = data.draw(st.sampled_from(self.standing()))
        wish = self.wishes[name]

        def change(article: Article) -> Article:
            if person in article.people:
                wish.removed.add(person)
                wish.added.discard(person)
                return replace(article, people=tuple(other for other in article.people if other != person))
            wish.added.add(person)
            wish.removed.discard(person)
            return replace(article, people=(person, *article.people))

        self.rewrite(name, change)
        self.build()

    @precondition(lambda self: self.standing())
    @rule(data=st.data())
    def edits_the_text(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(self.standing()))
        self.rewrite(name, lambda article: replace(article, body=article.body + "\n\nMy note."))
        article = parse(self.file_of(name).read_text(), "").article
        assert article
        self.wishes[name].body = article.body
        self.build()

    @precondition(lambda self: self.standing())
    @rule(data=st.data())
    def deletes(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(self.standing()))
        path = self.file_of(name)
        self.wishes[name].saved = path.read_text(encoding="utf-8")
        path.unlink()
        self.build()

    @precondition(lambda self: any(wish.saved for wish in self.wishes.values()))
    @rule(data=st.data(), path=st.sampled_from(["back.md", "2001/back again.md"]))
    def restores(self, data: st.DataObject, path: str) -> None:
        name = data.draw(st.sampled_from(sorted(name for name, wish in self.wishes.items() if wish.saved)))
        text = self.wishes[name].saved
        assert text
        target = self.folder.articles / name.replace("/", "-") / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        self.wishes[name].saved = None
        self.build()

    @precondition(lambda self: self.standing())
    @rule(data=st.data(), where=st.sampled_from(["mine", "other place/deep"]))
    def renames(self, data: st.DataObject, where: str) -> None:
        name = data.draw(st.sampled_from(self.standing()))
        target = self.folder.articles / where / f"{Path(name).stem} renamed.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        self.file_of(name).rename(target)
        self.build()

    @rule(number=st.integers(0, 2))
    def writes_by_hand(self, number: int) -> None:
        article = Article(title=f"By hand {number}", body=f"My own text {number}.", people=("Me Myself",))
        path = f"hand/{number}.md"
        self.by_hand[path], self.taken[path] = article, set()
        (self.folder.articles / "hand").mkdir(parents=True, exist_ok=True)
        (self.folder.articles / path).write_text(render(article), encoding="utf-8")
        self.build()

    @precondition(lambda self: self.by_hand)
    @rule(data=st.data(), person=st.sampled_from(PEOPLE))
    def takes_a_tag_from_one_by_hand(self, data: st.DataObject, person: str) -> None:
        """Or puts it in again."""
        name = data.draw(st.sampled_from(sorted(self.by_hand)))
        path = self.folder.articles / name
        article = parse(path.read_text(encoding="utf-8"), "").article
        assert article
        people = tuple(other for other in article.people if other != person)
        if person in article.people:
            self.taken[name].add(person)
        else:
            self.taken[name].discard(person)
            people += (person,)
        path.write_text(render(replace(article, people=people)), encoding="utf-8")
        self.build()

    @precondition(lambda self: self.by_hand)
    @rule(data=st.data(), path=st.sampled_from(["hand/0.md", "hand/8.md", "by hand/0.md", "by hand/9.md"]))
    def renames_one_by_hand(self, data: st.DataObject, path: str) -> None:
        name = data.draw(st.sampled_from(sorted(self.by_hand)))
        if path in self.by_hand:
            return
        target = self.folder.articles / path
        target.parent.mkdir(parents=True, exist_ok=True)
        (self.folder.articles / name).rename(target)
        self.by_hand[path], self.taken[path] = self.by_hand.pop(name), self.taken.pop(name)
        self.build()

    @rule(name=st.sampled_from([*PEOPLE, "Eve Uus", "Full Name"]), data=st.data())
    def edits_the_vocabulary(self, name: str, data: st.DataObject) -> None:
        """Accepts a name, says whose other name one is, ignores one, or takes the line out again."""
        said = " ".join(words for key, words in self.words.items() if key != name)
        others = [other for other in PEOPLE if other != name and other not in self.words and other not in said]
        alias = f"{{also: [{data.draw(st.sampled_from(others))}]}}" if others else "{}"
        says = data.draw(st.sampled_from(["{}", alias, "nobody", ""]))
        self.words.pop(name, None)
        if says and not any(name in other for other in self.words.values()):
            self.words[name] = says
        self.folder.vocabulary.mkdir(parents=True, exist_ok=True)
        (self.folder.vocabulary / "people.yaml").write_bytes(self.people_file())
        self.build()

    def people_file(self) -> bytes:
        return b"# Mine.\r\n" + "".join(f"{name}:   {says}\n" for name, says in self.words.items()).encode()

    @precondition(lambda self: self.built)
    @rule()
    def loses_the_ledger(self) -> None:
        """Then all that stands is the person's; what was taken away before can no longer be known."""
        if any(wish.saved for wish in self.wishes.values()):
            return  # a deleted article is remembered by its ledger alone
        shutil.rmtree(self.folder.ledger, ignore_errors=True)
        for name in self.standing():
            article = parse(self.file_of(name).read_text(), "").article
            assert article
            stated = ("title", "date", "source", "place")
            self.wishes[name].fields = {key: value_of(article, key) for key in stated if value_of(article, key)}
            self.wishes[name].body = article.body
            self.wishes[name].added = set(article.people)
            self.wishes[name].removed = set()
        self.taken = {name: set() for name in self.taken}
        self.build()

    @invariant()
    def every_wish_stands(self) -> None:
        if not self.built:
            return
        seeds = [parse(path.read_text(), "").seed for path in self.folder.articles.rglob("*.md")]
        for name, wish in self.wishes.items():
            assert seeds.count(name) == (0 if wish.saved else 1)
            if wish.saved:
                continue
            article = parse(self.file_of(name).read_text(encoding="utf-8"), "").article
            assert article
            assert {key: value_of(article, key) for key in wish.fields} == wish.fields
            assert wish.added <= set(article.people)
            assert not wish.removed & set(article.people)
            if wish.body is not None:
                assert article.body == wish.body
        if self.words:
            assert (self.folder.vocabulary / "people.yaml").read_bytes() == self.people_file()
        for path, wanted in self.by_hand.items():
            found = parse((self.folder.articles / path).read_text(encoding="utf-8"), "").article
            assert found
            assert (found.title, found.body) == (wanted.title, wanted.body)
            assert set(wanted.people) <= set(found.people)
            assert not self.taken[path] & set(found.people)
