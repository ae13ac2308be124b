"""What the products read beside the evidence: drafts, factsheets, house styles, logos, and what earlier runs left."""

from __future__ import annotations

import random
import shutil
import struct
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Final
from unittest import mock

from one_part import WORD, word_of
from ouderevidence.document import housestyle, render
from ouderevidence.document.word import completed, reference_document
from ouderevidence.evidence.layout import JOURNAL as JOURNAL_NAME
from ouderevidence.library.load import load
from ouderevidence.products.audit import audit
from ouderevidence.products.audit import folder as results
from ouderevidence.products.audit.comments import commented
from ouderevidence.products.audit.page import annotated_page
from ouderevidence.products.brief.record import Record
from ouderevidence.products.curate import curate, new_library, plan
from ouderevidence.products.trace import trace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from open_pandoc import OpenPandoc

PNG: Final = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII5s", 13, b"IHDR", 40, 30, b"\x08\x06\0\0\0")
JPEG: Final = b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xfe\0\4ab\xff\xc0\0\x11\x08\0\x1e\0\x28\3\1\x22\0"
BRIEFS: Final = b'{"files":{"alles.md":{"from":"ab12","sha256":"00"},"groep-a.docx":{"from":"x","sha256":""}}}'
AUDITED: Final = (
    b'{"counts":{"error":2,"warning":1},"findings":[{"place":"p. 3","code":"A101","claims":["a","b"],"words":null}]}'
)
JOURNAL: Final = b'{"evidence/factsheets/een/claims/1.yml":"- id: een\\n","references.bib":"@book{a,}\\n"}'
STYLES: Final = 12  # of a house style whose bytes are changed: few, so that each change tells
WRITTEN: Final = 200  # one in so many house styles is written with
RAW: Final = 0.3  # of the house styles have other bytes as a zip file


class Products:
    """The products, in a folder of their own, with a small library.

    Parameters
    ----------
    place
        The folder; it is made.
    library
        Where the library is.
    pandoc
        The pandoc that stays open.
    """

    def __init__(self, place: Path, library: Path, pandoc: OpenPandoc) -> None:
        place.mkdir()
        self.place, self.pandoc, self.library = place, pandoc, load(library)
        with zipfile.ZipFile(BytesIO(reference_document())) as archive:
            self.house = {name: archive.read(name) for name in archive.namelist()}
        whole = self.house["word/styles.xml"]
        ends = [place for place in range(len(whole)) if whole.startswith(b"</w:style>", place)]
        self.styles = whole[: ends[STYLES] + len(b"</w:style>")] + b"</w:styles>"
        words = (library.parent / "meer-bewegen.md").read_bytes()
        self.targets: dict[str, tuple[bytes, Callable[[bytes], object]]] = {
            "picture": (PNG + JPEG + PNG, self.picture),
            "house": (self.styles, self.house_style),
            "record": (BRIEFS, self.record),
            "results": (AUDITED, self.results),
            "journal": (JOURNAL, self.journal),
            "audit": (words, self.audited),
            "comments": (WORD.encode(), self.comments),
            "trace": (words, self.traced),
            "curate": (words, self.curated),
        }

    def picture(self, data: bytes) -> object:
        """Take a picture as a logo."""
        start = random.Random(data).choice((b"", PNG[:8], JPEG[:3]))  # noqa: S311 - no secret
        with mock.patch.object(housestyle, "content_of", return_value=start + data):
            return housestyle.picture("logo.png")

    def house_style(self, data: bytes) -> object:
        """Take over the styles of a Word file, and now and then write with them."""
        rng = random.Random(data)  # noqa: S311 - no secret
        content = zipped(self.house | {"word/styles.xml": data})
        if rng.random() < RAW:
            at = rng.randrange(len(content))
            content = content[:at] + rng.randbytes(rng.randint(0, 9)) + content[at + rng.choice((0, 1, 9, 4000)) :]
        with mock.patch.object(housestyle, "content_of", return_value=content):
            if rng.randrange(WRITTEN):
                return completed(housestyle.reference_document("h.docx"))
            return render._docx({"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": []}, "h.docx")

    def record(self, data: bytes) -> object:
        """Read what a run left in a folder of briefs."""
        (self.place / "briefs.json").write_bytes(data)
        (self.place / "alles.md").write_bytes(b"")
        return Record(self.place).clear({"alles": "ab12"})

    def results(self, data: bytes) -> object:
        """Read what a run left of the audit of a draft."""
        record = self.place / results.RECORDS / "a.json"
        record.parent.mkdir(exist_ok=True)
        record.write_bytes(data)
        if not results._is_whole(record):
            return None
        counted = results._write_table(self.place, self.place, {self.place / "concept.md": "a"})
        return [one.holds for one in counted]

    def journal(self, data: bytes) -> None:
        """Carry out what a curation that was broken off was about to write."""
        (self.place / JOURNAL_NAME).write_bytes(data)
        try:
            plan.carry_out(self.place)
        finally:
            shutil.rmtree(self.place / "evidence", ignore_errors=True)

    def audited(self, data: bytes) -> object:
        """Audit a draft, and say it in every form."""
        found = audit(self.put(data, ".txt"), self.library, language=random.Random(data).choice(("nl", "en")))  # noqa: S311
        return found.steps, found.summary, found.table(), found.citations_table(), annotated_page(found)

    def comments(self, data: bytes) -> object:
        """Audit a Word file, and put comments in it."""
        with self.pandoc():
            return commented(audit(self.put(word_of(data), ".docx"), self.library))

    def traced(self, data: bytes) -> object:
        """Hold a text against the claims of a factsheet."""
        found = trace(self.put(data, ".txt"), self.library)
        return found.findings, found.summary_in("nl"), found.findings_table(language="en")

    def curated(self, data: bytes) -> object:
        """Propose what stands in a text into a new library."""
        into = self.place / "nieuw"
        try:
            new_library(into)
            return curate(self.put(data, ".txt"), into)
        finally:
            shutil.rmtree(into, ignore_errors=True)

    def put(self, data: bytes, suffix: str) -> Path:
        """Write an input down."""
        path = self.place / f"concept{suffix}"
        path.write_bytes(data)
        return path


def zipped(parts: dict[str, bytes]) -> bytes:
    """Return parts as a zip file, not packed, so that bytes that are changed are changed in what is read."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return made.getvalue()
