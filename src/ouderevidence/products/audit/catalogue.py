"""The codes of an audit: how serious each is, what it says and what to do, in both languages.

One catalogue, read by the checks, the annotated copies, the documentation and the tests. The rules of form are those
of APA 7; ``docs/controle-van-een-concept.md`` tells where each comes from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ouderevidence.model.words import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

# A hint never makes the command fail: it asks for a second look and is no verdict.
SEVERITIES: Final[dict[str, Text]] = {
    "error": Text("fout", "error"),
    "warning": Text("waarschuwing", "warning"),
    "hint": Text("hint", "hint"),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A code's severity, fact and remedy; the last two are templates that a remark fills."""

    severity: str
    fact: Text
    remedy: Text


CATALOGUE: Final[Mapping[str, Rule]] = {
    "A101": Rule(
        "error",
        Text("{cited} staat niet in de literatuurlijst{near}", "{cited} is not in the reference list{near}"),
        Text("neem de bron op, of haal de verwijzing weg", "add the work, or take the citation out"),
    ),
    "A102": Rule(
        "warning",
        Text(
            "{cited} staat in de literatuurlijst en wordt nergens aangehaald{near}",
            "{cited} is in the reference list and is cited nowhere{near}",
        ),
        Text("haal de bron aan waar u die gebruikt, of schrap die", "cite the work where you use it, or delete it"),
    ),
    "A103": Rule(
        "hint",
        Text(
            "er is geen literatuurlijst gevonden; wat daarmee te vergelijken is, is niet nagegaan",
            "no reference list was found; what is compared with one was not checked",
        ),
        Text(
            "zet de lijst achterin onder een kop als Literatuur",
            "put the list at the end under a heading such as References",
        ),
    ),
    "A104": Rule(
        "error",
        Text("{cited} past bij meer dan één bron: {found}", "{cited} fits more than one work: {found}"),
        Text(
            "houd ze uit elkaar met a en b achter het jaar, of met meer namen",
            "tell them apart with a and b after the year, or with more names",
        ),
    ),
    "A105": Rule(
        "hint",
        Text(
            "dit stuk verwijst met nummers ({examples}); nummers zijn niet met de literatuurlijst vergeleken",
            "this draft cites by numbers ({examples}); numbers were not compared with the reference list",
        ),
        Text(
            "loop de nummers zelf na, of verwijs met naam en jaar (APA 7)",
            "check the numbers yourself, or cite by name and year (APA 7)",
        ),
    ),
    "A106": Rule(
        "hint",
        Text(
            "{missing} van de {number} verwijzingen staan niet in de literatuurlijst zoals die is gelezen: "
            "aantal bronnen {entries}, van “{first}” tot “{last}”",
            "{missing} of the {number} citations are not in the reference list as it was read: "
            "number of works {entries}, from “{first}” to “{last}”",
        ),
        Text(
            "kijk eerst of dat de hele lijst is; zo niet, dan is de lijst niet goed gelezen en zeggen de opmerkingen "
            "A101, A102 en A107 weinig",
            "first see whether that is the whole list; if not, the list was not read well and the remarks A101, A102 "
            "and A107 say little",
        ),
    ),
    "A107": Rule(
        "hint",
        Text(
            "{cited} is niet met zekerheid gevonden in de literatuurlijst, maar lijkt op: {near}",
            "{cited} was not found for certain in the reference list; it resembles: {near}",
        ),
        Text(
            "is dat de bron? Maak dan naam en jaar gelijk; zo niet, neem de bron op",
            "is that the work? Then make name and year the same; if not, add the work",
        ),
    ),
    "A108": Rule(
        "error",
        Text(
            "de sleutel @{key} staat niet in {file}",
            "the key @{key} is not in {file}",
        ),
        Text("verbeter de sleutel, of neem het werk op in {file}", "mend the key, or add the work to {file}"),
    ),
    "A109": Rule(
        "hint",
        Text(
            "dit stuk verwijst met sleutels ({examples}) en noemt geen bestand met bronnen dat te lezen is{file}",
            "this draft cites by keys ({examples}) and names no file of works that can be read{file}",
        ),
        Text(
            "noem het bestand bovenaan (bibliography: bronnen.bib) en zet het naast het stuk",
            "name the file at the top (bibliography: works.bib) and put it beside the draft",
        ),
    ),
    "A110": Rule(
        "warning",
        Text(
            "hier staat “{printed}”, de gegevens van {program} hebben “{found}”",
            "“{printed}” is printed here, the data of {program} have “{found}”",
        ),
        Text(
            "werk de verwijzingen bij in {program}, of verbeter daar de gegevens",
            "refresh the citations in {program}, or mend the data there",
        ),
    ),
    "A111": Rule(
        "warning",
        Text(
            "hier staat “{printed}”, in de literatuurlijst “{found}”",
            "“{printed}” is printed here, “{found}” in the reference list",
        ),
        Text("ga na welke spelling klopt en maak ze gelijk", "see which spelling is right and make them the same"),
    ),
    "A112": Rule(
        "error",
        Text(
            "hier staat het jaar {printed}, in de literatuurlijst {found}",
            "the year is {printed} here, {found} in the reference list",
        ),
        Text("ga na welk jaar klopt en maak ze gelijk", "see which year is right and make them the same"),
    ),
    "A113": Rule(
        "warning",
        Text(
            "hier staat “{printed}”, de bibliotheek heeft “{found}” ({work})",
            "“{printed}” is printed here, the library has “{found}” ({work})",
        ),
        Text("neem de naam over van de bron zelf", "take the name over from the work itself"),
    ),
    "A114": Rule(
        "warning",
        Text(
            "hier staat het jaar {printed}, de bibliotheek heeft {found} ({work})",
            "the year is {printed} here, the library has {found} ({work})",
        ),
        Text("neem het jaar over van de bron zelf", "take the year over from the work itself"),
    ),
    "A115": Rule(
        "warning",
        Text(
            "op {number} plekken staat een verwijzing zoals EndNote of Citavi die bewaart ({examples}), niet zoals een "
            "lezer die moet zien",
            "in {number} places a citation stands as EndNote or Citavi keeps it ({examples}), not as a reader is to "
            "see it",
        ),
        Text(
            "laat het programma de verwijzingen opmaken (EndNote, in Word: Update Citations and Bibliography) en kijk "
            "het stuk dan nog eens na",
            "let the program format the citations (EndNote, in Word: Update Citations and Bibliography), then audit "
            "the draft again",
        ),
    ),
    "A116": Rule(
        "hint",
        Text(
            "{cited} staat niet in de literatuurlijst; misschien is het geen verwijzing, maar de naam of titel van "
            "iets met een jaar{near}",
            "{cited} is not in the reference list; perhaps it is no citation, but the name or title of something with "
            "a year{near}",
        ),
        Text("is het een verwijzing? Neem de bron dan op", "is it a citation? Then add the work"),
    ),
    "A201": Rule(
        "warning",
        Text("“{printed}” is niet de vorm van APA 7{often}", "“{printed}” is not the form of APA 7{often}"),
        Text(
            "schrijf “et al.”, met een punt en zonder komma ervoor",
            "write “et al.”, with a full stop and no comma before it",
        ),
    ),
    "A202": Rule(
        "warning",
        Text("“{printed}” is niet de vorm van APA 7{often}", "“{printed}” is not the form of APA 7{often}"),
        Text("schrijf “et al.”", "write “et al.”"),
    ),
    "A203": Rule(
        "warning",
        Text(
            "“&” staat tussen namen die in de zin staan{often}",
            "“&” stands between names that are part of the sentence{often}",
        ),
        Text("schrijf “{word}”", "write “{word}”"),
    ),
    "A204": Rule(
        "warning",
        Text("“{word}” staat tussen namen binnen haakjes{often}", "“{word}” stands between names in brackets{often}"),
        Text("schrijf “&”", "write “&”"),
    ),
    "A205": Rule(
        "warning",
        Text(
            "de verwijzingen in deze haakjes staan niet op volgorde", "the citations in this bracket are out of order"
        ),
        Text("zet ze op alfabet: {order}", "put them in alphabetical order: {order}"),
    ),
    "A206": Rule(
        "warning",
        Text("hier staan de namen als “{printed}”", "the names are printed as “{printed}”"),
        Text(
            "schrijf “{found}”: bij twee auteurs beide namen, vanaf drie alleen de eerste met “et al.”",
            "write “{found}”: of two authors both, from three on the first alone with “et al.”",
        ),
    ),
    "A207": Rule(
        "warning",
        Text("APA 7 schrijft in deze taal geen “{printed}”", "APA 7 does not write “{printed}” in this language"),
        Text("schrijf “{word}”", "write “{word}”"),
    ),
    "A208": Rule(
        "warning",
        Text("tussen de namen en het jaar staat geen komma", "there is no comma between the names and the year"),
        Text("schrijf “{found}”", "write “{found}”"),
    ),
    "A209": Rule(
        "warning",
        Text("tussen twee verwijzingen staat “{printed}”", "“{printed}” stands between two citations"),
        Text("zet er een puntkomma tussen", "put a semicolon between them"),
    ),
    "A210": Rule(
        "warning",
        Text("“{printed}” begint met een kleine letter", "“{printed}” begins with a small letter"),
        Text(
            "schrijf “{found}”: zonder voorletters ervoor krijgt het voorvoegsel een hoofdletter",
            "write “{found}”: without initials before it the particle has a capital in Dutch",
        ),
    ),
    "A211": Rule(
        "warning",
        Text(
            "bij de letterlijke aanhaling “{quoted}” staat geen bladzijde of andere plek{often}",
            "the quotation “{quoted}” has no page or other place{often}",
        ),
        Text(
            "zet de plek achter het jaar (p. 12); heeft de bron geen bladzijden, dan alinea, paragraaf of tijd",
            "put the place behind the year (p. 12); of a source without pages the paragraph, section or time",
        ),
    ),
    "A301": Rule(
        "warning",
        Text("de bibliotheek heeft {cited} niet kunnen vinden", "the library could not find {cited}"),
        Text("zoek het werk zelf op voordat u erop steunt", "look the work up yourself before you lean on it"),
    ),
    "A302": Rule(
        "warning",
        Text("het is onzeker welk werk {cited} is", "it is uncertain which work {cited} is"),
        Text(
            "noem het werk in de literatuurlijst met titel en DOI",
            "name the work in the reference list, with title and DOI",
        ),
    ),
    "A303": Rule(
        "hint",
        Text(
            "{cited} is waarschijnlijk, niet zeker, het werk dat de bibliotheek kent",
            "{cited} is probably, not certainly, the work that the library knows",
        ),
        Text("vergelijk titel en DOI", "compare title and DOI"),
    ),
    "A304": Rule(
        "hint",
        Text(
            "deze zin lijkt op een uitspraak waarvoor {cited} ook elders wordt aangehaald; {judged}",
            "this sentence resembles a claim for which {cited} is cited elsewhere too; {judged}",
        ),
        Text("lees na of het werk uw zin draagt", "read whether the work carries your sentence"),
    ),
    "A401": Rule(
        "warning",
        Text(
            "dit lijkt een uitkomst van onderzoek en er staat geen bron bij",
            "this reads as an outcome of research and names no source",
        ),
        Text(
            "noem de bron, of schrijf dat het een verwachting is", "name the source, or say that it is an expectation"
        ),
    ),
}
# What no audit looks at, said with every one.
NOT_CHECKED: Final[tuple[Text, ...]] = (
    Text(
        "niet nagegaan: of werken zijn ingetrokken; de bibliotheek heeft daar geen gegevens over",
        "not checked: whether works were retracted; the library holds no data on that",
    ),
    Text(
        "niet nagegaan: of werken die niet in de bibliotheek staan, bestaan en zeggen wat hier staat",
        "not checked: whether works outside the library exist and say what is said here",
    ),
)
