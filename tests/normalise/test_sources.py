"""Who published an article: what is an outlet's name, and what only stands where one is expected."""

from __future__ import annotations

import pytest

from dateline.normalise import Context, stated
from dateline.normalise.lines.line import make
from dateline.normalise.outlets import bylined, outlet, own_work, owner
from tests.normalise.made_page import TITLE, draft, page

COPY = "https://web.archive.org/web/20210525101112/https://www.lundnews.example/harbour"


@pytest.mark.parametrize(
    ("source", "url", "expected"),
    [
        ("", "https://bit.ly/2abc", ""),
        ("fb.me", "https://fb.me/2abc", ""),
        ("Lund News", "https://t.co/2abc", "Lund News"),
        ("", COPY, "lundnews.example"),
        ("", "https://archive.org/details/harbour", ""),
        ("", "https://goo.glass.example/harbour", "goo.glass.example"),
        ("", "https://www.lundnews.example/harbour", "lundnews.example"),
    ],
)
def test_addresses_that_are_short_or_of_a_copy_are_no_outlets(source: str, url: str, expected: str) -> None:
    found = stated.source(source, url, Context())
    assert (found.value if found else "") == expected


def test_a_saved_page_of_an_archive_is_of_the_outlet() -> None:
    assert draft(page(before=f"<h1>{TITLE}</h1>"), url=COPY).article.source == "Lund News"


@pytest.mark.parametrize(
    ("name", "section", "expected"),
    [
        ("Lund News | News, weather and ferries | Lund", "", "Lund News"),
        ("Harbour life – Lund News", "", "Lund News"),
        ("lundnews.example/", "", "lundnews.example"),
        ("The Coast - North and South", "", "The Coast - North and South"),  # nothing tells which part it is
        ("Coast", "Coast", "Lund News"),  # the part of the page's title that its host is called after
        ("Lund News", "Lund News", "Lund News"),
        ("Coast", "Sea", "Coast"),
    ],
)
def test_names_of_a_site(name: str, section: str, expected: str) -> None:
    head = f'<meta property="og:site_name" content="{name}">'
    head += f'<meta property="article:section" content="{section}">' if section else ""
    made = draft(page(head, f"<h1>{TITLE}</h1>"), url="https://www.lundnews.example/a")
    assert made.article.source == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("© 2021 Lund Media S.A. All rights reserved", "Lund Media"),
        ("© 2021 Lund Media. All rights reserved", "Lund Media"),
        ("Lundpost © 2021", "Lundpost"),
        ("ИА «Лунд.Ру» © 1999-2013. Все права защищены.", "Лунд.Ру"),
        ("Lundpost © Copyright 2021. All rights reserved", "Lundpost"),
        ("lundpost.example © 2021", ""),  # a name begins with a capital
        ("Picture: Anna Lind © 2021", ""),
        ("© 2021 All Rights Reserved Lundpost.", "Lundpost"),
        ("© 2021 All Rights Reserved. Terms of use", ""),
        ("2021 The Lundpost. All Rights Reserved.", "The Lundpost"),
        ("The harbour closed in 2021 The council. All rights reserved.", ""),
        ("2012 - 2021 © by Lundpost Ltd.", "Lundpost"),
        ("Copyright © Lundpost 2017-2021. All rights reserved. Readers may print it.", "Lundpost"),
        ("Made by Coastsoft | Prawa autorskie © L.P. Lundpost", "L.P. Lundpost"),
        ("© АО «Лундпост»", "Лундпост"),
        ('© 1998-2021 "Lundpost"', "Lundpost"),
        ("(C) 2001 - 2021 www.lundpost.example Все права защищены.", "lundpost.example"),
        ("© Coast Verlag GmbH & Co. Medien KG, Lund", "Coast Verlag"),
        ("© Lundpost Sp. z o.o.", "Lundpost"),
        ("Copyright © 2004 «Lundpost». All rights reserved", "Lundpost"),
        ("© 2021 ЗАО ИД <Лундская правда>", "Лундская правда"),
        ("© 隆德新闻网版权所有", "隆德新闻网"),
        ("© 100% Lundpost | 2021 | All rights reserved.", "100% Lundpost"),
        ("© Copyright 20 Lundposten", "20 Lundposten"),
        ("© 12 May 2021", ""),
        ("Lundpost, 2021 © All Rights Reserved", "Lundpost"),
        ("In the harbour, 2021 © Anna Lind", ""),
        ("© 2021 Lundpost a member of Coast Media", "Lundpost"),
        ("(C) 2021 Lundpost \\- Theme by Coastsoft", "Lundpost"),
        ("Lundpost (C) 2021\\. All rights reserved.", "Lundpost"),
        ("COPYRIGHT © 2021 Lundpost NIT. 860.001", "Lundpost"),
        ("© 2021 a Coast Media subsidiary", ""),
        ("Copyrighted Picture. Copying not allowed.", ""),
        ("© 2021, All Rights Reserved | Lundpost Newspapers Limited", "Lundpost Newspapers"),
        ("© 2021, All Rights Reserved | About the harbour", ""),
        ("Informationsamt «Neues aus Lund». Все права защищены. © 2007 — 2021.", "Neues aus Lund"),
        ("The mayor wrote «all is well». All rights reserved", ""),
        ("© by the Lundpost.", "Lundpost"),
        ("(C) Copyright 2021 - St. Lund Times. A Coast Media production.", "St. Lund Times"),
        ("© 2021 ALL RIGHTS RESERVED | LUNDPOST NEWSPAPER", "LUNDPOST NEWSPAPER"),
        ("© 2021 All Rights Reserved | Latest News", ""),
        ("Copyright © 2013 · Lund Haven | A weblog of the coast", "Lund Haven"),
        ("Lundpost Copyright © 2022 Developed by", "Lundpost"),
        ("© 2022 Developed by", ""),
        ("Tous droits réservés - Lundpost 2021", "Lundpost"),
        ("Tous droits réservés - Mentions", ""),
        ("© 2021 Lund Online and affiliated companies. All rights reserved.", "Lund Online"),
        ("Source: Page de", ""),
        ("Source: Page de Lund", "Page de Lund"),
        ("Lund, the coast // Copyright 2021 · www.lundpost.example", "lundpost.example"),
        ("Copyright © 2021 para Lundpost", "Lundpost"),
        ("© 2021 · Alle Inhalte sind geschützt", ""),
        ("© 2021 · Alleswisser Lund", "Alleswisser Lund"),
        ("Design © 2004 Anna Lind", ""),
        ("— Anna Lind", ""),
        ("- Removed two bugs", ""),
        ("- Lund News", "Lund News"),
        ("Next Post", ""),
        ("Previous Post", ""),
        ("Next Lund Post", "Next Lund Post"),
        ("Lund Post", "Lund Post"),
        ("- Anna Lind News", "Anna Lind News"),
        ("– Voice of the Coast", "Voice of the Coast"),
    ],
)
def test_what_the_last_lines_say(line: str, expected: str) -> None:
    lines = [make(9, line, 0)]
    found = outlet.from_sign_off(lines) or owner.from_notices(lines)
    assert (found.name if found else "") == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["©", "2021", "Lundpost"], "Lundpost"),
        (["Copyright by", "LUNDPOST.EXAMPLE"], "LUNDPOST.EXAMPLE"),
        (["© 2021", "Terms of use"], ""),
        (["© 2021", "The harbour closed on Tuesday after a storm, and ferries stayed in port."], ""),
        (["2021", "Lundpost"], ""),
    ],
)
def test_a_notice_in_several_lines(lines: list[str], expected: str) -> None:
    found = owner.from_notices([make(9 + i, line, 0) for i, line in enumerate(lines)])
    assert (found.name if found else "") == expected


@pytest.mark.parametrize(
    ("owner_of_two", "names"),
    [
        ("Lund Post and Coast Media", ["Lund Post and Coast Media", "Lund Post and Coast", "Lund Post"]),
        ("Sand and Sea", ["Sand and Sea"]),  # one word is no paper's name
    ],
)
def test_an_owner_of_two(owner_of_two: str, names: list[str]) -> None:
    assert owner.stems(owner_of_two) == names


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Published 2021-05-03 | lundpost.com", "lundpost.com"),
        ("May 3, 2021 | 5:10 p.m", ""),
        ("May 3, 2021 | anna.lind@lundpost.com", ""),
        ("Lundpost News Desk | Riga | Updated: 27-06-2021 16:15 IST", "Lundpost"),
        ("By Coast Today Web Desk", "Coast Today"),
        ("By Our Web Desk", ""),
        ("Sports News Desk", ""),
        ("Lundpost Sports Desk Chief", ""),
    ],
)
def test_an_outlet_beside_the_date(line: str, name: str) -> None:
    found = bylined.from_bylines([make(3, line, 0)])
    assert (found.name if found else "") == name


@pytest.mark.parametrize(
    ("said", "agency"), [("dpa/lno", "dpa"), ("Reuters", "Reuters"), ("Lund/Vik", "Lund/Vik"), ("LNB", "LNB")]
)
def test_the_office_of_an_agency_is_no_part_of_its_name(said: str, agency: str) -> None:
    assert outlet.agency_of(said) == agency


@pytest.mark.parametrize(
    ("turns", "name"),
    [
        (["ANNA LIND, LNB ANCHOR: Good morning.", "BO EK, LNB HARBOUR CORRESPONDENT: Good to be here."], "LNB"),
        (["ANNA LIND, LNB NEWS HOST: Good morning.", "BO EK, LNB NEWS ANALYST: Good to be here."], "LNB News"),
        (["ANNA LIND, LNB ANCHOR: Good morning.", "BO EK, HARBOUR MASTER: Good to be here."], ""),  # said once
        (["ANNA LIND, COAST REPORTER: Good morning.", "BO EK, COAST HOST: Good to be here."], ""),  # it is a word
        (["ANNA LIND, LNB ANCHOR: Good morning.", "BO EK, NLB REPORTER: Good to be here."], ""),
    ],
)
def test_for_whom_those_work_who_speak(turns: list[str], name: str) -> None:
    found = own_work.find([make(i, line, 0) for i, line in enumerate(turns, 1)])
    assert (found.name if found else "") == name
