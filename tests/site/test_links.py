"""Links: relative, no longer than they need be, in both styles."""

from __future__ import annotations

import pytest

from dateline.site.links import Links

HERE = "2021/05/25/the-harbour/index.html"


@pytest.mark.parametrize(
    ("path", "address", "hosted", "local"),
    [
        (HERE, "people/", "../../../../people/", "../../../../people/index.html"),
        (HERE, "2021/05/25/", "../", "../index.html"),
        (HERE, "2021/05/25/a-ship/", "../a-ship/", "../a-ship/index.html"),
        (HERE, "2021/06/01/a-ship/", "../../../06/01/a-ship/", "../../../06/01/a-ship/index.html"),
        (HERE, "2020/05/25/a-ship/", "../../../../2020/05/25/a-ship/", "../../../../2020/05/25/a-ship/index.html"),
        (HERE, "2021/05/25/the-harbour/", "./", "index.html"),
        (HERE, "2021/05/25/the-harbour/#p2", "#p2", "index.html#p2"),
        (HERE, "2021/05/25/the-harbour/cite.bib", "cite.bib", "cite.bib"),
        (HERE, "#p2", "#p2", "#p2"),
        (HERE, "", "../../../../", "../../../../index.html"),
        (HERE, "assets/icon.svg", "../../../../assets/icon.svg", "../../../../assets/icon.svg"),
        ("people/ada/index.html", "people/adam/", "../adam/", "../adam/index.html"),
        ("index.html", "", "./", "index.html"),
        ("index.html", "about/#corrections", "about/#corrections", "about/index.html#corrections"),
        ("404.html", "people/", "/file/people/", "/file/people/index.html"),
    ],
)
def test_links(path: str, address: str, hosted: str, local: str) -> None:
    base = "https://harbour.example/file/"
    assert (hosted, local) == tuple(str(Links(style, base).of(path)(address)) for style in ("hosted", "local"))


def test_pages_of_one_depth_in_one_folder_share_their_near_links() -> None:
    links = Links("hosted", "")
    near, other = links.of(HERE).near, links.of("2021/06/01/a-ship/index.html").near
    assert near is other
    assert near is not links.of("2021/05/index.html").near
    assert near is not links.of("2022/05/25/the-harbour/index.html").near
    for address in ("", "2021/", "2020/", "people/", "about/#corrections", "feed.xml"):
        assert near(address) == links.of(HERE)(address)
