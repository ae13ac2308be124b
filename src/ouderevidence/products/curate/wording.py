"""What the commands that start a library say, in Dutch and English."""

from __future__ import annotations

from typing import Final

from ouderevidence.model.words import Text

NEXT: Final = Text(
    "Lees nu {folder}/README.md; daarin staat hoe u er een factsheet in zet.",
    "Now read {folder}/README.md; it tells how to put a factsheet in.",
)

SHEET_HEAD: Final = Text(
    "Voorstel: vul de uitgever, de peildatum (as_of: JJJJ-MM-DD) en de lege titels in.",
    "Proposal: fill in the publisher, the date of judging (as_of: YYYY-MM-DD) and the empty titles.",
)
SKIPPED: Final[dict[str, Text]] = {
    "question": Text("een vraag", "a question"),
    "fragment": Text("geen hele zin", "no whole sentence"),
    "table": Text("staat in een tabel", "stands in a table"),
    "section": Text("staat in geen paragraaf van factsheet.yml", "stands in no section of factsheet.yml"),
    "pointer": Text(
        "er zijn geen zes woorden waarmee alleen deze zin te vinden is", "no six words find this sentence alone"
    ),
}
LISTED: Final = Text("uit de literatuurlijst, nog na te gaan", "from the reference list, to be looked up")
STUB: Final = Text("alleen zoals aangehaald, nog te vinden", "only as cited, to be found")
UNCITED: Final = Text("in de literatuurlijst, bij geen nieuwe uitspraak", "in the reference list, with no new claim")
WRITTEN: Final = Text("geschreven:", "written:")
FIGURES: Final = Text(
    "voorgestelde uitspraken: {proposals}; toegevoegde bronnen: {works}; zinnen die al verantwoord waren: {accounted}, "
    "overgeslagen: {skipped}",
    "claims proposed: {proposals}; works added: {works}; sentences accounted for already: {accounted}, "
    "skipped: {skipped}",
)
OTHER_EDITION: Final = Text(
    "De tekst is anders dan de uitgave die is vastgelegd; `ouderevidence trace` zegt wat er is veranderd.",
    "The text differs from the edition that was curated; `ouderevidence trace` tells what changed.",
)
TO_WRITE: Final = Text(
    "Schrijf nu de uitspraken; `ouderevidence validate` noemt wat nog openstaat.",
    "Now write the claims; `ouderevidence validate` lists what is open.",
)
NOTHING_NEW: Final = Text("Niets nieuws om te schrijven.", "Nothing new to write.")
