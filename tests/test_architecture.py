"""The floors of imports: every module stands on lower ones, rooms of one floor do not know each other, no circles."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import dateline

PACKAGE = Path(dateline.__file__).parent
FLOORS = (
    ("dateline", "model", "characters"),
    ("workers", "data"),
    ("tools", "plaintext", "cache"),
    ("config", "vocabulary", "addresses", "journal", "published", "duplicates", "blame"),
    ("seeds", "normalise", "tagging", "content", "ledger", "quotes", "cards", "drafts"),
    ("reconcile", "shelf", "intake", "stamp", "inputs", "library", "search"),
    ("articles",),
    ("recall",),
    ("corpus", "site"),
    ("outcome", "meant"),
    ("pipeline", "glance"),
    ("verbs",),
    ("cli",),
    ("program",),
    ("__main__",),
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
INNER = {  # rooms that have floors of their own
    "dateline.workers": (("collector", "demand", "packages"), ("",), ("cluster",)),
    "dateline.articles": (
        ("places", "changes", "strays", ""),
        ("reach", "material", "carrying", "entries"),
        ("single",),
        ("results",),
        ("passes",),
    ),
    "dateline.verbs": (("check", "explain", "serve", "scaffold", "tagpipe", "review", ""), ("withdraw",)),
    "dateline.normalise": (
        ("lists", "findings"),
        ("lines",),
        ("blocks", "dating", "outlets"),
        ("authors",),
        ("body",),
        ("context",),
        ("stated",),
        ("texts",),
        ("pages",),
        ("doubts",),
        ("plain",),
        ("marked", "export", "document", "page"),
        ("accounting", ""),
    ),
    "dateline.tagging.people": (
        ("lists", ""),
        ("names",),
        ("stretches",),
        ("words",),
        ("cutting",),
        ("around",),
        ("candidates",),
        ("together",),
        ("own",),
        ("reader",),
    ),
    "dateline.site": (
        ("assets", "escaping", "words"),
        ("charts", "links"),
        ("views",),
        ("planned", "prose", "showing", "templating"),
        ("citing", "relating"),
        ("linked", "publishing"),
        ("shown",),
        ("feeds", "tables"),
        ("beside",),
        ("pages",),
        ("plan", "sitemap"),
        ("build",),
        ("making",),
        ("",),
    ),
}


def modules() -> dict[str, Path]:
    """Dotted name -> file, of everything in the package but the scripts that make its data."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        if parts[1:3] != ("data", "make"):
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports(path: Path, known: dict[str, Path]) -> set[str]:
    """The package's own modules that a file imports, at its top or within functions, but for types alone included."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            found |= {
                f"{node.module}.{alias.name}" if f"{node.module}.{alias.name}" in known else node.module
                for alias in node.names
            }
        assert not (isinstance(node, ast.ImportFrom) and node.level), f"{path}: relative import"
    return found & known.keys()


def room(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else parts[0]


def test_every_room_has_a_floor() -> None:
    assert {room(module) for module in modules()} == set(FLOOR)


def test_imports_run_down() -> None:
    known = modules()
    up = [
        f"{module} imports {other}"
        for module, path in known.items()
        for other in sorted(imports(path, known))
        if room(module) != room(other) and FLOOR[room(other)] >= FLOOR[room(module)]
    ]
    assert up == []


@pytest.mark.parametrize("package", INNER)
def test_imports_within_a_room_run_down(package: str) -> None:
    known = {name: path for name, path in modules().items() if name == package or name.startswith(f"{package}.")}
    floor = {part: number for number, parts in enumerate(INNER[package]) for part in parts}

    def part(module: str) -> str:
        return module.removeprefix(package).lstrip(".").split(".")[0]

    assert {part(module) for module in known} == set(floor)
    up = [
        f"{module} imports {other}"
        for module, path in known.items()
        for other in sorted(imports(path, known))
        if part(module) != part(other) and floor[part(other)] >= floor[part(module)]
    ]
    assert up == []


def test_there_are_no_circles() -> None:
    known = modules()
    graph = {module: imports(path, known) - {module, "dateline"} for module, path in known.items()}
    assert len(list(TopologicalSorter(graph).static_order())) == len(known)
