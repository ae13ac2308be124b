"""The catalogue of findings: each code with its fact and remedy, and the words that fill them, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ouderevidence.model.bilingual import Text

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Rule:
    """A code's fact and remedy; both are templates that the finding fills."""

    fact: Text
    remedy: Text


CATALOGUE: Mapping[str, Rule] = {
    "E001": Rule(
        Text("{what} ontbreekt", "{what} is missing"),
        Text("voeg toe wat ontbreekt, of wijs een map aan die compleet is", "add it, or point to a folder that has it"),
    ),
    "E002": Rule(
        Text("geen UTF-8 bij byte {at}", "not UTF-8 at byte {at}"),
        Text("sla het bestand op als UTF-8", "save the file as UTF-8"),
    ),
    "E003": Rule(
        Text("de YAML kan niet worden gelezen: {why}", "YAML cannot be read: {why}"),
        Text("herstel de YAML hier", "mend the YAML here"),
    ),
    "E004": Rule(
        Text("YAML-tag '{tag}'", "YAML tag '{tag}'"),
        Text("schrijf de gewone waarde; tags mogen niet", "write the plain value; tags are not allowed"),
    ),
    "E005": Rule(
        Text("YAML-anker of -alias '{name}'", "YAML anchor or alias '{name}'"),
        Text(
            "schrijf de waarde uit; ankers en aliassen mogen niet",
            "write the value out; anchors and aliases are not allowed",
        ),
    ),
    "E006": Rule(
        Text("sleutel '{key}' staat er twee keer", "key '{key}' stands twice"),
        Text("houd een van de twee", "keep one of the two"),
    ),
    "E007": Rule(
        Text("{what} moet {expected} zijn", "{what} should be {expected}"),
        Text("schrijf het in die vorm", "write it in that form"),
    ),
    "E008": Rule(
        Text("dit wordt niet gelezen: {why}", "this is not read: {why}"),
        Text("{remedy}", "{remedy}"),
    ),
    "E101": Rule(
        Text("onbekende sleutel '{key}' in {record}", "unknown key '{key}' in {record}"),
        Text("{near}", "{near}"),
    ),
    "E102": Rule(
        Text("{record} heeft geen {key}", "{record} has no {key}"),
        Text("voeg het toe", "add it"),
    ),
    "E103": Rule(
        Text(
            "{what} '{name}' staat er twee keer; de eerste staat op {first}",
            "{what} '{name}' is there twice; the first is at {first}",
        ),
        Text("geef een van de twee een andere naam of haal die weg", "rename or delete one"),
    ),
    "E104": Rule(
        Text(
            "id '{name}' bestaat niet uit kleine letters met streepjes",
            "id '{name}' is not made of lower-case letters and hyphens",
        ),
        Text("gebruik kleine letters, cijfers en losse streepjes", "use small letters, digits and single hyphens"),
    ),
    "E105": Rule(
        Text("{what} heeft geen {language} tekst", "{what} has no {language} text"),
        Text("schrijf het in elke taal van de bibliotheek", "write it in every language of the library"),
    ),
    "E106": Rule(
        Text("geen term '{name}' in {facet}", "no term '{name}' in {facet}"),
        Text("{near}", "{near}"),
    ),
    "E107": Rule(
        Text("{what} kan niet '{name}' zijn", "{what} cannot be '{name}'"),
        Text("{near}", "{near}"),
    ),
    "E108": Rule(
        Text("term '{name}' valt onder zichzelf", "term '{name}' is broader than itself"),
        Text("doorbreek de cirkel", "break the circle"),
    ),
    "E109": Rule(
        Text("{what} is geen datum: '{value}'", "{what} is no date: '{value}'"),
        Text("schrijf het als 2026-11-26", "write it as 2026-11-26"),
    ),
    "E110": Rule(
        Text(
            "kenmerk '{name}' is twee keer gebruikt; de eerste staat op {first}",
            "code '{name}' is in use twice; the first is at {first}",
        ),
        Text("geef deze uitspraak de volgende vrije letter", "give this claim the next free letter"),
    ),
    "E111": Rule(
        Text(
            "kenmerk '{name}' was van een uitspraak die er niet meer is",
            "code '{name}' belonged to a claim that is gone",
        ),
        Text("geef deze uitspraak een letter die nooit is gebruikt", "give this claim a letter that was never used"),
    ),
    "E112": Rule(
        Text(
            "kenmerk '{name}' bestaat niet uit een paragraaf van '{claim}' en letters",
            "code '{name}' does not name a section of '{claim}' and letters",
        ),
        Text("schrijf de paragraaf en een letter, zoals {like}", "write the section and a letter, such as {like}"),
    ),
    "E113": Rule(
        Text("{what} bevat {sign}, een teken dat niemand ziet", "{what} holds {sign}, a sign that nobody sees"),
        Text("haal het teken weg", "take the sign out"),
    ),
    "E201": Rule(
        Text("geen bron '{name}' in references.bib", "no work '{name}' in references.bib"),
        Text("{near}", "{near}"),
    ),
    "E202": Rule(
        Text("de verwijzing naar '{work}' heeft geen as_cited", "citation of '{work}' has no as_cited"),
        Text("schrijf de verwijzing zoals de factsheet die afdrukt", "write it as the factsheet prints it"),
    ),
    "E203": Rule(
        Text(
            "de koppeling met '{work}' als '{as_cited}' staat twee keer bij '{claim}'",
            "the link to '{work}' as '{as_cited}' stands twice in '{claim}'",
        ),
        Text("houd een van de twee", "keep one of the two"),
    ),
    "E204": Rule(
        Text(
            "het oordeel over '{work}' is '{judgement}', zonder toelichting",
            "the judgement of '{work}' is '{judgement}' without a note",
        ),
        Text(
            "zeg in een toelichting (note) waar het op rust en wat ontbreekt",
            "say in a note what carries it and what is missing",
        ),
    ),
    "E205": Rule(
        Text("oordeel '{judgement}' met basis '{basis}'", "judgement '{judgement}' with basis '{basis}'"),
        Text("de basis is none als het oordeel unchecked is, en alleen dan", "basis is none exactly when unchecked"),
    ),
    "E206": Rule(
        Text("'{claim}' heeft geen passage {number}", "there is no passage {number} in '{claim}'"),
        Text("tel vanaf 1", "count from 1"),
    ),
    "E207": Rule(
        Text("'{claim}' rust op '{name}', en dat is geen uitspraak", "'{claim}' rests on '{name}', which is no claim"),
        Text("{near}", "{near}"),
    ),
    "E208": Rule(
        Text("rests_on loopt in een cirkel: {circle}", "rests_on runs in a circle: {circle}"),
        Text("haal een schakel weg", "take one link out"),
    ),
    "E209": Rule(
        Text("'{claim}' is van soort {kind} en heeft rests_on", "'{claim}' is a {kind} and has rests_on"),
        Text("alleen een aanbeveling rust op uitspraken", "only a recommendation rests on claims"),
    ),
    "E210": Rule(
        Text("een kanttekening bij '{claim}' heeft geen bron", "a caveat of '{claim}' has no source"),
        Text("noem bronnen, of paragrafen van de factsheet", "name works, or sections of the factsheet"),
    ),
    "E211": Rule(
        Text("geen programma '{name}' in programmes.yml", "no programme '{name}' in programmes.yml"),
        Text("{near}", "{near}"),
    ),
    "E212": Rule(
        Text(
            "'{claim}' heeft '{work}' als aanvullend onderzoek en haalt die bron ook uit de factsheet aan",
            "'{claim}' has '{work}' as a supplement and cites it from the factsheet too",
        ),
        Text(
            "houd de verwijzing; aanvullend onderzoek is werk dat de factsheet daar niet aanhaalt",
            "keep the citation; a supplement is for works that the factsheet does not cite there",
        ),
    ),
    "E213": Rule(
        Text(
            "'{claim}' heeft aanvullend onderzoek en geen zoekverantwoording",
            "'{claim}' has supplements and no search account",
        ),
        Text(
            "zet in searches.yml een verantwoording voor deze uitspraak",
            "add an account to searches.yml that covers this claim",
        ),
    ),
    "E214": Rule(
        Text(
            "zoekverantwoording '{account}' geldt voor '{name}', en dat is geen uitspraak",
            "search account '{account}' covers '{name}', which is no claim",
        ),
        Text("{near}", "{near}"),
    ),
    "E215": Rule(
        Text(
            "zoekverantwoording '{account}' is van {date}, in de toekomst",
            "search account '{account}' is dated {date}, in the future",
        ),
        Text("schrijf de dag waarop is gezocht", "write the day of the search"),
    ),
    "E216": Rule(
        Text(
            "zoekverantwoording '{account}': {read} gelezen, {kept} gehouden en {out} weggelaten",
            "search account '{account}' read {read}, kept {kept} and left out {out}",
        ),
        Text(
            "maak het aantal gelezen gelijk aan wat is gehouden en weggelaten",
            "make the number read equal to what was kept and left out",
        ),
    ),
    "E217": Rule(
        Text(
            "paragraaf '{name}' van een kanttekening bij '{claim}' staat niet in de factsheet",
            "section '{name}' of a caveat of '{claim}' is not in the factsheet",
        ),
        Text("{near}", "{near}"),
    ),
    "E301": Rule(
        Text("een passage van '{claim}' heeft geen {end} woorden", "a passage of '{claim}' has no {end} words"),
        Text("geef de eerste en de laatste woorden", "give its first and last words"),
    ),
    "E302": Rule(
        Text("'{end}' van een passage telt {count} woorden", "'{end}' of a passage has {count} words"),
        Text("gebruik er hooguit zes", "use at most six"),
    ),
    "E303": Rule(
        Text("geen paragraaf '{name}' in {factsheet}", "no section '{name}' in {factsheet}"),
        Text("{near}", "{near}"),
    ),
    "E304": Rule(
        Text(
            "passage in paragraaf {section}: {problem}: '{words}'", "passage {problem} in section {section}: '{words}'"
        ),
        Text("neem de woorden over zoals ze zijn afgedrukt", "copy the words as they are printed"),
    ),
    "E305": Rule(
        Text(
            "passage in paragraaf {section}: {problem}: '{words}'", "passage {problem} in section {section}: '{words}'"
        ),
        Text("gebruik woorden die op één plaats staan", "use words that stand in one place only"),
    ),
    "E306": Rule(
        Text("'{as_cited}' staat niet in de passage", "'{as_cited}' is not printed in the passage"),
        Text(
            "schrijf as_cited letterlijk over, of koppel een andere passage",
            "write as_cited to the letter, or link another passage",
        ),
    ),
    "E307": Rule(
        Text("'{claim}' heeft geen passage", "'{claim}' has no passage"),
        Text("zeg waar het in de factsheet staat", "say where in the factsheet it stands"),
    ),
    "E308": Rule(
        Text("paragraaf {section}: geen uitspraak dekt '{words}'", "section {section}: no claim covers '{words}'"),
        Text("dek het met een passage of zet het in left_out", "cover it with a passage or list it in left_out"),
    ),
    "E309": Rule(
        Text(
            "hoofdstuk {name} van {factsheet} heeft geen uitspraak en is niet weggelaten",
            "chapter {name} of {factsheet} has no claim, and is not left out",
        ),
        Text(
            "zet de uitspraken terug, of zet de tekst in left_out", "put its claims back, or list its text in left_out"
        ),
    ),
    "E310": Rule(
        Text(
            "geen uitspraak van paragraaf {section} heeft kenmerk {name}, en een later kenmerk is er wel",
            "no claim of section {section} has the code {name}, and a later one is there",
        ),
        Text(
            "zet de uitspraak terug, of zet het kenmerk in retired_codes",
            "put the claim back, or list its code in retired_codes",
        ),
    ),
    "E401": Rule(
        Text("een blok BibTeX kan niet worden gelezen: {why}", "BibTeX block cannot be read: {why}"),
        Text("herstel het blok", "mend the block"),
    ),
    "E402": Rule(
        Text("sleutel '{key}' staat er twee keer", "cite key '{key}' stands twice"),
        Text("geef een van de twee een andere naam of haal die weg", "rename or delete one"),
    ),
    "E403": Rule(
        Text("'{key}' heeft het veld '{field}' twee keer", "'{key}' has the field '{field}' twice"),
        Text("houd een van de twee", "keep one of the two"),
    ),
    "E404": Rule(
        Text(
            "'{key}' gebruikt in {field} de @string '{name}', die nergens staat",
            "'{key}' uses the undefined @string '{name}' in {field}",
        ),
        Text("zet de waarde tussen accolades of leg de @string vast", "put the value in braces or define it"),
    ),
    "E405": Rule(
        Text("'{key}' heeft geen {field}", "'{key}' has no {field}"),
        Text("voeg het toe, of zeg dat de bron niet zeker is", "add it, or say that the work is less than certain"),
    ),
    "E406": Rule(
        Text(
            "van '{key}' is de titel niet bekend, en toch staat er {field}",
            "the title of '{key}' is not known, yet it has a {field}",
        ),
        Text("haal het weg, of voeg de titel toe die is gezien", "take it out, or add the title that was seen"),
    ),
    "E407": Rule(
        Text("bron '{key}' is niet beoordeeld", "work '{key}' has no appraisal"),
        Text("zet de beoordeling in appraisals.yml", "add it to appraisals.yml"),
    ),
    "E408": Rule(
        Text(
            "beoordeling van '{key}', die bron staat niet in references.bib",
            "appraisal of '{key}', which is not in references.bib",
        ),
        Text("{near}", "{near}"),
    ),
    "E409": Rule(
        Text(
            "'{key}' is van ons (origin: curator), en toch haalt '{claim}' die bron uit de factsheet aan",
            "'{key}' is ours (origin: curator), yet '{claim}' cites it from the factsheet",
        ),
        Text(
            "zet origin op factsheet, of maak er aanvullend onderzoek van",
            "set its origin to factsheet, or make the link a supplement",
        ),
    ),
    "E410": Rule(
        Text("'{key}' is zeker en heeft alternatieven", "'{key}' is certain and has alternatives"),
        Text(
            "haal ze weg, of zeg dat het werk minder dan zeker is",
            "take them out, or say that the work is less than certain",
        ),
    ),
    "E601": Rule(
        Text("uitspraak '{name}' staat ook in {other}", "claim '{name}' is in {other} too"),
        Text(
            "geef een van de twee een andere naam, of laad een van de bibliotheken",
            "rename one of the two, or load one of the libraries",
        ),
    ),
    "E602": Rule(
        Text("factsheet '{name}' staat ook in {other}", "factsheet '{name}' is in {other} too"),
        Text(
            "geef map en id van een van de twee een andere naam, of laad een van de bibliotheken",
            "rename the folder and id of one, or load one of the libraries",
        ),
    ),
    "E603": Rule(
        Text(
            "{what} '{name}' is niet hetzelfde als in {other}: {fields}",
            "{what} '{name}' is not the same as in {other}: {fields}",
        ),
        Text("maak de twee gelijk, of geef een ervan een andere naam", "make the two the same, or rename one"),
    ),
    "W501": Rule(
        Text("bron '{key}' wordt nergens aangehaald", "work '{key}' is never cited"),
        Text("koppel die, of haal die weg", "link it, or take it out"),
    ),
    "W502": Rule(
        Text(
            "'{key}' kan meer dan één publicatie zijn en noemt geen kandidaten",
            "'{key}' is ambiguous and names no alternatives",
        ),
        Text("zet de kandidaten erbij", "list the candidates"),
    ),
    "W503": Rule(
        Text("'{key}' heeft geen DOI en geen URL", "'{key}' has neither DOI nor URL"),
        Text("voeg er een toe waar die vaststaat", "add one where it is established"),
    ),
    "W504": Rule(
        Text("term '{name}' van {facet} wordt nergens gebruikt", "term '{name}' of {facet} is never used"),
        Text("gebruik die of haal die weg", "use it or take it out"),
    ),
    "W505": Rule(
        Text("'{claim}' is een voorstel en telt nog niet mee", "'{claim}' is a proposal and does not count yet"),
        Text(
            "schrijf de uitspraak in eigen woorden, beoordeel de koppelingen, en haal dan `proposed` weg",
            "write its statement in your own words, judge its links, then take out `proposed`",
        ),
    ),
    "W506": Rule(
        Text("'{claim}' heeft geen kenmerk, en andere uitspraken wel", "'{claim}' has no code, and other claims have"),
        Text(
            "geef haar een kenmerk: de paragraaf en de volgende vrije letter",
            "give it its section and the next free letter",
        ),
    ),
    "W507": Rule(
        Text("term '{name}' van {facet} heeft geen titel", "term '{name}' of {facet} has no title"),
        Text(
            "schrijf hoe een notitie erover heet, in elke taal van de bibliotheek",
            "write what a brief about it is called, in every language of the library",
        ),
    ),
    "W508": Rule(
        Text("{what} '{name}' van '{key}' is niet bekend", "{what} '{name}' of '{key}' is not known"),
        Text("{near}", "{near}"),
    ),
    "W509": Rule(
        Text("'{key}' heeft een titel en geen langid", "'{key}' has a title and no langid"),
        Text(
            "schrijf in welke taal het werk is, zoals dutch of english",
            "say in which language it is written, such as dutch or english",
        ),
    ),
    "W510": Rule(
        Text("'{key}' heeft de DOI van '{other}'", "'{key}' has the DOI of '{other}'"),
        Text("kijk of de twee één werk zijn", "see whether the two are one work"),
    ),
    "W511": Rule(
        Text(
            "'{as_cited}' noemt geen auteur van '{work}' en ook het jaar niet",
            "'{as_cited}' names neither an author of '{work}' nor its year",
        ),
        Text("kijk welk werk bedoeld is", "see which work is meant"),
    ),
    "W512": Rule(
        Text(
            "het oordeel over '{work}' is volledig, en alleen een samenvatting door anderen is gelezen",
            "'{work}' is judged full and only a summary by others was read",
        ),
        Text("lees het werk, of maak het oordeel deels", "read it, or judge it partial"),
    ),
    "W513": Rule(
        Text(
            "'{claim}' staat in het bestand van hoofdstuk {chapter} en in paragraaf {section}",
            "'{claim}' stands in the file of chapter {chapter} and in section {section}",
        ),
        Text("zet haar in het bestand van haar hoofdstuk", "move it to the file of its chapter"),
    ),
}
# What stands in the place of a value: what the code says, as Dutch people read it.
PHRASES: Final[dict[str, str]] = {
    "the folder": "de map",
    "the file": "het bestand",
    "a key": "een sleutel",
    "synonyms": "synonyms",
    "a factsheet's folder": "een map van een factsheet",
    "id of the factsheet": "id van de factsheet",
    "a mapping": "een lijst van sleutels met waarden",
    "a mapping of cite keys": "een lijst van bronsleutels met hun beoordeling",
    "text (quote it)": "tekst (zet er aanhalingstekens om)",
    "true or false": "true of false",
    "a whole number": "een geheel getal",
    "a list": "een lijst",
    "a list of texts": "een lijst van teksten",
    "a list of lists of two or more words": "een lijst van lijsten van twee of meer woorden",
    "a list of claims": "een lijst van uitspraken",
    "a list of programmes": "een lijst van programma's",
    "a list of search accounts": "een lijst van zoekverantwoordingen",
    "a regular file, no pipe, device or folder": "een gewoon bestand, geen pijp, apparaat of map",
    "not YAML": "geen YAML",
    "a second document begins here": "hier begint een tweede document",
    "it holds no claim": "er staat geen uitspraak in",
    "put its claims back, or take it out": "zet de uitspraken terug, of haal het weg",
    "a run of `curate` was broken off here": "een ronde van `curate` is hier afgebroken",
    "run it again; it goes on from here": "start `curate` opnieuw; het gaat hier verder",
    "its name does not end in .yml": "de naam eindigt niet op .yml",
    "no file of this name belongs in this folder": "een bestand met deze naam hoort niet in deze map",
    "move it to its place, or take it out": "zet het op zijn plaats, of haal het weg",
    "write the whole address, from https:// on": "schrijf het hele adres, vanaf https://",
    "write it from 10. on": "schrijf het vanaf 10.",
    "write four digits, or z.d. or in druk": "schrijf vier cijfers, of z.d. of in druk",
    "write two capitals, such as NL, or INT for several": "schrijf twee hoofdletters, zoals NL; INT bij meer landen",
    "write the first page first": "schrijf de eerste bladzijde eerst",
    "add it or mend the name": "voeg het toe of herstel de naam",
    "term": "term",
    "claim": "uitspraak",
    "work": "bron",
    "programme": "programma",
    "section": "paragraaf",
    "search account": "zoekverantwoording",
    "the vocabulary": "de woordenlijst",
    "the factsheet": "de factsheet",
    "the edition": "de uitgave",
    "a term": "een term",
    "a claim": "een uitspraak",
    "a programme": "een programma",
    "a search account": "een zoekverantwoording",
    "a passage": "een passage",
    "a citation": "een verwijzing",
    "a caveat": "een kanttekening",
    "a supplement": "een aanvullend onderzoek",
    "a group left out": "een weggelaten groep",
    "a section": "een paragraaf",
    "a passage left out": "een weggelaten passage",
    "a resource": "een hulpmiddel",
    "a sentence": "een zin",
    "a range": "een bereik",
    "first": "eerste",
    "last": "laatste",
    "Dutch": "Nederlandse",
    "English": "Engelse",
    "starts not found": "het begin is niet gevonden",
    "starts not unique": "het begin staat er meer dan één keer",
    "ends not found": "het eind is niet gevonden",
    "ends not unique": "het eind staat er meer dan één keer",
    "ends before starts": "het eind staat voor het begin",
    "revise the claims that it stood for": "herzie de uitspraken waar die voor stond",
}
