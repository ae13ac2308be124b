"""The words of the explorer, in Dutch and in English; ``{n}`` and the like are filled in by the page."""

from __future__ import annotations

from typing import Final

from ouderevidence.model.words import Text

TITLE: Final = Text("Verkenner ouderbetrokkenheid", "Parental involvement explorer")
SCOPE: Final = Text(
    "Wat zegt de factsheet, en zeggen de aangehaalde bronnen dat ook? U ziet hier hoe goed de factsheet met bronnen "
    "is onderbouwd, niet wat de stand van het onderzoek is.",
    "What does the factsheet say, and do the works it cites say so too? This shows how well the factsheet is sourced, "
    "not the state of research.",
)
LEVEL_MEANINGS: Final[dict[str, Text]] = {
    "strong": Text(
        "een overzichtsstudie zegt het volledig, en een tweede, onafhankelijke studie ook",
        "a synthesis says it in full, and so does a second, independent study",
    ),
    "moderate": Text(
        "een overzichtsstudie zegt het volledig, of twee onafhankelijke studies steunen het",
        "a synthesis says it in full, or two independent studies support it",
    ),
    "limited": Text(
        "minstens één vastgestelde bron steunt het, geheel of deels",
        "at least one identified work supports it, in full or in part",
    ),
    "unconfirmed": Text(
        "er is een bron genoemd, maar wij zagen daarin niet dat het klopt",
        "a source is named, but we did not see it confirmed there",
    ),
    "untraced": Text(
        "er is een bron genoemd, maar welke publicatie dat is, is niet vastgesteld",
        "a source is named, but which publication it is has not been established",
    ),
    "none": Text(
        "de factsheet noemt geen bron; dat betekent niet dat er geen onderzoek is",
        "the factsheet names no source; that does not mean there is no research",
    ),
}
GAPS: Final[dict[str, Text]] = {
    "none": Text("bevestigd door een overzichtsstudie", "confirmed by a synthesis"),
    "synthesis": Text("bevestigd, zonder overzichtsstudie", "confirmed, without a synthesis"),
    "doubtful": Text("wel een bron, niet bevestigd", "a source, not confirmed"),
    "absolute": Text("geen bevinding met bron", "no finding with a source"),
}
WORDS: Final[dict[str, Text]] = {
    "skip": Text("Naar de uitspraken", "To the claims"),
    "language": Text("Taal", "Language"),
    "search": Text("Zoeken in de uitspraken", "Search the claims"),
    "search_hint": Text("Bijvoorbeeld: voorlezen, thuistaal, vaders", "For example: reading aloud, fathers"),
    "filters": Text("Filters", "Filters"),
    "chosen": Text("{n} gekozen", "{n} chosen"),
    "clear": Text("Wis alle filters", "Clear all filters"),
    "remove": Text("Verwijder filter {name}", "Remove filter {name}"),
    "general": Text("Ook uitspraken over alle ouders", "Also claims about all parents"),
    "chosen_filters": Text("Gekozen filters", "Filters chosen"),
    "searched": Text("zoekwoorden", "search words"),
    "count": Text("{n} van {total} uitspraken", "{n} of {total} claims"),
    "count_works": Text("{n} bronnen", "{n} works"),
    "unknown_filter": Text("Onbekend filter in de link overgeslagen", "Unknown filter in the link left out"),
    "view": Text("Weergave", "View"),
    "claims": Text("Uitspraken", "Claims"),
    "map": Text("Overzichtskaart", "Sourcing map"),
    "works": Text("Bronnen", "Works"),
    "claims_caption": Text("Uitspraken en hun onderbouwing", "Claims and their level"),
    "claim": Text("Uitspraak", "Claim"),
    "level": Text("Onderbouwing", "Level"),
    "sources": Text("Verwijzingen", "Citations"),
    "no_source": Text("geen", "none"),
    "found": Text("gevonden", "found"),
    "more": Text("Toon {n} meer", "Show {n} more"),
    "all": Text("Toon alle {n}", "Show all {n}"),
    "nothing": Text(
        "Geen uitspraak van de factsheet past bij deze keuze. Haal een filter weg of zoek met een ander woord.",
        "No claim of the factsheet fits this choice. Take a filter away or search for another word.",
    ),
    "close": Text("Sluiten", "Close"),
    "kind": Text("Soort uitspraak", "Kind of claim"),
    "core": Text("kernuitspraak", "core claim"),
    "place": Text("Plaats in de factsheet", "Place in the factsheet"),
    "section": Text("paragraaf", "section"),
    "from_to": Text("van ‘{starts} …’ tot ‘… {ends}’", "from ‘{starts} …’ to ‘… {ends}’"),
    "quote": Text("De factsheet geeft dit als citaat.", "The factsheet presents this as a quotation."),
    "hedge": Text("Voorbehoud van de factsheet", "The factsheet's reserve"),
    "about": Text("Waarover", "About"),
    "why": Text("Waarom", "Why"),
    "without": Text("Zonder {work} blijft over: {level}", "Without {work} what is left is: {level}"),
    "rests_on": Text("Rust op", "Rests on"),
    "programmes": Text("Programma's", "Programmes"),
    "caveats": Text("Kanttekeningen (van ons, niet van de factsheet)", "Caveats (ours, not the factsheet's)"),
    "source": Text("bron", "source"),
    "checked_on": Text("nagegaan op", "checked on"),
    "cited_works": Text("Wat zeggen de aangehaalde bronnen?", "What do the cited works say?"),
    "judgement": Text("Steunt de bron dit?", "Does the work say so?"),
    "basis": Text("Waarop gebaseerd", "Based on"),
    "doubt": Text("Toelichting", "Note"),
    "finding": Text("Wat de bron vond", "What the work found"),
    "intent": Text("Waarvoor aangehaald", "Cited for"),
    "as_cited": Text("Zoals aangehaald", "As cited"),
    "locator": Text("Vindplaats in de bron", "Place in the work"),
    "design": Text("Onderzoeksopzet", "Study design"),
    "size": Text("Omvang", "Size"),
    "peer_reviewed": Text("Door vakgenoten beoordeeld", "Peer-reviewed"),
    "countries": Text("Gegevens uit", "Data from"),
    "identified": Text("Bron vastgesteld", "Identified"),
    "candidates": Text("Kandidaten", "Candidates"),
    "new_tab": Text("opent in een nieuw tabblad", "opens in a new tab"),
    "claims_of_work": Text("Alle {n} uitspraken bij {work}", "All {n} claims citing {work}"),
    "one_claim_of_work": Text("De enige uitspraak bij {work}", "The only claim citing {work}"),
    "work": Text("Bron", "Work"),
    "year": Text("Jaar", "Year"),
    "works_caption": Text("Bronnen die deze uitspraken noemen", "Works that these claims name"),
    "no_works": Text("Deze uitspraken noemen geen bron.", "These claims name no source."),
    "only_caveat": Text("alleen in een kanttekening", "in a caveat only"),
    "map_caption": Text(
        "Aantal uitspraken per groep ouders en bouwsteen, en hoe de bevindingen daaronder met bronnen zijn "
        "onderbouwd. Een lege cel betekent dat de factsheet er niets over zegt, niet dat onderzoek ontbreekt.",
        "Number of claims per parent group and building block, and how the findings among them are sourced. An empty "
        "cell means that the factsheet says nothing about it, not that research is lacking.",
    ),
    "map_scroll": Text("Overzichtskaart; schuif opzij voor alle kolommen", "Sourcing map; scroll for all columns"),
    "cell": Text("{row}, {column}: {n} uitspraken, {gap}", "{row}, {column}: {n} claims, {gap}"),
    "empty_cell": Text("geen uitspraken", "no claims"),
    "legend": Text("Betekenis van de tekens", "What the signs mean"),
    "levels_legend": Text("Wat betekent de onderbouwing?", "What do the levels mean?"),
    "take": Text("Meenemen: kopiëren, downloaden, kennisnotitie", "Take away: copy, download, brief"),
    "copy_table": Text("Kopieer als tabel", "Copy as a table"),
    "copied_table": Text("Tabel gekopieerd; plak haar in Word of Excel.", "Table copied; paste it into Word or Excel."),
    "copy_link": Text("Kopieer link naar deze keuze", "Copy link to this selection"),
    "copied_link": Text("Link gekopieerd.", "Link copied."),
    "copy_command": Text("Kopieer opdracht", "Copy command"),
    "copied_command": Text("Opdracht gekopieerd.", "Command copied."),
    "not_copied": Text("Kopiëren lukt hier niet.", "Copying does not work here."),
    "print": Text("Druk af", "Print"),
    "download": Text("Downloaden", "Download"),
    "csv": Text("Tabel (CSV)", "Table (CSV)"),
    "bib": Text("Bronnen (BibTeX)", "Works (BibTeX)"),
    "ris": Text("Bronnen (RIS)", "Works (RIS)"),
    "json": Text("Bronnen (CSL-JSON)", "Works (CSL-JSON)"),
    "file": Text("uitspraken", "claims"),
    "works_file": Text("bronnen", "works"),
    "downloaded": Text("{name} is gedownload.", "{name} has been downloaded."),
    "brief": Text("Kennisnotitie", "Brief"),
    "brief_ready": Text("Bij deze keuze ligt een notitie klaar:", "A brief is ready for this selection:"),
    "brief_docx": Text("Word", "Word"),
    "brief_pdf": Text("PDF", "PDF"),
    "brief_command": Text(
        "Voor deze keuze ligt geen notitie klaar. Deze opdracht maakt haar:",
        "No brief is ready for this selection. This command makes it:",
    ),
    "selection": Text("Keuze", "Selection"),
    "everything": Text("de hele factsheet", "the whole factsheet"),
    "explorer": Text("Verkenner", "Explorer"),
    "about_data": Text(
        "Uitspraken uit {factsheets}. Peildatum van de beoordeling: {as_of}. Versie van de gegevens: {version}.",
        "Claims of {factsheets}. Judged as of {as_of}. Version of the evidence: {version}.",
    ),
    "private": Text(
        "Deze pagina haalt niets op, bewaart niets en stuurt niets door.",
        "This page fetches nothing, stores nothing and sends nothing.",
    ),
}
