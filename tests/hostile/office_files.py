"""Words -> small Office files, by hand after ECMA-376: no library that reads them writes the ones that tests read."""

from __future__ import annotations

from html import escape

from tests.hostile.bad_bytes import zipped

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ODT_NAMES = ("office", "text", "style", "table", "draw")
ODT_SPACES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ODT_NAMES)


def office(parts: dict[str, str], main: str, kind: str) -> bytes:
    """An Office file of these parts."""
    base = "application/vnd.openxmlformats-officedocument."
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
    types += 'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
    types += (
        f'ContentType="application/xml"/><Override PartName="/{main}" ContentType="{base}{kind}.main+xml"/></Types>'
    )
    rels = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    rels += 'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    rels += f'Target="{main}"/></Relationships>'
    parts = {"[Content_Types].xml": types, "_rels/.rels": rels, **parts}
    return zipped({name: part.encode() for name, part in parts.items()})


def paragraph(words: str, style: str = "", numbering: str = "") -> str:
    """A paragraph of Word's, in a style or a list."""
    about = f'<w:pStyle w:val="{style}"/>' if style else ""
    about += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{numbering}"/></w:numPr>' if numbering else ""
    return f'<w:p><w:pPr>{about}</w:pPr><w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r></w:p>'


def docx(*paragraphs: str, before: str = "", **parts: str) -> bytes:
    """A Word document of paragraphs in XML."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/></w:style>'
        for name in ("Title", "heading 1", "heading 2", "Quote")
    )
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:lvl w:ilvl="0"><w:numFmt w:val="{kind}"/></w:lvl></w:abstractNum>'
        for n, kind in ((1, "bullet"), (2, "decimal"))
    ) + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2))
    body = f"<w:body>{''.join(paragraphs)}</w:body>"
    named = {
        "word/document.xml": f'{before}<w:document xmlns:w="{W}" xmlns:r="{R}">{body}</w:document>',
        "word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>',
        "word/numbering.xml": f'<w:numbering xmlns:w="{W}">{lists}</w:numbering>',
    }
    kind = "wordprocessingml.document"
    return office(
        {**named, **{f"word/{name}".replace("word/../", ""): part for name, part in parts.items()}},
        "word/document.xml",
        kind,
    )


def link(words: str, address: str) -> str:
    """Linked words, as Word writes them into a paragraph."""
    field = (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "{address}" </w:instrText></w:r>'
    )
    field += f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{escape(words)}</w:t></w:r>'
    return f'{field}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def table(*rows: tuple[str, ...]) -> str:
    """A table of Word's."""
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def xlsx(*sheets: list[list[object]], before: str = "", links: dict[str, str] | None = None) -> bytes:
    """A workbook; a day, in a cell with a date's format, is ("date", 44341.678). `links`: of the first sheet, cell ->
    address."""
    main, rels, parts = "", "", {}
    for n, rows in enumerate(sheets, 1):
        main += f'<sheet name="Sheet {n}" sheetId="{n}" r:id="s{n}"/>'
        rels += f'<Relationship Id="s{n}" Type="{R}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        lines = "".join(f'<row r="{r}">{"".join(map(_cell, row))}</row>' for r, row in enumerate(rows, 1))
        led = "".join(f'<hyperlink ref="{cell}" r:id="{cell}"/>' for cell in links or {} if n == 1)
        lines = f'<dimension ref="A1:B2"/><sheetData>{lines}</sheetData>{f"<hyperlinks>{led}</hyperlinks>" * bool(led)}'
        parts[f"xl/worksheets/sheet{n}.xml"] = f'{before}<worksheet xmlns="{S}" xmlns:r="{R}">{lines}</worksheet>'
    rels += f'<Relationship Id="st" Type="{R}/styles" Target="styles.xml"/>'
    named = "http://schemas.openxmlformats.org/package/2006/relationships"
    if links:
        led = "".join(
            f'<Relationship Id="{cell}" Type="{R}/hyperlink" Target="{escape(address)}" TargetMode="External"/>'
            for cell, address in links.items()
        )
        parts["xl/worksheets/_rels/sheet1.xml.rels"] = f'<Relationships xmlns="{named}">{led}</Relationships>'
    parts["xl/_rels/workbook.xml.rels"] = f'<Relationships xmlns="{named}">{rels}</Relationships>'
    parts["xl/workbook.xml"] = f'<workbook xmlns="{S}" xmlns:r="{R}"><sheets>{main}</sheets></workbook>'
    formats = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs>'
    parts["xl/styles.xml"] = f'<styleSheet xmlns="{S}">{formats}</styleSheet>'
    return office(parts, "xl/workbook.xml", "spreadsheetml.sheet")


def _cell(value: object) -> str:
    if value is None:
        return "<c/>"
    if isinstance(value, tuple):
        return f'<c s="1"><v>{value[1]}</v></c>'
    if isinstance(value, int | float):
        return f"<c><v>{value}</v></c>"
    if str(value).startswith("="):
        return f'<c t="str"><f>{escape(str(value)[1:])}</f><v>worked out before</v></c>'
    return f'<c t="inlineStr"><is><t>{escape(str(value))}</t></is></c>'


def odt(body: str, before: str = "", **parts: str) -> bytes:
    """A text of LibreOffice, after OpenDocument 1.3."""
    styles = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    text = (
        f'{before}<office:document-content {ODT_SPACES} xmlns:xlink="http://www.w3.org/1999/xlink"><office:automatic-styles>'
        f"{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    named = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": text, **parts}
    return zipped({name: part.encode() for name, part in named.items()})


def odt_paragraph(words: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{words}</text:p>'
