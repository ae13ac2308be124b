"""The words by which names in a text are told from what only looks like them; lower case, Dutch and English."""

from __future__ import annotations

import re
from typing import Final


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# A title or an office before a name, and no part of it.
HONORIFIC: Final = re.compile(
    r"(?:(?:oud|ex|vice|interim)-\w+|mevrouw|mevr|mw|meneer|heer|heren|dhr|juf|juffrouw|meester|mr|mrs|ms|miss|mister|sir|madame|"
    r"monsieur|professor|prof|dr|drs|ir|ing|ds|dominee|pastoor|rector|decaan|kamerlid|raadslid|gedeputeerde|"
    r"burgemeester|wethouder|schepen|minister|staatssecretaris|premier|senator|directeur|adjunct-directeur|"
    r"schoolleider|teamleider|bestuurder|voorzitter|lector|hoogleraar|docent|docente|leraar|lerares|leerkracht|coach|"
    r"onderzoeker|ombudsman|kinderombudsman|inspecteur|"
    r"\w+(?:psycholoog|pedagoog|socioloog|kundige|econoom|historicus|filosoof)|socioloog|psycholoog|pedagoog|"
    r"psychologist|sociologist|\w*psychiater|logopedist|journalist|schrijver|schrijfster|\w*neuroloog|"
    r"promovendus|promovenda)",
    re.IGNORECASE,
)
# What a chair is in: "hoogleraar Onderwijskunde Mul".
CHAIR: Final = re.compile(
    r"\w*(?:kunde|logie|logy|iek|ics|wetenschap(?:pen)?|studies|sciences?|economie|economics|geschiedenis|history|recht|nederlands|engels|frans|duits|"
    r"law|taal|letteren|onderwijs|education|opvoeding|jeugd|lezen|leren|rekenen|filosofie|philosophy|zorg|beleid|"
    r"professionalisering|ontwikkeling|geletterdheid|literacy|diversiteit|ouderschap)",
    re.IGNORECASE,
)
# Before a family name and part of it.
PARTICLES: Final = _set(
    "van de der den ten ter te dela delos dal 't ’t 'n het in op aan uit von vom zu zum di da del della dello la le "
    "du dos das des el al bin ibn ben abu af av of bij boven onder over tot toe thoe zur dello degli y de' de’"
)
# Particles that no sentence uses before a name in another sense.
SURE_PARTICLES: Final = _set("der den ten ter 't ’t von zu di del della du dos ibn bin")
# Inside the name of a body: "Inspectie van het Onderwijs", "Organisation for Economic Co-operation".
LINKS: Final = PARTICLES | _set("voor the for on to by at tegen met from des la ’s 's")
# In the name of a body or the title of something, never in that of a person.
NOT_IN_PERSONS: Final = _set("het voor the for on to by at tegen met from des in op aan bij over onder uit")
# Bodies whose first word is often printed in lower case: "de gemeente Rotterdam".
LOWER_BODIES: Final = _set("gemeente provincie ministerie universiteit hogeschool stichting contributors")
CONJUNCTIONS: Final = _set("en and und et met with")
ARTICLES: Final = _set("de het een the a an 't ’t")
MONTHS: Final = _set(
    "januari februari maart april mei juni juli augustus september oktober november december january february "
    "march may june july august october jan feb mrt apr jun jul aug sep sept okt oct nov dec zomer herfst winter "
    "lente voorjaar najaar spring summer autumn fall maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
    "monday tuesday wednesday thursday friday saturday sunday"
)
# Surnames that are words of another kind too: in a bracket before a comma and a year they are names.
SURNAMES: Final = _set(
    "law staat plan brief prijs price act bill gids kader lid bank kamer raad bond haar may day young you he she who "
    "long short with visie cool nota war cup wil men zal per see so ten first eerder later after paris london "
    "wet berlin england holland brabant essen oss ede hoorn assen breda goes france israel jordan"
)
# Words before a name within a sentence: a season or a noun with a capital behind them is a name, "door Zomer (2013)".
LEADS: Final = _set("door van volgens bij aldus")
# Bodies that a text in small capitals has in small letters: "(oecd, 2006)".
SMALL_CAPITALS: Final = _set(
    "oecd unesco unicef cbs cpb scp ocw wrr nji rivm slo cito kba nro ser vng iea who eu ggd nibud nivel sco"
)
# What municipalities call their plans and papers for short: for school buildings, education, support; to the council.
PLANS: Final = re.compile(r"(?:IHP|LEA|SOP|MJP|MIP|RIB|B\s?&\s?W)(?=[\s,])")
# Bodies and groups in common words: on their own in a sentence they are no authors, "de Gemeenteraad (2018)".
OFFICES: Final = _set(
    "gemeenteraad schoolbestuur kabinet regering college klas team ouderraad medezeggenschapsraad leerlingenraad "
    "deelraad schoolraad oudervereniging directie bestuur gemeentebestuur onderbouw bovenbouw parlement kleuterklas "
    "minister ministerie ministerraad wethouder staatssecretaris burgemeester schooldirectie schoolleiding government "
    "parliament"
)
# Behind "groep" or "klas" they are its number.
NUMBERS: Final = _set("een één twee drie vier vijf zes zeven acht negen tien elf twaalf one two three four five six")
NUMBERED: Final = _set("groep klas groepen klassen leerjaar fase group grade year phase tabel figuur hoofdstuk table")
# What those are called who made a work together: "Wikipedia contributors", "wikipedia-bijdragers".
MAKERS: Final = re.compile(
    r"[^\W\d_][\w.’'-]{1,40}(?:\s|-)(?:contributors|bijdragers|medewerkers|redactie|authors|editors)", re.IGNORECASE
)
# Surveys that are cited by their own name, "(PIRLS, 2006)".
SURVEYS: Final = _set("pisa pirls timss talis iccs")
# A capital at the start of a sentence, or a title before a name: the name begins after it.
NOT_NAMES: Final = _set(
    "volgens aldus ook zo zoals zie maar want omdat toen sinds al als dat die dit deze daarom dus echter hoewel "
    "terwijl door bij naast na voordat tijdens om uit over tegen tussen zonder onder bovendien daarnaast eerder "
    "later recent recenter waar wanneer wat wie hoe er hij zij ze we wij men ik je jullie zijn haar hun is was "
    "werd worden heeft hebben had kan kunnen mag moet wil zal niet geen meer veel alle beide zowel noch of en "
    "met voor vooral ondanks dankzij gezien conform bron bronnen source according as in at on by from since while "
    "although however but thus therefore both see also when where what who how it he she they we you i this that "
    "these those there after before during because if then so yet and or nor with without unlike like following "
    "per similarly conversely recently earlier later finally first second firstly secondly moreover furthermore "
    "indeed are were be been has have can may must prof professor dr drs ir mr mw mevr dhr hoogleraar lector "
    "onderzoeker onderzoekers onderzoekster auteurs auteur wetenschapper pedagoog socioloog psycholoog "
    "psychologen pedagogen sociologen researcher researchers author authors scholars scholar psychologist "
    "sociologist minister wethouder staatssecretaris directeur bijvoorbeeld onlangs inmiddels verder ten "
    "tenslotte kortom vergelijk vgl cf tabel figuur grafiek bijlage hoofdstuk paragraaf table figure chapter "
    "section appendix box noot note groep schooljaar jaar year jaren years eind begin medio anno circa ca rond "
    "vanaf tot t/m lijkt blijkt zegt stelt schrijft vindt laat toont liet toonde vond stelde schreef beschrijft "
    "noemt noemde wijst betoogt concludeert says shows found argues finds writes describes concluded argued "
    "zegden stellen tonen laten vonden vinden schrijven beschrijven noemen wijzen concluderen definiëren "
    "definieert whereas unless until though their her his its our my your hier daar hiermee daarmee hieruit "
    "avonds ochtends middags nachts morgens "
    "daaruit intussen wel nog"
)
# What a sentence may begin with before "van": not a given name.
NOUN: Final = re.compile(
    r"(?:onderzoek\w*|stud(?:ie|ies|y)|\w*studie\w*|\w*analyse[ns]?|\w*model\w*|theorie\w*|\w*werk\w*|\w*boek\w*|artikel\w*|"
    r"\w*rapport\w*|\w*advies|inzicht\w*|bevinding\w*|resulta\w*|cijfers?|gegevens|\w*definitie\w*|review\w*|overzicht\w*|"
    r"\w+(?:ing|ingen|tie|ties|heid|schap|ment|sie)|\w*kader\w*|ideeën|idee|begrip\w*|concept\w*|data|evidence|research|"
    r"findings?|results?|work|theory|leerlingen|ouders|kinderen|effect\w*|uitkomst\w*|conclusie\w*|voorbeeld\w*|"
    r"\w*typologie\w*|\w*schema\w*|\w*lijst\w*|\w*tabel\w*|\w*figuur\w*)",
    re.IGNORECASE,
)
# What a law, a policy paper or a survey is called: a year behind it is not that of a cited author.
LAW: Final = re.compile(
    r"(?:wet|wetten|besluit|regeling|verordening|richtlijn|artikel|artikelen|art|lid|kamerstuk(?:ken)?|kamerbrief|brief|"
    r"stb|stcrt|staatsblad|staatscourant|grondwet|verdrag|decreet|verklaring|akkoord|convenant|nota|beleidsregels?|act|law|regulation|"
    r"directive|treaty|article|memorie|bill|ecli|trb|bwbr|handelingen|motie|amendement|awb|wpo|wvo|wec|avg|gdpr|"
    r"\w{3,}(?:wet|besluit|regeling|akkoord|verdrag|decreet|verordening|convenant|nota|brief|begroting|rekening|wijziging|waarde)|begroting|"
    r"handreiking|toolbox|toolkit|rapport|rapportage|\w*(?:monitor|barometer|programma)|staat|plan|(?!kaplan|regioplan)\w+plan|kader|\w+kader|agenda|\w+agenda|"
    r"\w{4,}(?:overeenkomst|datum|meting|raming)|toelichting|prognose|realisatie|begroot|indicator|model|"
    r"visie|\w+visie|evaluatie|brochure|factsheet|gids|\w+gids|wijzer|leidraad|protocol|peiling|enquête|editie|versie|"
    r"version|edition|onderzoek|notitie|\w+notitie|jaarverslag|jaarplan|verslag|\w+verslag|beleid|\w*beleid|"
    r"wereldoorlog|spelen|olympische|verkiezing(?:en)?|coronacrisis|covid|corona|pisa|pirls|timss|talis|iccs|cool|"
    r"vve|ve|po|vo|mbo|hbo|wo|so|vso|ses|cao|index|indexcijfers?|n|m|sd|p|nr|tel|postbus|isbn|issn|doi|euro|eur|usd|award|prijs|cup|report|"
    r"survey|strategy|policy|census|budget|convention|amendment|declaration|conferentie|congres|symposium|"
    r"conference|reformation|war|copyright|foto|photo|beeld|illustratie)",
    re.IGNORECASE,
)
# The head word of a body's name.
BODY: Final = re.compile(
    r"(?:gemeenten?|stichting|vereniging|ministerie|inspectie|bureau|dienst|centrum|cent(?:er|re)|instituut|institute|"
    r"raad|council|commissie|commission|committee|comité|department|departement|ministry|inspectorate|office|organi[sz]ation|agency|academ(?:y|ies)|"
    r"association|foundation|society|universiteit|university|hogeschool|school|college|kamer|expertisecentrum|"
    r"kenniscentrum|kennisinstituut|kennisrotonde|onderwijsinspectie|landelijke?|nationale?|national|nederlandse?|"
    r"european|europese|world|wereld\w*|united|verenigde|koninklijke|royal|algemene|provincie|unie|union|bond|fonds|"
    r"fund|trust|group|\w{3,}(?:raad|bureau|instituut|inspectie|centrum|dienst|vereniging|stichting|fonds|commissie|"
    r"organisatie|platform|netwerk|autoriteit|ministerie|bond|kamer)|platform|netwerk|network|werkgroep|taskforce|"
    r"autoriteit|authority|bank|board|service|partnership|coalition|coalitie|consortium|federatie|federation|rijk|"
    r"regiegroep|projectgroep|expertgroep|adviesgroep|nederlands|education|staten-generaal|rekenkamer|directie|"
    r"contributors|programmabureau|steunpunt|regionaal|sociaal-economische|rijksdienst|overheid|vlaamse)",
    re.IGNORECASE,
)
# "Sociaal en Cultureel Planbureau": one body, though "en" stands in it.
ADJECTIVES: Final = _set("sociaal sociale social economische economisch economic wetenschappelijke culturele medische")
# Bodies that hold an ampersand or "en" and no head word.
BODIES: Final = frozenset({"ouders en onderwijs", "kind en samenleving", "kind en gezin", "jeugd en gezin"})
# A year behind a place is a date of something else; "Gemeente Rotterdam" is a body.
PLACES: Final = _set(
    "amsterdam rotterdam utrecht eindhoven groningen tilburg almere breda nijmegen apeldoorn haarlem arnhem "
    "enschede amersfoort zaanstad 's-hertogenbosch hoofddorp zwolle zoetermeer leiden leeuwarden maastricht "
    "dordrecht ede alphen delft emmen deventer venlo sittard helmond hilversum oss amstelveen gouda purmerend "
    "schiedam vlaardingen lelystad almelo hoorn assen middelburg heerlen roermond nederland vlaanderen belgië "
    "duitsland frankrijk europa engeland zweden noorwegen finland denemarken spanje italië china japan canada "
    "australië curaçao aruba suriname turkije marokko syrië oekraïne brussel antwerpen gent londen parijs "
    "berlijn netherlands holland belgium germany france england britain europe sweden norway finland denmark "
    "spain italy australia london paris berlin vs usa uk eu nl amerika america brussels antwerp limburg brabant "
    "gelderland overijssel friesland drenthe zeeland flevoland"
)
TWO_WORD_PLACES: Final = frozenset(
    {"den haag", "den bosch", "the hague", "bergen op zoom", "den helder", "new york", "verenigde staten",
     "united states", "united kingdom", "verenigd koninkrijk", "noord-holland", "zuid-holland", "noord-brabant",
     "rotterdam zuid", "amsterdam noord", "amsterdam zuidoost", "capelle aan den ijssel"}
)  # fmt: skip
# A title, not a name, stands behind these: "de film Dead Poets Society".
ARTWORKS: Final = _set(
    "film films serie televisieserie boek boekje kinderboek prentenboek roman jeugdroman musical documentaire "
    "toneelstuk gedicht lied liedje game methode lesmethode leesmethode programma lespakket novel book movie series "
    "play poem song documentary"
)
# Words that may stand before the names in a bracket and say how the work is used.
PREFIX_WORDS: Final = _set(
    "zie ook bijv bijvoorbeeld b.v. bv o.a. oa onder andere anderen meer m.n. met name vgl vergelijk cf see also "
    "e.g. eg i.e. for example instance among others naar gebaseerd op ontleend aan overgenomen uit based on "
    "adapted from in voor een overzicht a review an overview bron bronnen source sources aldus volgens eerder "
    "and en of or but maar contra compare zoals such as recent recently most vooral onlangs reeds al "
    "additionally de het the latest by door bewerking bewerkt vrij geïnspireerd geciteerd samengevat details "
    "meta-analyse analyse kritiek hierover daarnaast following evenals alsook alsmede respectievelijk"
)
