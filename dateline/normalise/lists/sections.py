"""What outlets call the parts of a paper or a site: a label above or below a headline is its section where it is one.

All else that stands there alone (a link, an hour, a menu) is as short, so that the words decide and not the shape.
"""

from __future__ import annotations

import re

from dateline.normalise.lists import gazetteer

_AND = frozenset(("and", "&", "und", "et", "y", "e", "en", "og", "och", "ja", "i", "и", "the", "of"))
_WORDS = frozenset(
    (
        # English
        "affairs africa agriculture americas analysis animals art arts asia auto automotive aviation "
        "balkans baltics banking books business caribbean celebrity central cinema city climate column "
        "columns comment commentary consumer courts crime culture cybersecurity dance debate defence defense "
        "diplomacy disasters east eastern economics economy editorial editorials education election elections energy "
        "entertainment environment essay estate europa europe events explained explainer explainers fact-check family "
        "farming fashion features film finance fisheries food football foreign gaming gardening gaza global "
        "government health healthcare heritage history housing human immigration industry infrastructure "
        "innovation international interview interviews investigation investigations investigative jobs justice labor "
        "labour latin law leisure letters life lifestyle literature living local magazine markets media metro "
        "middle migration military money movies music nation national nature news newsletter newsroom north "
        "obituaries obituary oceania op-ed opinion opinions pacific parenting parliament people personal perspectives "
        "photography podcast police policy politics press property public real regional regions release releases "
        "religion report reports research review reviews rights rugby russia science security shopping soccer society "
        "south speech speeches sport sports statement statements states style tech technology "
        "television tennis theater theatre trade transport transportation travel tv uk unions united us viewpoint "
        "views war weather wellness western wildlife women work world youth "
        # German
        "allgemein ausland auslands außenpolitik bildung deutschland feuilleton finanzen forschung fußball "
        "gastkommentar gesellschaft gesundheit inland innenpolitik innovation international kolumne kommentar "
        "kommentare kultur leben leitartikel lokales medien meinung meinungen mobilität nachrichten netzwelt panorama "
        "politik pressemitteilung pressemitteilungen recht regionales reise religion reportage ressort schweiz sport "
        "technik technologie umwelt unterhaltung verkehr vermischtes wetter wirtschaft wissen wissenschaft österreich "
        # French, Spanish, Portuguese, Italian
        "actualidad actualité actualités ambiente américa attualità brasil calcio ciencia cine cinéma ciência clima "
        "columnas cotidiano cronaca cronache cultura culture deportes divers débats economia economía editorial "
        "educación educação entrevista entrevistas environnement españa esporte esportes esteri faits france geral "
        "idées internacional interni italia justice justicia lavoro livres local medio meio monde mondo mundo musique "
        "médias nacional negocios negócios opinioni opinião opinión país planète politica politique polícia política "
        "régions salud salute santé saúde sciences scienza scienze segurança sociedad sociedade società société "
        "spettacoli sucesos tecnologia tecnología tendencias tribune turismo viaggi économie éditorial éducation "
        # Dutch, the Nordic languages, Estonian, Polish
        "arvamus binnenland buitenland cultuur debat debatt economie eesti ekonomi elu erhverv gezondheid gospodarka "
        "haridus indland innenriks inrikes juhtkiri keskkond kjendis klimaat kotimaa kraj krim krimi kulttuuri kultur "
        "kultura kultuur ledare maailm majandus meelelahutus meninger mielipide nauka nyheder nyheter nöje opinie "
        "poliitika politiek politiikka polityka polska regio samfund sport talous teadus tehnika terveys tervis tiede "
        "udland ulkomaat urheilu utenriks utrikes uudised uutiset vetenskap viihde välismaa wetenschap wiadomości "
        "zdrowie økonomi świat "
        # Russian, Ukrainian
        "авто аналитика армия бизнес в видео война выборы війна городе деньги думки економіка здоровье интервью "
        "история колонка культура мир мире мнение мнения наука новости образование общество освіта події политика "
        "політика право происшествия путешествия регионы россия світ события спорт суспільство технологии україна "
        "экология экономика "
    )
    .casefold()
    .split()
)
_BETWEEN = re.compile(r"\s*[/|&,>›»·]\s*|\s+")
LONGEST = 4  # words: "Arts and Culture", "Middle East & Africa"


def is_section(text: str) -> bool:
    """Whether a label is words that sections are called by, and names of places: Politics, Europe, Sport / Tennis."""
    parts = [part for part in _BETWEEN.split(text.strip(" :")) if part]
    parts = [part for part in parts if part.casefold() not in _AND]
    named = [part for part in parts if part.casefold() in _WORDS]
    return bool(named) and len(parts) <= LONGEST and all(part in named or gazetteer.is_place(part) for part in parts)
