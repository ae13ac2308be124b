"""Where proposals go: which file of the library, before which record; and whether the whole still reads."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ouderevidence.document import output
from ouderevidence.document.files import content_of
from ouderevidence.document.scratch import scratch
from ouderevidence.evidence.layout import JOURNAL
from ouderevidence.evidence.read import Corpus, content_hash, read_corpus
from ouderevidence.model.bilingual import LANGUAGES, Text
from ouderevidence.model.errors import EvidenceError, OutputError, ValidationError
from ouderevidence.text.words import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ouderevidence.model.findings import Finding
    from ouderevidence.model.records import Factsheet

ID_WORDS: Final = 6
_PLACE: Final = re.compile(r"references\.bib|evidence/[\w./-]{1,300}\.yml")
# Findings that mean that something people wrote was not read: then nothing is proposed beside it.
_UNREAD: Final = re.compile(r"E0|E103|E40[1-4]")


def slug(words: str, otherwise: str) -> str:
    """Return words as an id: lower-case kebab.

    Examples
    --------
    >>> slug("Eén verhaal, élke dag!", "uitspraak")
    'een-verhaal-elke-dag'
    """
    return "-".join(re.findall(r"[a-z0-9]+", fold(words))[:ID_WORDS]) or otherwise


def check_library(root: Path) -> None:
    """Check that a folder is a library.

    Raises
    ------
    EvidenceError
        If it is none.
    """
    if not (root / "evidence" / "vocabulary.yml").is_file():
        message = Text(
            f"{root} is geen bibliotheek van dit programma; maak er een met `ouderevidence new {root}`",
            f"{root} is no library of evidence; make one with `ouderevidence new {root}`",
        )
        raise EvidenceError(message)


def read_library(root: Path) -> Corpus:
    """Return what a library holds, finished or not.

    Raises
    ------
    EvidenceError
        If the folder is no library.
    ValidationError
        If a file cannot be read.
    """
    check_library(root)
    corpus, findings = read_corpus(root)
    unread = [finding for finding in findings if _UNREAD.match(finding.code) and not _is_no_sheet(finding)]
    if unread:
        raise ValidationError(unread)
    return corpus


def _is_no_sheet(finding: Finding) -> bool:
    """Whether a finding only says that no factsheet is there yet."""
    return finding.code == "E001" and finding.file == "evidence/factsheets"


def file_name(section: str, sheet: Factsheet, existing: list[str]) -> str:
    """Return the file of a section's chapter: the one that has its number, else a new one."""
    number = section.split(".", maxsplit=1)[0]
    chapter = slug(number, "0")
    same = [name for name in existing if re.split(r"-|\.yml", name, maxsplit=1)[0].lstrip("0") == chapter.lstrip("0")]
    if same:
        return same[0]
    first = next((s for s in sheet.sections if s.id.split(".", maxsplit=1)[0] == number), None)
    title = slug((first.title.nl or first.title.en) if first else "", "hoofdstuk")
    width = max(len(s.id.split(".", maxsplit=1)[0]) for s in sheet.sections)
    return f"{chapter.zfill(width)}-{title}.yml"


def check_plan(root: Path, before: Corpus, plan: Mapping[str, str]) -> None:
    """Read the library as it would be; refuse a plan that would lose a record or break a file.

    Raises
    ------
    EvidenceError
        If the library as it would be does not hold all it held.
    """
    with scratch() as folder:
        trial = Path(folder)
        copied = trial / "evidence"
        shutil.copytree(root / "evidence", copied, ignore_dangling_symlinks=True, copy_function=shutil.copyfile)
        for inside in (copied, *copied.rglob("*")):
            if inside.is_dir():  # a library that may not be written is refused by its own name, not by that of the copy
                inside.chmod(0o700)
        shutil.copyfile(root / "references.bib", trial / "references.bib")
        for name, text in plan.items():
            (trial / name).parent.mkdir(parents=True, exist_ok=True)
            (trial / name).write_bytes(text.encode("utf-8"))
        after, findings = read_corpus(trial)
    broken = [finding for finding in findings if _UNREAD.match(finding.code)]
    kept = _contents(before).items() <= _contents(after).items()
    if broken or not kept:
        changed = Text("iets dat er al stond zou veranderen", "something that was there would change")
        where = Text(*(broken[0].of(language) for language in LANGUAGES)) if broken else changed
        message = Text(
            f"de voorstellen passen niet in de bestanden zoals die zijn geschreven ({where.nl}); er is niets veranderd",
            f"the proposals do not fit the files as they are written ({where.en}); nothing was changed",
        )
        raise EvidenceError(message)


def _contents(corpus: Corpus) -> dict[tuple[str, str], object]:
    """Return every record without its place in the file."""
    found: dict[tuple[str, str], object] = {}
    for claim in (*corpus.claims, *corpus.proposals):
        found["claim", claim.id] = (claim.statement, claim.passages, [c.work for c in claim.citations], claim.kind)
    for key, work in corpus.works.items():
        found["work", key] = (work.authors, work.year, dict(work.fields), work.appraisal.identification)
    return found


def write_plan(root: Path, before: Corpus, plan: Mapping[str, str]) -> None:
    """Write the files of a plan, all or none: a journal is written first, and what it says is carried out.

    Raises
    ------
    OutputError
        If one cannot be written.
    EvidenceError
        If the library is no longer what the plan was made for.
    """
    if not plan:
        return
    for name in plan:
        if (root / name).parent.is_dir():  # else the run makes it, behind its journal: a folder alone would be a fault
            output.check_place(root / name)
    if content_hash(root) != before.version:
        message = Text(
            f"{root} veranderde tijdens het lezen; er is niets geschreven, probeer het opnieuw",
            f"{root} changed while it was read; nothing was written, run it again",
        )
        raise EvidenceError(message)
    output.write(root / JOURNAL, json.dumps(dict(plan), ensure_ascii=False).encode("utf-8"))
    carry_out(root)


def carry_out(root: Path) -> None:
    """Carry out the journal of a run that was broken off, if there is one; it holds whole files.

    Raises
    ------
    OutputError
        If a file cannot be written.
    """
    journal = root / JOURNAL
    if not journal.is_file():
        return
    try:
        plan: dict[str, str] = json.loads(content_of(journal))
        foreign = [name for name in plan if not _PLACE.fullmatch(name) or ".." in name.split("/")]
        contents = {name: str.encode(text, "utf-8") for name, text in plan.items()}
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise OutputError(_foreign(journal)) from error
    if foreign:
        raise OutputError(_foreign(journal))
    for name, content in contents.items():
        target = _with_folder(root, name)
        output.write(target, content)
        output.clear_away(target)
    output.clear_away(journal)
    journal.unlink()


def _foreign(journal: Path) -> Text:
    return Text(
        f"{journal} is niet door `curate` geschreven; verwijder het, en kijk met `validate` of de bibliotheek heel is",
        f"{journal} was not written by `curate`; delete it, and see with `validate` whether the library is whole",
    )


def _with_folder(root: Path, name: str) -> Path:
    """Return where a file of the library stands, its folder made."""
    target = root / name
    if not output.real(target).is_relative_to(output.real(root)):
        led = Text(
            f"{target} leidt door een koppeling buiten {root}; er is niets meer geschreven; haal de koppeling weg",
            f"{target} leads out of {root} by a link; nothing more was written; take the link away",
        )
        raise OutputError(led)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = Text(
            f"{target.parent} kan niet worden gemaakt: {error.strerror}; kies een plaats waar u mag schrijven",
            f"cannot make {target.parent}: {error.strerror}; choose a place you may write to",
        )
        raise OutputError(message) from error
    return target
