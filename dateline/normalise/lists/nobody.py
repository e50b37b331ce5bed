"""What stands where an author's name is expected, and names nobody: the words of links, forms, stamps and counters.

Programs that take articles off pages take these for names: "View All Posts", "About Stone", "Last Updated".
"""

from __future__ import annotations

import re

_WRITINGS = (
    r"(?:posts?|articles?|stories|entries|beiträge|artikel|entradas|artículos|publicaciones|notas|articles|publications|"
    r"articoli|artigos|записи|статьи|материалы|artiklid|postitused|artikler|artiklar|artikelen|wpisy|artykuły)"
)
_ALL = (
    r"(?:all|latest|recent|more|other|alle|weitere|mehr|todas|todos|más|tous|toutes|tutti|все|kõik|flere|fler|"
    r"wszystkie)"
)
_LINK = re.compile(
    rf"(?:(?:view|see|show|read|browse|ver|voir|vedi)\s+)?{_ALL}(?:\s+(?:the|of|by|from|las|los|les|ses|gli|os))?\s+{_WRITINGS}\b.*"
    r"|(?:view|see|show)\s+(?:full\s+)?(?:profile|bio|more|website)\b.*"
    r"|visit\s+(?:(?:my|our|the|their)\s+)?(?:web\s?site|site|blog|page)|web\s?site|home\s?page"
    r"|follow(?:\s+(?:me|us|him|her|them|on|@).*)?|(?:click|tap)\s+here.*|(?:log|sign)\s+(?:in|up|out)\b.*"
    r"|(?:please\s+)?(?:enter|leave|type|insert|add)\s+(?:your|a)\s.*|your\s+name\b.*"
    r"|about\s+\S.*|more\s+\S+|meet\s+(?:the|our|your)\s.*|learn\s+more|more\s+(?:from|about|by|on)\s.*"
    r"|(?:developed|designed|powered|sponsored|hosted|uploaded|submitted)\s+by\b.*|written\s+by|advertisement|(?:sponsored|gesponserte)(?:\s\w+)?"
    r"|zu[rm] (?:startseite|inhalt|seitenanfang|artikel|thema|ressort)\b.*|nach oben|back to top"
    r"|submitted|(?:first|last|full|user)?\s?name",
    re.IGNORECASE,
)
_DESK = re.compile(
    r"(?:(?:by )?(?:our |the )?(?:own )?)?(?:staff(?: (?:report(?:er)?s?|writers?|correspondents?))?|"
    r"(?:[A-Z][\w.&'’-]* ){0,3}(?:news|web|online|digital|sports?) (?:desk|team|staff)|agency reports?|"
    r"editorial (?:team|staff|board)|(?:a |our )correspondent|"
    r"(?:[A-Z][\w.&'’-]* ){0,3}(?:news|press|information) (?:service|network)s?)",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"last|(?:(?:last|zuletzt|última|dernière|ultimo|senast|sist)\s+)?(?:updated|modified|edited|published|aktualisiert|"
    r"veröffentlicht|geändert|uppdaterad|publicerad|oppdatert|publisert|opdateret|bijgewerkt|gepubliceerd|päivitetty|julkaistu|"
    r"uuendatud|avaldatud|actualizad[oa]|publicad[oa]|atualizad[oa]|aggiornat[oa]|pubblicat[oa]|mise? à jour|publiée?|"
    r"обновлен[оа]|опубликован[оа]|zaktualizowano|opublikowano|güncelleme|yayınlanma)\b.*",
    re.IGNORECASE,
)
_MACHINE = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}|[\W\d_]*")


def is_nobody(text: str) -> bool:
    """Whether a text is no name, whoever might be called so."""
    text = text.strip(" .,:;!»›>-–—")
    return any(pattern.fullmatch(text) for pattern in (_LINK, _DESK, _STAMP, _MACHINE))
