"""Load the evidence: read, check, and only then hand out."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ouderevidence.document.files import content_of
from ouderevidence.evidence.checks import check
from ouderevidence.evidence.join import folder_names, join
from ouderevidence.evidence.layout import is_packed
from ouderevidence.evidence.read import Corpus, read_corpus
from ouderevidence.evidence.vocabulary import Vocabulary
from ouderevidence.library.library import Library
from ouderevidence.model.bilingual import Text
from ouderevidence.model.collector import without_collector
from ouderevidence.model.errors import EvidenceError, ValidationError
from ouderevidence.model.findings import Finding, Report

if TYPE_CHECKING:
    from collections.abc import Mapping

TEXT_VARIABLE = "OUDEREVIDENCE_FACTSHEET"


def packaged() -> Path:
    """Return the folder of the curated evidence: inside the package, or the checkout it runs from.

    Raises
    ------
    EvidenceError
        If neither has it.
    """
    here = Path(__file__).resolve()
    for root in (here.parents[1] / "_data", here.parents[3]):
        if (root / "evidence" / "vocabulary.yml").is_file():
            return root
    message = Text(
        "de gegevens staan niet bij het programma; installeer ouderevidence opnieuw",
        "the curated evidence is not beside the package; install ouderevidence again",
    )
    raise EvidenceError(message)


def factsheet_text(path: str | Path | None = None) -> dict[str, str]:
    """Return the text of a factsheet by its id (the file's name without ending).

    Parameters
    ----------
    path
        A UTF-8 text file; default the one that the environment variable ``OUDEREVIDENCE_FACTSHEET`` names, if any.

    Raises
    ------
    EvidenceError
        If the file named cannot be read.
    """
    name = path or os.environ.get(TEXT_VARIABLE)
    if not name:
        return {}
    try:
        text = content_of(name).decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        return {Path(name).stem: text}
    except (OSError, UnicodeDecodeError) as error:
        message = Text(
            f"de tekst {name} van de factsheet kan niet worden gelezen ({error}); herstel het pad of sla het bestand "
            "op als UTF-8",
            f"the factsheet's text {name} cannot be read ({error}); mend the path or save it as UTF-8",
        )
        raise EvidenceError(message) from error


def validate(*paths: str | Path, texts: Mapping[str, str] | None = None) -> tuple[Corpus, list[Finding]]:
    """Read and check folders of evidence; return what was read and every finding, in order of place.

    Parameters
    ----------
    paths
        Folders that hold ``references.bib`` and ``evidence/``; default the curated evidence.
    texts
        Factsheet id to its text, to hold the passages against.
    """
    with without_collector():
        return _validated(paths, texts)


def _validated(paths: tuple[str | Path, ...], texts: Mapping[str, str] | None) -> tuple[Corpus, list[Finding]]:
    corpora: list[Corpus] = []
    findings: list[Finding] = []
    folders = [Path(p) for p in paths] or [packaged()]
    names = folder_names(folders)
    parts: list[str] = []
    for path, name in zip(folders, names, strict=True):
        if not path.is_dir():
            report = Report(path.as_posix())
            report.add("E001", 0, what="the folder")
            findings += report.findings
            continue
        corpus, found = _read(path)
        corpora.append(corpus)
        parts.append(name)
        findings += found if len(folders) == 1 else [replace(f, file=f"{name}/{f.file}") for f in found]
    if len(corpora) == 1:
        corpus = corpora[0]
    elif corpora:
        corpus, clashes = join(list(zip(parts, corpora, strict=True)))
        findings += clashes
    else:
        corpus = Corpus(Vocabulary(()), {}, {}, (), (), "", {})
    findings += check(corpus, texts, complete=not any(f.code.startswith("E0") for f in findings))
    return corpus, sorted(set(findings))


def _read(path: Path) -> tuple[Corpus, list[Finding]]:
    if not is_packed(path):
        return read_corpus(path)
    from ouderevidence.evidence.package import read_packed  # its tables are of no use to who reads YAML

    corpus, findings = read_packed(path), list[Finding]()
    for claim in corpus.proposals:
        report = Report(claim.file)
        report.add("W505", claim.line, claim=claim.id)
        findings += report.findings
    return corpus, findings


def load(*paths: str | Path) -> Library:
    """Load the evidence, validated.

    Parameters
    ----------
    paths
        Folders that hold ``references.bib`` and ``evidence/``, or a packed library; default the curated evidence of
        the package. Several are joined: what two of them name alike must be the same. One large packed library (5,000
        claims) was checked when it was packed: its files must be those that were written.

    Raises
    ------
    ValidationError
        If anything does not hold together; it carries all findings.
    EvidenceError
        If a packed library is damaged, or pyarrow is needed and not installed.

    Examples
    --------
    >>> len(load().where(parent_group="vaders")) > 0
    True
    """
    if len(paths) == 1 and is_packed(Path(paths[0])):
        corpus = _read(Path(paths[0]))[0]
        findings = check(corpus) if isinstance(corpus.claims, tuple) else []  # a large one is not gone through
    else:
        corpus, findings = validate(*paths)
    errors = sorted(f for f in findings if f.severity == "error")
    if errors:
        raise ValidationError(errors)
    return Library(corpus)


def pack(library: Library, folder: str | Path) -> Path:
    """Write a library as a packed one, checked; see ``Library.pack``."""
    from ouderevidence.evidence.packed import write_packed  # its tables are of no use to who reads YAML

    if library.whole is not library:
        message = Text(
            "een keuze uit een bibliotheek is niet in te pakken; pak de hele in: `library.whole.pack(…)`",
            "a selection of a library cannot be packed; pack the whole: `library.whole.pack(…)`",
        )
        raise EvidenceError(message)
    corpus = library._corpus  # noqa: SLF001 - there is no other door
    errors = sorted({finding for finding in check(corpus) if finding.severity == "error"})
    if errors:
        raise ValidationError(errors)
    return write_packed(corpus, Path(folder))
