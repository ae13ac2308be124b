"""A copy of a Word draft with each remark as a real comment at the words it is about; no letter of it changes.

Word and pandoc see the same letters in the same order, whatever they make of spaces and quotation marks: a remark is
found back by the letters of its words and of what stands around them.
"""

from __future__ import annotations

import copy
import io
import zipfile
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from ouderevidence.model.errors import DocumentError
from ouderevidence.products.audit.wording import CLAIMS, FIRST, SEVERITY_LEAD, TO_DO, capital
from ouderevidence.text.folding import plain_signs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ouderevidence.products.audit.report import Audit, Remark

AUTHOR: Final = "ouderevidence"
INITIALS: Final = "OE"
CONTEXT: Final = 60  # letters on either side that tell two places apart
W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
BOX: Final = f"{W}txbxContent"
GONE: Final = frozenset({f"{W}del", f"{W}moveFrom", FALLBACK})
NOTES: Final = (f"{W}footnoteReference", f"{W}endnoteReference")
DATED: Final = (1980, 1, 1, 0, 0, 0)  # the earliest a zip file knows


def commented(audit: Audit) -> bytes:
    """Return the draft, a Word file, with a comment for each remark.

    A remark on a note stands at the number of the note in the text, since not every program shows comments in notes.

    Raises
    ------
    DocumentError
        If the draft is no Word file that can be opened.
    """
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = docx.Document(str(audit.path))
        body = document.element.body
    except (PackageNotFoundError, KeyError, ValueError, AttributeError, SyntaxError, zipfile.BadZipFile) as error:
        raise DocumentError(audit.path.name, "broken", detail=str(error)) from error
    placer = _Placer(body, audit)
    if placer.at:
        _begin(document, placer.first(), audit)
    for remark, first, last in placer.places():
        _comment(document, remark, _outside_box(first), _outside_box(last), audit.language)
    made = io.BytesIO()
    document.save(made)
    return _evenly_dated(made.getvalue())


def _begin(document: Any, run: Any, audit: Audit) -> None:  # noqa: ANN401 - python-docx
    """Say at the beginning of the text what to do first."""
    shown = _outside_box(run)
    steps = [(f"{number}.", step) for number, step in enumerate(audit.steps, 1)]
    _put(document, (shown, shown), [(f"{FIRST.of(audit.language)}:", ""), *steps])


def _outside_box(run: Any) -> Any:  # noqa: ANN401 - lxml
    """Return a run, or the run that holds the text box it stands in: Word offers no comments inside a text box."""
    boxes = list(run.iterancestors(BOX))
    holders = boxes[-1].iterancestors(f"{W}r") if boxes else iter(())
    return next(holders, run)


def _comment(document: Any, remark: Remark, first: Any, last: Any, language: str) -> None:  # noqa: ANN401 - python-docx
    _put(document, (first, last), comment_text(remark, language))


def _put(document: Any, runs: tuple[Any, Any], paragraphs: list[tuple[str, str]]) -> None:  # noqa: ANN401 - python-docx
    from docx.text.run import Run

    at = [Run(run, document) for run in runs]
    comment = document.add_comment(at, author=AUTHOR, initials=INITIALS)
    comment._comment_elm.attrib.pop(f"{W}date", None)  # noqa: SLF001 - the same draft gives the same bytes
    lead, *more = paragraphs
    comment.paragraphs[0].add_run(lead[0]).bold = True
    comment.paragraphs[0].add_run(f" {lead[1]}")
    for name, words in more:
        paragraph = comment.add_paragraph()
        paragraph.add_run(name).bold = True
        paragraph.add_run(f" {words}")


def comment_text(remark: Remark, language: str) -> list[tuple[str, str]]:
    """Return a remark as paragraphs, each with the words it begins with: what it is, what to do, claims."""
    lead = f"{SEVERITY_LEAD[remark.severity].of(language)} {remark.code}"
    parts = [(f"{lead}:", f"{capital(remark.fact)}."), (f"{TO_DO.of(language)}:", f"{capital(remark.remedy)}.")]
    return parts + [(f"{CLAIMS.of(language)}:", claim.line(language)) for claim in remark.claims]


class _Placer:
    """Finds the runs of a Word body that hold given words, and cuts runs where words begin or end inside them."""

    def __init__(self, body: Any, audit: Audit) -> None:  # noqa: ANN401 - lxml
        self.audit = audit
        self.stream, self.at = _letters_of(body)
        self.notes = [node.getparent() for node in body.iter(*NOTES) if _stands(node)]
        pieces = [piece for piece in audit.document.pieces if piece.kind != "note"]
        letters = [(c, i) for piece in pieces for c, i in _letters(audit.document.text, piece.start, piece.end)]
        self.plain = "".join(c for c, _ in letters)
        self.offsets = [i for _, i in letters]

    def first(self) -> Any:  # noqa: ANN401 - lxml
        """Return the run that holds the first letter."""
        return self.at[0][0].getparent()

    def places(self) -> Iterator[tuple[Remark, Any, Any]]:
        """Yield each remark with the first and the last run of its words."""
        if not self.at:
            return
        spans = {id(remark): self._span(remark) for remark in self.audit.findings}
        runs = self._cut([span for span in spans.values() if span is not None])
        for remark in self.audit.findings:
            span = spans[id(remark)]
            if span is not None:
                yield remark, runs(span[0]), runs(span[1])
            else:
                note = self._note(remark)
                run = note if note is not None else runs(0)
                yield remark, run, run

    def _note(self, remark: Remark) -> Any:  # noqa: ANN401 - lxml
        number = self.audit.document.piece_at(remark.start).note
        return self.notes[number - 1] if number is not None and number <= len(self.notes) else None

    def _span(self, remark: Remark) -> tuple[int, int] | None:
        """Return the first and the last letter of a remark's words in the stream; None if it is not in the body."""
        if remark.end == remark.start or self.audit.document.piece_at(remark.start).kind == "note":
            return None
        text = self.audit.document.text
        words = "".join(c for c, _ in _letters(text, remark.start, remark.end))
        here = bisect_right(self.offsets, remark.start - 1)
        if not words:
            return None
        if self.stream.startswith(words, here) and self.stream[:here] == self.plain[:here]:
            return here, here + len(words) - 1
        before, after = self.plain[max(0, here - CONTEXT) : here], self.plain[here + len(words) :][:CONTEXT]
        found = list(_all(self.stream, words))
        if not found:
            return None
        best = max(found, key=lambda place: (self._alike(place, len(words), before, after), -abs(place - here)))
        return best, best + len(words) - 1

    def _alike(self, place: int, length: int, before: str, after: str) -> int:
        """Return how many letters around a place are those around the words looked for."""
        ahead = self.stream[place + length : place + length + CONTEXT]
        behind = self.stream[max(0, place - CONTEXT) : place]
        return _shared(after, ahead) + _shared(before[::-1], behind[::-1])

    def _cut(self, spans: list[tuple[int, int]]) -> Any:  # noqa: ANN401 - a function from a letter to its run
        """Cut the runs so that every span begins and ends with a run; return which run holds a letter."""
        cuts: dict[Any, set[int]] = {}
        for first, last in spans:
            node, place = self.at[first]
            cuts.setdefault(node, set()).add(place)
            node, place = self.at[last]
            cuts.setdefault(node, set()).add(place + 1)
        held: dict[Any, list[tuple[int, Any]]] = {}
        for run in {node.getparent(): None for node in cuts}:
            held |= _split(run, cuts)

        def run_of(letter: int) -> Any:  # noqa: ANN401 - lxml
            node, place = self.at[letter]
            if node not in held:
                return node.getparent()
            parts = held[node]
            return parts[bisect_right([start for start, _ in parts], place) - 1][1]

        return run_of


def _split(run: Any, cuts: dict[Any, set[int]]) -> dict[Any, list[tuple[int, Any]]]:  # noqa: ANN401 - lxml
    """Replace a run by runs of the same look; return for each of its texts where each part starts, and its run."""
    properties = run.find(f"{W}rPr")
    children = [child for child in run if child is not properties]
    held: dict[Any, list[tuple[int, Any]]] = {}
    made = [run]
    for child in children:
        run.remove(child)
    for child in children:
        places = sorted(place for place in cuts.get(child, ()) if 0 < place < len(child.text or ""))
        starts = [0, *places]
        begins = 0 in cuts.get(child, ())
        held[child] = []
        for start, end in zip(starts, [*places, None], strict=True):
            if (start or begins) and len(made[-1]) > (properties is not None):
                made.append(_like(run, properties))
            part = child if not places else _text(child, start, end)
            made[-1].append(part)
            held[child].append((start, made[-1]))
        if len(child.text or "") in cuts.get(child, ()):
            made.append(_like(run, properties))
    for before, after in pairwise(made):
        if len(after) > (properties is not None):
            before.addnext(after)
    return held


def _like(run: Any, properties: Any) -> Any:  # noqa: ANN401 - lxml
    new = run.makeelement(run.tag, dict(run.attrib))
    if properties is not None:
        new.append(copy.deepcopy(properties))
    return new


def _text(node: Any, start: int, end: int | None) -> Any:  # noqa: ANN401 - lxml
    part = node.makeelement(node.tag, dict(node.attrib))
    part.text = node.text[start:end]
    part.set(SPACE, "preserve")
    return part


def _letters_of(body: Any) -> tuple[str, list[tuple[Any, int]]]:  # noqa: ANN401 - lxml
    """Return the letters and digits of a Word body, and for each its text node and place."""
    found = [
        (c, (node, i))
        for node in body.iter(f"{W}t")
        if _stands(node)
        for c, i in _letters(node.text or "", 0, len(node.text or ""))
    ]
    return "".join(c for c, _ in found), [place for _, place in found]


def _stands(node: Any) -> bool:  # noqa: ANN401 - lxml
    """Whether a node stands in a run that is not deleted."""
    return node.getparent().tag == f"{W}r" and not any(above.tag in GONE for above in node.iterancestors())


def _letters(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    for i in range(start, end):
        if text[i].isalnum():
            for folded in plain_signs(text[i]).casefold():
                yield folded, i


def _all(stream: str, words: str) -> Iterator[int]:
    place = stream.find(words)
    while place >= 0:
        yield place
        place = stream.find(words, place + 1)


def _shared(one: str, two: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))


def _evenly_dated(content: bytes) -> bytes:
    """Return a zip file with every part of the same date, so that the same draft gives the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(zipfile.ZipInfo(name, DATED), before.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()
