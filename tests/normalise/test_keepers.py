"""Pages of which a program keeps a copy: an archive, Telegram, a notebook, a reader's view, notes."""

from __future__ import annotations

from tests.normalise.made_page import PARAGRAPHS, TITLE, draft, page

OWN = "https://www.lundnews.example/harbour"
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def test_an_archive_is_not_the_outlet() -> None:
    head = (
        f'<meta property="og:site_name" content="archive.ph"><meta property="og:title" content="{TITLE} | Lund News">'
    )
    made = draft(page(head, f"<h1>{TITLE}</h1>"), url="").article
    assert (made.title, made.source) == (TITLE, "Lund News")


def test_a_channel_of_telegram_is_the_outlet_and_its_post_has_the_date() -> None:
    text = (
        '<html><head><title>Telegram: Contact @lundnews</title><meta property="og:site_name" content="Telegram">'
        '<meta property="og:title" content="Lund News"></head><body><div class="tgme_widget_message">'
        '<div class="tgme_widget_message_author"><a><span>Lund News</span></a></div>'
        f'<div class="tgme_widget_message_text"><p>{"</p><p>".join(PARAGRAPHS)}</p></div>'
        '<a class="tgme_widget_message_date"><time datetime="2021-05-03T10:00:00+00:00">10:00</time></a>'
        "</div></body></html>"
    )
    made = draft(text, url="https://t.me/lundnews/12").article
    assert (made.source, str(made.date)[:10], made.title_derived) == ("Lund News", "2021-05-03", True)


def test_the_day_on_which_a_note_was_clipped_is_not_the_article_s() -> None:
    head = (
        '<meta name="exporter-version" content="1"><meta name="created" content="2022-01-01 10:00:00 +0000">'
        f'<meta name="source-url" content="{OWN}">'
    )
    made = draft(page(head, f"<h1>{TITLE}</h1><p>By Anna Lind</p><p>3 May 2021</p>", title=TITLE), url="").article
    assert (str(made.date), made.url, made.source) == ("2021-05-03", OWN, "lundnews.example")
    made = draft(page(head.replace("exporter-version", "other"), f"<h1>{TITLE}</h1>", title=TITLE), url="").article
    assert str(made.date)[:10] == "2022-01-01"


def test_a_reader_s_view_has_address_and_author() -> None:
    text = (
        f"<html><head><title>{TITLE}</title></head><body><div><a class='domain reader-domain' href='{OWN}'>lundnews</a>"
        f"<h1 class='reader-title'>{TITLE}</h1><div class='credits reader-credits'>Anna Lind</div></div>"
        f"<div class='content'>{BODY}</div></body></html>"
    )
    made = draft(text, url="").article
    assert (made.url, list(made.author)) == (OWN, ["Anna Lind"])


def test_a_table_of_properties_says_what_a_page_would_state() -> None:
    told = (("Author", "Anna Lind"), ("Published", "@May 3, 2021"), ("URL", OWN))
    rows = "".join(f"<tr><th>{name}</th><td>{value}</td></tr>" for name, value in told)
    text = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><table>{rows}</table>{BODY}</body></html>"
    made = draft(text, url="").article
    assert (made.url, list(made.author), str(made.date)) == (OWN, ["Anna Lind"], "2021-05-03")
    results = "<tr><td>Author</td><td>3</td></tr><tr><td>Harbours</td><td>5</td></tr>"
    text = text.replace(rows, results)
    assert list(draft(text, url="").article.author) == []


def test_the_title_of_newsletters_weblogs_and_views_to_print_names_the_outlet() -> None:
    letters = page("", f"<h1>{TITLE}</h1>", title=f"{TITLE} - by Anna Lind - Coast Letters")
    assert draft(letters, url="https://coastletters.substack.com/p/a").article.source == "Coast Letters"
    weblog = page("", f"<h1>Coast Notes</h1><h3>{TITLE}</h3>", title=f"Coast Notes: {TITLE}")
    assert draft(weblog, url="").article.source == "Coast Notes"
    about = page("", f"<h1>{TITLE}</h1>", title=f"Storms: {TITLE}")
    assert draft(about, url="").article.source != "Storms"
    printed = draft(page("", f"<h2>{TITLE}</h2>", title="Lund News - Print"), url="").article
    assert (printed.title, printed.source) == (TITLE, "Lund News")


def test_an_office_is_no_author() -> None:
    for name in ("Office of the Spokesperson", "COMM/DG/UNIT"):
        head = f'<meta name="author" content="{name}">'
        assert "Office" not in draft(page(head, f"<h1>{TITLE}</h1>")).article.author
    assert list(draft(page('<meta name="author" content="COMM/DG/UNIT">', f"<h1>{TITLE}</h1>")).article.author) == []
