"""Worked out by hand from the factsheet and the facts about the works; the curated evidence is held against it."""

from __future__ import annotations

# The 52 printed citations in reading order: section, as printed, work, and the claim or claims that carry it.
# A citation belongs to the sentence that prints it; a sentence that makes several claims gives it to each of them.
PRINTED: list[tuple[str, str, str, tuple[str, ...]]] = [
    ("1.0", "Boonk et al., 2018", "boonk2018", ("effect-sterkst-bij-lage-ses",)),
    ("1.0", "Musengamana, 2023", "musengamana2023", ("effect-sterkst-bij-lage-ses",)),
    ("1.0", "Oranga et al., 2023", "oranga2023", ("effect-sterkst-bij-lage-ses",)),
    (
        "1.1",
        "Boonk et al., 2018",
        "boonk2018",
        (
            "betrokkenheid-is-actieve-samenwerking",
            "betrokkenheid-thuis-en-op-school",
        ),
    ),
    (
        "1.1",
        "Epstein, 2018",
        "epstein2018",
        (
            "betrokkenheid-is-actieve-samenwerking",
            "betrokkenheid-thuis-en-op-school",
        ),
    ),
    ("1.2", "Van der Linde et al., 2019", "vanderlinde2019", ("kennis-delen-in-pedagogisch-partnerschap",)),
    ("1.2", "Krijnen et al., 2022", "krijnen2022", ("ouders-en-professionals-vullen-elkaar-aan",)),
    ("1.2", "Ilias et al., 2016", "ilias2016", ("ouders-en-professionals-vullen-elkaar-aan",)),
    ("2.0", "Epstein (2001)", "epstein2001", ("drie-hoofdvormen",)),
    ("2.0", "Hoover-Dempsey en Sandler (2005)", "hooverdempsey2005", ("drie-hoofdvormen",)),
    ("2.0", "Bronfenbrenner (1979)", "bronfenbrenner1979", ("drie-hoofdvormen",)),
    ("2.0", "Bourdieu (1986)", "bourdieu1986", ("drie-hoofdvormen",)),
    ("2.0", "Mapp en Kuttner (2013)", "mapp2013", ("drie-hoofdvormen",)),
    ("2.0", "Halgunseth et al. (2009)", "halgunseth2009", ("drie-hoofdvormen",)),
    ("2.1", "Boonk et al., 2018", "boonk2018", ("thuis-doorslaggevend-voor-ontwikkeling",)),
    ("2.2", "Boonk et al., 2018", "boonk2018", ("thuis-weegt-het-zwaarst",)),
    ("2.2", "Bakker et al., 2013", "bakker2013", ("thuis-weegt-het-zwaarst",)),
    ("2.2", "Van der Vegt, 2021", "vandervegt2021", ("thuis-weegt-het-zwaarst",)),
    ("2.3", "Agirdag & De Leersnyder, 2024", "agirdag2024", ("thuistalen-toestaan-bevordert-betrokkenheid",)),
    ("3.1", "GOAB, 2025", "goab2025", ("participatie-benutten-tegen-achterstand",)),
    (
        "3.1",
        "Inspectie van het Onderwijs, 2024",
        "inspectie2024",
        (
            "helft-scholen-ouders-doen-te-weinig-mee",
            "scholen-stimuleren-thuis-te-weinig",
            "helft-scholen-zonder-vroegschools-ouderbeleid",
        ),
    ),
    ("3.2", "Iliás et al., 2016", "ilias2016", ("kennisdeling-is-voor-beter-partnerschap",)),
    ("3.2", "Emmelot, 2013", "emmelot2013", ("manieren-om-ouders-te-horen",)),
    ("3.2", "Blok et al., 2005", "blok2005", ("oudercomponent-kan-waarde-toevoegen",)),
    ("3.2", "Krijnen et al, 2020", "krijnen2020", ("oudercomponent-kan-waarde-toevoegen",)),
    ("3.2", "Van Steensel et al, 2019", "vansteensel2019", ("oudercomponent-kan-waarde-toevoegen",)),
    ("3.2", "Van der Pluijm, 2020", "vanderpluijm2020", ("oudercomponent-kan-waarde-toevoegen",)),
    ("3.2", "Kassenberg & Petri, 2013", "kassenberg2013", ("brugfunctionaris-kan-ouders-sterken",)),
    ("4.0", "Agirdag, 2022", "agirdag2022", ("streven-naar-inclusieve-cultuur",)),
    ("4.0", "Epstein, 2018", "epstein2018", ("streven-naar-inclusieve-cultuur",)),
    ("4.0", "Bouwmeester, 2023", "bouwmeester2023", ("overtuigingen-beinvloeden-betrokkenheid",)),
    ("4.0", "Hornby & Blackwell, 2018", "hornby2018", ("overtuigingen-beinvloeden-betrokkenheid",)),
    ("4.0", "Kamal et al., 2023", "kamal2023", ("overtuigingen-beinvloeden-betrokkenheid",)),
    ("4.0", "Hoover-Dempsey & Sandler, 2005", "hooverdempsey2005", ("doelgroepouders-weten-niet-altijd-hoe",)),
    ("4.0", "Desforges & Abouchaar, 2003", "desforges2003", ("alle-ouders-kunnen-thuis-bijdragen",)),
    ("4.0", "Severiens, 2014", "severiens2014", ("wat-superdiversiteit-is",)),
    (
        "4.0",
        "Day, 2013",
        "day2013",
        (
            "alle-ouders-zijn-betrokken",
            "moeilijk-bereikbaar-is-een-mythe",
        ),
    ),
    ("4.1", "Boonk et al., 2018", "boonk2018", ("minder-middelen-nadelige-uitgangspositie",)),
    ("4.1", "Dearing et al., 2024", "dearing2024", ("communicatie-lage-ses-vaak-minder-effectief",)),
    ("4.1", "Dearing et al., 2006", "dearing2006", ("communicatie-lage-ses-vaak-minder-effectief",)),
    ("4.2", "Bakker et al., 2013", "bakker2013", ("betrokkenheid-is-meer-dan-voorlezen",)),
    ("4.2", "Van der Vegt, 2021", "vandervegt2021", ("betrokkenheid-is-meer-dan-voorlezen",)),
    ("4.3", "Hornby & Blackwell, 2018", "hornby2018", ("gesprekken-over-gewoontes-helpen",)),
    ("4.3", "Lusse & Van der Pluijm, 2023", "lusse2023", ("gesprekken-over-gewoontes-helpen",)),
    (
        "4.4",
        "Anthony-Newman, 2019",
        "antonynewman2019",
        (
            "nieuwkomers-zijn-betrokken",
            "nieuwkomers-andere-verwachtingen",
        ),
    ),
    ("4.4", "Lusse & Van der Pluijm, 2023", "lusse2023", ("betrokkenheid-helpt-wegwijs-worden",)),
    ("4.6", "Asgharpour & Kashani, 2021", "asgharpour2021", ("vaders-hebben-eigen-manieren",)),
    ("4.6", "Jeynes, 2016", "jeynes2016", ("vaders-hebben-eigen-manieren",)),
    ("4.6", "Saris et al., 2023", "saris2023", ("vaders-hebben-eigen-manieren",)),
    (
        "4.6",
        "Amodia-Bidakowska et al., 2020",
        "amodiabidakowska2020",
        ("vaderprogrammas-kunnen-betrokkenheid-vergroten",),
    ),
    ("4.6", "Lamb, 2010", "lamb2010", ("vaderprogrammas-kunnen-betrokkenheid-vergroten",)),
    ("4.6", "Panter-Brick et al., 2014", "panterbrick2014", ("vaderprogrammas-kunnen-betrokkenheid-vergroten",)),
]

# From the printed citations, the facts about the works and the truth table.
LEVELS: dict[str, str] = {
    # Bakker (certain, a review, no peer review) says it: a full link to a synthesis. Boonk was not seen to.
    "thuis-weegt-het-zwaarst": "moderate",
    # Boonk alone, about achievement only: that home is decisive was not seen.
    "thuis-doorslaggevend-voor-ontwikkeling": "unconfirmed",
    # Three identified reviews; a stronger effect for low SES was seen in no abstract.
    "effect-sterkst-bij-lage-ses": "unconfirmed",
    # The same for where children start: Boonk was read in abstract only.
    "minder-middelen-nadelige-uitgangspositie": "unconfirmed",
    # One Dearing is ambiguous, the other is about involvement and literacy.
    "communicatie-lage-ses-vaak-minder-effectief": "unconfirmed",
    # The ban stands in a sentence that prints no citation.
    "verbod-op-thuistalen-helpt-niet": "none",
    # Agirdag and De Leersnyder (2024) was not found.
    "thuistalen-toestaan-bevordert-betrokkenheid": "untraced",
    # Blok, Van Steensel and Van der Pluijm partly; none full.
    "oudercomponent-kan-waarde-toevoegen": "limited",
    # The inspectorate's report is ambiguous, and the half was traced in neither candidate.
    "helft-scholen-ouders-doen-te-weinig-mee": "untraced",
    "helft-scholen-zonder-vroegschools-ouderbeleid": "untraced",
    # Kassenberg and Petri (2013) was not found.
    "brugfunctionaris-kan-ouders-sterken": "untraced",
    # Day (2013) is probable, and nobody read it.
    "moeilijk-bereikbaar-is-een-mythe": "unconfirmed",
    # A summary of Jeynes, who is probably the one meant, says part of it.
    "vaders-hebben-eigen-manieren": "limited",
    # Play, a handbook, and parenting programmes: none was seen to show it.
    "vaderprogrammas-kunnen-betrokkenheid-vergroten": "unconfirmed",
    # Desforges and Abouchaar speak of an average of groups, not of all parents.
    "alle-ouders-kunnen-thuis-bijdragen": "limited",
    # The meta-synthesis: teachers and parents see the role differently; of needs nothing was seen.
    "nieuwkomers-andere-verwachtingen": "limited",
    # The same sentence, its other half: not seen.
    "nieuwkomers-zijn-betrokken": "unconfirmed",
}

# Links of which the facts say expressly what the work does and does not show.
JUDGED: dict[tuple[str, str], tuple[str, str]] = {
    ("thuis-weegt-het-zwaarst", "bakker2013"): ("full", "abstract"),
    ("alle-ouders-kunnen-thuis-bijdragen", "desforges2003"): ("partial", "summary"),
    ("effect-sterkst-bij-lage-ses", "boonk2018"): ("not_seen", "abstract"),
    ("oudercomponent-kan-waarde-toevoegen", "blok2005"): ("partial", "abstract"),
    ("oudercomponent-kan-waarde-toevoegen", "krijnen2020"): ("not_seen", "abstract"),
    ("oudercomponent-kan-waarde-toevoegen", "vansteensel2019"): ("partial", "summary"),
    ("oudercomponent-kan-waarde-toevoegen", "vanderpluijm2020"): ("partial", "summary"),
    ("wat-superdiversiteit-is", "severiens2014"): ("partial", "summary"),
    ("vaderprogrammas-kunnen-betrokkenheid-vergroten", "amodiabidakowska2020"): ("not_seen", "abstract"),
    ("vaderprogrammas-kunnen-betrokkenheid-vergroten", "lamb2010"): ("not_seen", "summary"),
    ("vaderprogrammas-kunnen-betrokkenheid-vergroten", "panterbrick2014"): ("not_seen", "abstract"),
    ("communicatie-lage-ses-vaak-minder-effectief", "dearing2024"): ("not_seen", "abstract"),
    ("helft-scholen-ouders-doen-te-weinig-mee", "inspectie2024"): ("not_seen", "summary"),
    ("overtuigingen-beinvloeden-betrokkenheid", "hornby2018"): ("not_seen", "abstract"),
    ("overtuigingen-beinvloeden-betrokkenheid", "kamal2023"): ("not_seen", "abstract"),
    ("gesprekken-over-gewoontes-helpen", "lusse2023"): ("unchecked", "none"),
    ("moeilijk-bereikbaar-is-een-mythe", "day2013"): ("unchecked", "none"),
    ("vaders-hebben-eigen-manieren", "jeynes2016"): ("partial", "summary"),
}

NOT_FOUND = {
    "agirdag2022", "agirdag2024", "asgharpour2021", "bouwmeester2023", "emmelot2013", "goab2025", "kassenberg2013",
    "lusse2023", "saris2023", "vandervegt2021",
}  # fmt: skip
AMBIGUOUS = {"dearing2024", "epstein2018", "inspectie2024", "krijnen2020"}
PROBABLE = {
    "antonynewman2019", "day2013", "hooverdempsey2005", "jeynes2016", "kamal2023", "lamb2010", "vanderlinde2019",
}  # fmt: skip

# Every DOI that was seen of a work that the factsheet cites; no other of these has one.
DOIS = {
    "amodiabidakowska2020": "10.1016/j.dr.2020.100924",
    "antonynewman2019": "10.1080/00131911.2017.1423278",
    "blok2005": "10.1080/01650250444000315",
    "boonk2018": "10.1016/j.edurev.2018.02.001",
    "dearing2006": "10.1037/0022-0663.98.4.653",
    "dearing2024": "10.3102/0013189X241283456",
    "epstein2018": "10.4324/9780429494673",
    "hornby2018": "10.1080/00131911.2018.1388612",
    "ilias2016": "10.5117/PED2016.3.ILIA",
    "kamal2023": "10.11591/ijere.v12i3.24293",
    "krijnen2020": "10.1007/s11145-019-09957-4",
    "musengamana2023": "10.4236/oalib.1110755",
    "oranga2023": "10.4236/oalib.1110512",
    "panterbrick2014": "10.1111/jcpp.12280",
}

# Details known from memory only: these fields stay out of references.bib.
FROM_MEMORY = {
    "hornby2018": ("volume", "number", "pages"),
    "dearing2024": ("volume", "number", "pages"),
    "day2013": ("journal", "volume", "number", "pages", "doi"),
    "jeynes2016": ("journal", "volume", "number", "pages", "doi", "url"),
    "lamb2010": ("publisher", "address"),
    "krijnen2022": ("publisher", "doi"),
    "ilias2016": ("pages",),
    "oranga2023": ("number",),
}

# The six claims that the factsheet prints as quotations.
QUOTED = {
    "helft-scholen-ouders-doen-te-weinig-mee",
    "scholen-stimuleren-thuis-te-weinig",
    "helft-scholen-zonder-vroegschools-ouderbeleid",
    "streven-naar-inclusieve-cultuur",
    "alle-ouders-zijn-betrokken",
    "moeilijk-bereikbaar-is-een-mythe",
}

# What is left out besides headings and running heads: none of it asserts anything about its subject.
LEFT_OUT = {
    ("1.0", "Gemeenten kunnen zich door deze", "aim"),
    ("1.0", "Onderwerpen van deze factsheet", "topic-list"),
    ("2.0", "Wat doet ertoe bij ouderbeleid", "transition"),  # a question
    ("3.2", "Hieronder volgen enkele kernpunten", "transition"),
    ("4.0", "We bespreken hieronder aandachtspunten voor", "transition"),
    ("4.2", "Maar wat als ouders zelf", "transition"),  # a question
    ("5.0", "Verder lezen Handreiking", "pointer"),
    ("5.0", "Samenwerken met ouders aan de", "pointer"),
}

# Works of which no DOI and no address of a publisher or an issuing body was found.
WITHOUT_ADDRESS = {
    "epstein2001", "bourdieu1986", "bakker2013", "inspectie2020", "hoogeveen2013", "jensen2011", "cureton2020",
    "green2007", "poza2014", "robinsonHarris2014", "scpSamenScholen2013", "matthews2017", "yamamoto2012", "kahn2006",
    "leaper1998",
}  # fmt: skip
