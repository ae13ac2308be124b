"""What a reference may look like: the names BibTeX and biblatex know, and values of a form that none has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ouderevidence.evidence.record import is_address, is_year
from ouderevidence.model.bilingual import Text
from ouderevidence.model.findings import part, suggestion
from ouderevidence.model.months import is_no_day, month_and_day

if TYPE_CHECKING:
    from ouderevidence.model.findings import Report
    from ouderevidence.model.records import Work

_DOI: Final = re.compile(r"10\.[0-9]{4,9}/\S+")
_A_DAY: Final = Text("schrijf een dag van de kalender", "write a day of the calendar")
_A_MONTH: Final = Text(
    "schrijf 1 tot 12, of een maand in het Nederlands of Engels", "write 1 to 12, or a month in Dutch or English"
)
_PAGES: Final = re.compile(r"([0-9]{1,9})\s*(?:--?|–)\s*([0-9]{1,9})")
# Entry types of BibTeX and of biblatex's manual, section 2.1.
_TYPES = (
    "article artwork audio bibnote book bookinbook booklet collection commentary conference dataset image inbook "
    "incollection inproceedings inreference jurisdiction legal legislation letter manual mastersthesis misc movie "
    "music mvbook mvcollection mvproceedings mvreference online patent performance periodical phdthesis proceedings "
    "reference report review software standard suppbook suppcollection suppperiodical techreport thesis unpublished "
    "video www electronic"
)
TYPES: Final = frozenset(_TYPES.split())
# Fields of BibTeX and of biblatex's manual, section 2.2, and those that a reference manager adds for itself.
_FIELDS = (
    "abstract addendum address afterword annotation annotator annote archive archiveprefix author bookauthor "
    "bookpagination booksubtitle booktitle booktitleaddon chapter collaborator commentator copyright date "
    "doi edition editor editora editorb editorc eid entrysubtype eprint eprintclass eprinttype eventdate eventtitle "
    "eventtitleaddon file foreword groups holder howpublished indextitle institution introduction isan isbn ismn "
    "isrn issn issue issuesubtitle issuetitle iswc journal journalsubtitle journaltitle key keywords label langid "
    "language lccn library location mainsubtitle maintitle maintitleaddon mendeley-tags month nameaddon note number "
    "options organization origdate origlanguage origlocation origpublisher origtitle owner pages pagetotal "
    "pagination part pmcid pmid primaryclass publisher pubstate related reprinttitle review school series "
    "shortauthor shorthand shortjournal shortseries shorttitle subtitle timestamp title titleaddon translator type "
    "url urldate venue version volume volumes year"
)
FIELDS: Final = frozenset(_FIELDS.split())
# Names of languages as babel has them.
_LANGUAGES = (
    "afrikaans albanian american arabic armenian australian basque belarusian bengali bosnian brazilian breton "
    "british bulgarian canadian catalan chinese croatian czech danish dutch english esperanto estonian finnish "
    "french frisian galician georgian german greek hebrew hindi hungarian icelandic indonesian irish italian "
    "japanese korean kurdish latin latvian lithuanian macedonian malay mongolian naustrian newzealand ngerman norsk "
    "norwegian nswissgerman nynorsk persian polish portuguese romanian russian scottish serbian slovak slovene "
    "slovenian sorbian spanish swedish swissgerman tamil thai tibetan turkish ukrainian urdu uyghur vietnamese "
    "welsh"
)
LANGUAGES: Final = frozenset(_LANGUAGES.split())


def check_forms(work: Work, report: Report) -> None:
    """Report a value of a form that none has, and a name that nobody reads."""
    fields = work.fields
    wrong: list[tuple[str, str, str | Text]] = []
    if work.year and not is_year(work.year):
        wrong.append(("year", work.year, "write four digits, or z.d. or in druk"))
    if "doi" in fields and not _DOI.fullmatch(fields["doi"]):
        wrong.append(("doi", fields["doi"], "write it from 10. on"))
    if "url" in fields and not is_address(fields["url"]):
        wrong.append(("url", fields["url"], "write the whole address, from https:// on"))
    if _runs_back(fields.get("pages", "")):
        wrong.append(("pages", fields["pages"], "write the first page first"))
    if fields.get("month", "").isdigit() and not re.fullmatch(r"0?[1-9]|1[0-2]", fields["month"]):
        wrong.append(("month", fields["month"], "write 1 to 12"))
    wrong += [(name, fields[name], _A_DAY) for name in ("date", "urldate") if is_no_day(fields.get(name, ""))]
    for field, value, near in wrong:
        report.add("E107", work.line, what=part(field, f"'{work.key}'"), name=value, near=near)
    _check_names(work, report)


def _check_names(work: Work, report: Report) -> None:
    unknown: list[tuple[str | Text, str, frozenset[str]]] = []
    if work.entry_type not in TYPES:
        unknown.append((Text("soort bron", "entry type"), work.entry_type, TYPES))
    field = Text("veld", "field")
    unknown += [(field, name, FIELDS) for name in work.fields if name not in FIELDS and "-url-" not in name]
    month = work.fields.get("month", "")
    if month and not month.isdigit() and not month_and_day(month)[0]:
        report.add("W508", work.line, what=Text("maand", "month"), name=month, key=work.key, near=_A_MONTH)
    language = work.fields.get("langid", "")
    if language and language.casefold() not in LANGUAGES:
        unknown.append(("langid", language, LANGUAGES))
    for what, name, known in unknown:
        report.add("W508", work.line, what=what, name=name, key=work.key, near=suggestion(name, known))
    if not language and not work.is_stub:
        report.add("W509", work.line, key=work.key)


def _runs_back(pages: str) -> bool:
    """Whether the last page comes before the first; ``1123-45`` is a short way to write what does not."""
    match = _PAGES.fullmatch(pages)
    return match is not None and len(match[1]) == len(match[2]) and int(match[2]) < int(match[1])
