"""Topics of texts in other languages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline import vocabulary
from dateline.data.make import estonian, plurals, russian
from dateline.data.make import topics as make
from dateline.tagging import Document, Tagger
from dateline.tagging.topics.abroad import at_home
from dateline.vocabulary import Topic

TEXTS = {
    "Disaster, accident and emergency incident": [
        """Un camion si è ribaltato nella notte sulla strada per il passo, e il conducente è rimasto ferito. I
        vigili del fuoco hanno spento le fiamme, mentre un'ambulanza lo portava in ospedale.""",
        """Bij een brand in een schuur is in de nacht een man gewond geraakt. De brandweer had het vuur na een uur
        onder controle, en een ambulance bracht het slachtoffer naar het ziekenhuis.""",
        """Bei einem Zusammenstoß ist am Abend ein Lenker verletzt worden. Er war auf der Straße mit dem Moped
        gestürzt, und ein Rettungswagen brachte ihn in die nächste Stadt. Wie es dazu kam, ist noch nicht klar.""",
        """Maantee lähedal põles öösel ära maja. Päästjad said tulekahju kustutatud alles hommikuks, ja üks inimene
        hukkus. Häirekeskus sai teate veidi enne keskööd, kui maja oli juba leekides, ütles päästeamet.""",
    ],
    "Sport": [
        """L'allenatore ha elogiato i giocatori dopo la vittoria nel derby. L'attaccante ha segnato due gol nella
        ripresa, e il portiere ha parato un rigore. I tifosi hanno riempito lo stadio, perché la squadra non vinceva una
        partita di campionato da tre mesi.""",
        """Na de zege was de trainer tevreden over zijn spelers, ook al werd het pas laat spannend. De spits
        maakte na rust twee doelpunten, en de keeper stopte een strafschop. Er werd door de supporters nog lang gezongen
        in het stadion, want de ploeg had al drie maanden geen wedstrijd meer gewonnen.""",
        """Der Trainer war nach dem Sieg zufrieden. Seine Mannschaft hatte in der Halbzeit noch zurückgelegen, doch
        der Stürmer traf zweimal, und der Tormann hielt einen Elfmeter. Die Fans im Stadion feierten, denn der
        Klub ist nun Tabellenführer der Liga, und die Saison dauert nur noch drei Runden.""",
        """L'entraîneur a félicité ses joueurs après la victoire en demi-finale. L'attaquant a marqué deux buts
        avant la pause, et le gardien de but a arrêté un penalty. Les supporters ont envahi le stade, car le
        club n'avait plus gagné un match de championnat depuis trois mois.""",
        """El entrenador felicitó a los jugadores por la victoria en la semifinal. El delantero marcó dos goles y
        el portero paró un penalti. Los hinchas llenaron el estadio, y el equipo no había ganado un partido de
        liga desde hace tres meses, según dijo el árbitro.""",
        """Тренер похвалил своих футболистов после победы в полуфинале. Нападающий забил два гола, а вратарь
        отразил пенальти. Болельщики на стадионе ждали этого три месяца, потому что сборная не выигрывала ни
        одного матча, и для защитников это был последний турнир.""",
        """O técnico elogiou os jogadores depois da vitória na semifinal. O atacante marcou dois gols e o goleiro
        pegou um pênalti. Os torcedores lotaram o estádio, porque o time não ganhava uma partida do campeonato
        há três meses, e a equipe foi muito bem.""",
    ],
    "Politics and government": [
        """Il ministro non ha voluto rispondere alle opposizioni, che alla Camera avevano chiesto le sue
        dimissioni. La maggioranza voterà la fiducia in maggio, e gli elettori andranno alle urne dopo l'estate, ha
        detto il capogruppo prima della seduta.""",
        """De wethouder trad af nadat de gemeenteraad een motie van de oppositie had aangenomen. De coalitie
        blijft volgens de burgemeester tot de verkiezingen bij elkaar, maar de kiezers zullen het niet vergeten.""",
        """Die Regierung hat sich mit der Opposition nicht auf ein Gesetz geeinigt. Der Innenminister sagte im
        Parlament, die Koalition werde noch vor der Wahl einen Entwurf vorlegen. Die Abgeordneten der kleinen
        Parteien verließen den Saal, und der Bundespräsident war nicht anwesend.""",
        """Le Premier ministre a présenté son gouvernement devant l'Assemblée nationale. Les députés de
        l'opposition ont quitté la salle avant le vote, et le candidat du parti au pouvoir a dit que les
        élections auront lieu en mai si la commission électorale est prête.""",
        """El presidente del Gobierno habló en el Congreso sobre las elecciones. Los diputados de la oposición
        dejaron la sala antes del voto, y la ministra dijo que el decreto se aprobará en mayo si los senadores
        están de acuerdo con lo que pide el partido.""",
        """Депутаты Госдумы не приняли законопроект, который внесло правительство. Президент сказал, что выборы
        пройдут в мае, а министр не стал отвечать на вопрос о том, кто из кандидатов от партии власти получит
        голоса избирателей и что об этом думают в оппозиции.""",
        """Riigikogu ei toetanud umbusaldusavaldust, mille opositsioon ministrile esitas. Peaminister ütles, et
        koalitsioon püsib koos valimisteni, ja erakondade kandidaadid selguvad kevadel. Ka saadikud, kes saalist
        lahkusid, jäid selle juurde.""",
    ],
    "Economy, business and finance": [
        """I ricavi del gruppo sono scesi del quattro per cento nel trimestre. Gli azionisti si aspettavano utili
        più alti, ma a Piazza Affari il titolo ha chiuso in rialzo, e la banca centrale non ha toccato i tassi
        d'interesse.""",
        """De omzet van het bedrijf daalde in het kwartaal met vier procent. Beleggers hadden op meer winst
        gerekend, en de aandelen verloren op de beurs dan ook aan waarde, terwijl de rente niet verder stijgt.""",
        """Der Konzern hat im ersten Quartal weniger Gewinn gemacht. Der Umsatz sank um vier Prozent auf zwei
        Milliarden Euro, wie der Vorstand mitteilte. Die Aktie gab an der Börse nach, weil Anleger mit einem
        besseren Geschäft gerechnet hatten und die Inflation noch immer hoch ist.""",
        """Le chiffre d'affaires de l'entreprise a baissé de quatre pour cent, à deux milliards d'euros. Les
        actionnaires attendent une croissance plus forte, mais la Bourse n'a pas réagi, et la banque centrale a
        laissé ses taux d'intérêt au même niveau que dans les mois d'avant.""",
        """La empresa redujo sus ventas un cuatro por ciento, hasta los dos millones de euros. Los accionistas
        esperaban más de las inversiones, pero la Bolsa no ha caído, y el banco central no sube los tipos de
        interés mientras la inflación no baje en los mercados.""",
        """Ettevõtte käive vähenes mullu neli protsenti ja kasum pooleteise miljoni euro võrra. Aktsionäride
        arvates on süüdi inflatsioon, kuid investorid ootavad, mida ütleb keskpank laenude kohta.""",
    ],
    "Weather": [
        """Da domani una perturbazione porterà temporali e grandine su tutta la costa. Le temperature caleranno di
        otto gradi, e sopra i mille metri è attesa la neve.""",
        """Vanmiddag trekken er buien over het land, met kans op onweer en hagel. De temperatuur komt niet boven de
        twaalf graden, en langs de kust staat er veel wind.""",
    ],
    "Labour": [
        """I sindacati hanno proclamato uno sciopero di otto ore contro i licenziamenti. Gli operai sono in presidio
        davanti ai cancelli da lunedì, e la vertenza non è ancora chiusa.""",
        """De vakbonden dreigen met een staking als er geen nieuwe cao komt. De werkgevers bieden een
        loonsverhoging van twee procent, maar het personeel wil meer en heeft een ultimatum gesteld.""",
    ],
    "Religion": [
        """Il vescovo ha celebrato la messa davanti a mille fedeli. Dopo la benedizione i pellegrini hanno raggiunto
        a piedi la parrocchia, dove il parroco li aspettava con i sacerdoti della diocesi.""",
        """De bisschop ging in de kathedraal voor in gebed. Na de kerkdienst spraken de gelovigen met de pastoor
        over de parochie, die volgend jaar met twee andere samengaat.""",
    ],
    "Education": [
        """Gli studenti del liceo torneranno in aula lunedì. Mancano ancora dodici insegnanti, dice la preside, e le
        lezioni della prima classe si terranno per un mese in un'altra scuola.""",
        """De leerlingen van de basisschool krijgen na de vakantie les in een nieuw gebouw. Twee leraren zijn nog
        niet gevonden, zegt het schoolbestuur, en de klassen worden daarom groter.""",
    ],
    "Environment": [
        """Il torrente è inquinato da anni, denunciano gli ambientalisti. I rifiuti di una discarica abusiva
        finiscono nelle acque, e la fauna è quasi scomparsa.""",
        """Het natuurgebied is te droog, zegt de boswachter. De vervuiling van de rivier en de stikstof maken het
        voor veel vogels en planten moeilijk om er te overleven.""",
    ],
    "Crime, law and justice": [
        """Notte di risse in piazza. Alcuni giovani si sono picchiati davanti a un bar, poi si sono sentiti degli spari,
        e una pattuglia ha trovato del sangue sui muri. Le perquisizioni sono ancora in corso.""",
        """Het aantal inbraken daalde, maar de politie telde meer mishandelingen dan een jaar eerder. Twee op de drie
        verdachten waren al eens veroordeeld.""",
    ],
    "Society": [
        """Het land telt dit jaar twee keer zoveel immigranten als in het jaar ervoor. De bevolkingsgroei komt volgens
        de cijfers alleen daarvan, want er werden minder kinderen geboren dan er ouderen stierven.""",
    ],
    "Health": [
        """I pazienti ricoverati per influenza sono più dei posti letto. Il vaccino è arrivato tardi, dicono i
        medici dell'ospedale, e nel reparto mancano sei infermieri.""",
        """De huisartsen zien deze winter meer patiënten met griep dan ooit. Het vaccin kwam te laat, zegt een
        arts van het ziekenhuis, en het virus is dit jaar een ander.""",
        """Die Ärzte des Spitals haben im Winter mehr Patienten mit Grippe behandelt als je zuvor. Die Impfung sei
        zu spät gekommen, sagte eine Medizinerin der Klinik, und das Virus war in diesem Jahr ein anderes. Das
        Gesundheitsministerium rät auch zu Medikamenten.""",
        """Haiglas on sel talvel rohkem gripi tõttu ravil olevaid patsiente kui kunagi varem. Arstide sõnul jäi
        vaktsineerimine hiljaks, ja terviseamet kutsub inimesi üles perearsti poole pöörduma.""",
    ],
}


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger(vocabulary.load(Path("nowhere"))[0])


@pytest.mark.parametrize(("first", "text"), [(first, text) for first, texts in TEXTS.items() for text in texts])
def test_the_first_topic(tagger: Tagger, first: str, text: str) -> None:
    (tags,) = tagger.decide([tagger.read(Document("a", text))])
    topics = [tag.name for tag in tags if tag.facet == "topics"]
    assert topics[:1] == [first]
    assert set(topics) <= {first, "Football (soccer)"}


def test_a_war_that_was_is_no_conflict(tagger: Tagger) -> None:
    text = """Es war am Abend, und es war schon dunkel. Der Weg war weit, doch sie war noch nie so früh aufgebrochen.
    Wer das war, der weiß, wie still es im Tal sein kann, wenn nur noch die Glocken von oben zu hören sind."""
    (tags,) = tagger.decide([tagger.read(Document("a", text))])
    assert [tag.name for tag in tags if tag.facet == "topics"] == []


@pytest.mark.parametrize(
    "text",
    [
        """La messa in sicurezza del ponte comincia lunedì. Le camere che danno sulla strada sono care, e chi ne cerca
        una per l'estate deve chiamare nelle prime ore del giorno, perché dopo sono tutte prese.""",
        """De gesprekken zijn gestaakt, en dat is geen gift van de bond. Wie voor het raam stond, zag hoe de boot met
        het brede lint om de hoek verdween, en dat het niet mistte, was het enige wat er nog bij kwam.""",
    ],
)
def test_words_of_two_meanings_are_no_topic(tagger: Tagger, text: str) -> None:
    (tags,) = tagger.decide([tagger.read(Document("a", text))])
    assert [tag.name for tag in tags if tag.facet == "topics"] == []


def test_words_that_mean_something_else_there() -> None:
    topics = {"War": Topic("War", "medtop:16000000", cues={"war": 3.0, "pay": 1.0, "frontline": 3.0})}
    assert at_home(topics, "") is topics
    german, french, danish = (at_home(topics, tongue)["War"].cues for tongue in ("de", "fr", "da"))
    assert {"war", "pay", "frontline", "Krieg"} & set(german) == {"pay", "frontline", "Krieg"}
    assert {"war", "pay", "guerre"} & set(french) == {"war", "guerre"}  # "pays" is a country
    assert danish == topics["War"].cues


def test_other_languages_add_nothing_to_what_is_no_topic_here() -> None:
    assert at_home({"Bees": Topic("Bees", "x:1", cues={"hive": 3.0})}, "de")["Bees"].cues == {"hive": 3.0}


def test_data_in_step() -> None:
    written = (make.FOLDER / "abroad.json").read_text(encoding="utf-8")
    assert written == make.abroad(), "run python -m dateline.data.make.topics"
    codes = {topic["code"] for topic in json.loads(make.compiled()).values() if not topic["parent"]}
    assert all(set(table) - {""} <= codes for table in json.loads(written).values())


@pytest.mark.parametrize(
    ("word", "found", "kept_out"),
    [
        ("матч", {"матча", "матчей", "матчами"}, set()),
        ("победа", {"победы", "победой", "побед"}, {"победаа"}),
        ("партия", {"партии", "партией", "партий"}, {"партияы"}),
        ("министерство", {"министерства", "министерством"}, set()),
        ("уголовное дело", set(), {"уголовное дела"}),
        ("МИД", set(), {"МИДа"}),
        ("iPhone", set(), {"iPhoneа"}),
    ],
)
def test_russian_forms(word: str, found: set[str], kept_out: set[str]) -> None:
    forms = russian.forms(word)
    assert forms[0] == word
    assert found <= set(forms)
    assert not kept_out & set(forms)


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("kohus/kohtu/kohut/kohtute", {"kohus", "kohtus", "kohtusse", "kohut", "kohtud", "kohtutes"}),
        ("kool/kooli/kooli/koolide/koole", {"koolis", "koolides", "koole"}),
        ("inflatsioon/inflatsiooni", {"inflatsioon", "inflatsiooniga"}),
    ],
)
def test_estonian_forms(word: str, found: set[str]) -> None:
    forms = estonian.forms(word)
    assert forms[0] == word.partition("/")[0]
    assert found <= set(forms)
    assert len(forms) == len(set(forms))


def test_an_estonian_word_without_its_genitive_stands_as_it_is() -> None:
    assert estonian.forms("hukkus") == ["hukkus"]


@pytest.mark.parametrize(
    ("language", "word", "found"),
    [
        ("it", "perquisizione", ["perquisizione", "perquisizioni"]),
        ("it", "senatrice", ["senatrice", "senatrici"]),
        ("it", "tennista", ["tennista", "tennisti"]),
        ("it", "rivista", ["rivista", "riviste"]),  # rivisti: seen again
        ("it", "male", ["male"]),
        ("it", "pubblico ministero", ["pubblico ministero"]),
        ("nl", "aanrijding", ["aanrijding", "aanrijdingen"]),
        ("nl", "dirigent", ["dirigent", "dirigenten"]),
        ("nl", "ring", ["ring"]),
        ("nl", "Gouden Kalf", ["Gouden Kalf"]),
        ("nl", "Vlaams Parlement", ["Vlaams Parlement"]),
    ],
)
def test_plurals_that_the_end_tells(language: str, word: str, found: list[str]) -> None:
    assert plurals.forms(language, word) == found
