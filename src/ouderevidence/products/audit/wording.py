"""The words of annotated copies, corrected lists and tables of many drafts, in Dutch and in English."""

from __future__ import annotations

from typing import Final

from ouderevidence.model.words import Text

SEVERITY_LEAD: Final[dict[str, Text]] = {
    "error": Text("Fout", "Error"),
    "warning": Text("Waarschuwing", "Warning"),
    "hint": Text("Hint", "Hint"),
}
TO_DO: Final = Text("Wat te doen", "What to do")
CLAIMS: Final = Text("Uitspraak in de bibliotheek", "Claim of the library")
CAVEAT: Final = Text("Kanttekening", "Caveat")
JUDGED: Final = Text("Over de bron", "On the work")
MORE: Final = Text("kanttekening en oordeel", "caveat and judgement")
REMARKS_ON: Final = Text("Opmerkingen bij", "Remarks on")
REMARK: Final = Text("opmerking", "remark")
TO_PLACE: Final = Text("naar de plek in de tekst", "to the place in the text")
FIRST: Final = Text("Wat u het eerst doet", "What to do first")
IN_SHORT: Final = Text("In het kort", "In short")
DRAFT: Final = Text("Het concept", "The draft")
SKIP: Final = Text("Naar de inhoud", "Skip to content")
LAWS: Final = Text(
    "wetten en officiële stukken: {number} ({kinds}); niet met de literatuurlijst vergeleken",
    "laws and official papers: {number} ({kinds}); not compared with the reference list",
)
NOTE: Final = Text("Noot", "Note")
WHOLE: Final = Text("Over het hele concept", "On the draft as a whole")

LIST_TITLE: Final = Text("Literatuurlijst bij", "Reference list for")
LIST_LEAD: Final = Text(
    "Deze lijst is gemaakt uit de werken van de bibliotheek die het concept aanhaalt, volgens APA 7.",
    "This list was made from the works of the library that the draft cites, in the form of APA 7.",
)
LIST: Final = Text("Literatuur", "References")
UNSURE: Final = Text("Onzeker welk werk is bedoeld", "Uncertain which work is meant")
UNSURE_NOTE: Final = Text(
    "Bij deze verwijzingen past meer dan één werk. Kies het werk dat u hebt gebruikt.",
    "More than one work fits these citations. Choose the work that you used.",
)
NOT_FOUND: Final = Text("Niet gevonden", "Not found")
NOT_FOUND_NOTE: Final = Text(
    "De bibliotheek kent deze verwijzingen en heeft het werk erachter niet kunnen vinden.",
    "The library knows these citations and could not find the work behind them.",
)
OUTSIDE: Final = Text("Niet in de bibliotheek: niet nagegaan", "Not in the library: not checked")
OUTSIDE_NOTE: Final = Text(
    "Deze werken staan hier zoals het concept ze noemt. Of ze bestaan en kloppen, is niet nagegaan.",
    "These works stand here as the draft names them. Whether they exist and are right was not checked.",
)
NO_ENTRY: Final = Text("staat niet in de literatuurlijst van het concept", "not in the reference list of the draft")
AS_PRINTED: Final = Text("In het concept", "In the draft")
IN_LIBRARY: Final = Text("In de bibliotheek", "In the library")
CANDIDATES: Final = Text(
    "Andere kandidaten volgens de bibliotheek: {number}.",
    "Other candidates according to the library: {number}.",
)


def capital(words: str) -> str:
    """Return words with a capital at the beginning."""
    return words[:1].upper() + words[1:]
