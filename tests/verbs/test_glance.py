"""The page of an edited article, made before all else, is the one that the whole build makes of it."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from dateline import glance, pipeline
from dateline.glance import Edit
from dateline.tools.folder import Folder
from dateline.tools.progress import Progress
from dateline.verbs.serve import Preview
from tests.verbs.conftest import article


def edit(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def test_it_is_the_page_that_the_build_makes(site: Folder) -> None:
    preview = Preview(site, Progress())
    preview.rebuild()
    path = article(site, "storm")
    edit(path, "two days after the storm", "three whole days after the storm")
    assert preview.glance({path})
    ((where, page),) = preview.glanced.items()
    assert page != (site.public / where).read_bytes()
    pipeline.build(site, Progress())
    assert page == (site.public / where).read_bytes()


def test_there_is_none_where_more_than_one_article_changed(site: Folder) -> None:
    preview = Preview(site, Progress())
    preview.rebuild()
    storm, bridge = article(site, "storm"), article(site, "bridge")
    assert not preview.glance(set())
    assert not preview.glance({storm, bridge})
    assert not preview.glance({storm, site.config})
    assert not preview.glance({site.config})
    assert preview.glance({storm})
    edit(storm, "---", "--")
    assert not preview.glance({storm})
    storm.unlink()
    assert not preview.glance({storm})


def test_a_site_that_is_up_to_date_is_made_ready_for_it(site: Folder) -> None:
    Preview(site, Progress()).rebuild()
    preview = Preview(site, Progress())
    assert not preview.rebuild()
    path = article(site, "storm")
    edit(path, "two days after the storm", "three whole days after the storm")
    assert not preview.glance({path})
    preview.get_ready()
    assert preview.glance({path})


def test_nor_of_a_new_article(site: Folder) -> None:
    outcome = pipeline.build(site, Progress())
    assert outcome.workshop
    assert glance.page(outcome.workshop, "2021/new.md", "---\ntitle: New\n---\n\nText.\n") is None


@given(st.text("abc", max_size=9), st.text("abc", max_size=9))
def test_what_an_edit_leaves_alone_is_found_again(before: str, after: str) -> None:
    made = Edit.between(before, after)
    for start in range(len(before)):
        for end in range(start + 1, len(before) + 1):
            place = made.place(start, end)
            assert place is None or after[place[0] : place[1]] == before[start:end]
