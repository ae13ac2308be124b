"""What commands keep for the next run: of whatever kind or shape it is, one clear error or a clean start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import small_library as small
from ouderevidence.model.errors import OutputError
from ouderevidence.model.records import Name
from ouderevidence.products.audit.folder import RECORDS, TABLE, audit_folder
from ouderevidence.products.brief.batch import write_all
from ouderevidence.products.brief.record import RECORD
from ouderevidence.products.curate import curate, new_library

if TYPE_CHECKING:
    import ouderevidence as oe

SAMPLE = Path(__file__).parents[1] / "docs" / "voorbeeld" / "meer-bewegen.md"
CLAIM = replace(small.claim("los", "Dit is los.", small.link("los", "a"), blocks=()), parent_groups=())
ALONE = small.library([CLAIM], [small.work("a", Name("Mol", "A."))])
PLACES = ["pipe", "device", "folder", "loop"]
SHAPES = [
    "nee",
    "[" * 100_000 + "]" * 100_000,
    '{"files": {"a.md": {"from": ' + "[" * 900 + "]" * 900 + "}}}",
    '{"files": {"a.md": 3, "..": {}, "alles.md": {"from": 1, "sha256": null}}}',
    '{"files": {"' + "x" * 5000 + '.md": {"from": "x", "sha256": "x"}}}',
    '{"' + "x" * 5000 + '": 1, "alles": 1}',
    '{"counts": {"error": "x"}}',
    '{"counts": {}, "findings": [{"words": [1, {}]}]}',
    '{"counts": {}, "findings": [{"words": "\\ud800"}]}',
    '{"unread": {"x": 1}}',
]

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs pipes and devices")


def put(kind: str, path: Path) -> None:
    """Put something there that is no regular file."""
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to("/dev/zero" if kind == "device" else path.name)


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """Return a folder with one draft."""
    (tmp_path / "concepten").mkdir()
    (tmp_path / "concepten" / "a.md").write_text("Thuis telt (Jansen, 2018).", encoding="utf-8")
    return tmp_path / "concepten"


@posix
@pytest.mark.parametrize("kind", PLACES)
def test_no_brief_is_written_where_their_record_cannot_be(kind: str, tmp_path: Path) -> None:
    put(kind, tmp_path / RECORD)
    with pytest.raises(OutputError, match=r"briefs\.json"):
        write_all(ALONE, tmp_path, forms=["md"])
    assert [path.name for path in tmp_path.iterdir()] == [RECORD]


@pytest.mark.parametrize("held", SHAPES)
def test_a_record_of_briefs_of_any_shape_is_begun_anew(held: str, tmp_path: Path) -> None:
    write_all(ALONE, tmp_path, forms=["md"])
    first = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    (tmp_path / RECORD).write_text(held, encoding="utf-8")
    assert write_all(ALONE, tmp_path, forms=["md"]) == [tmp_path / "alles.md"]
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == first


def test_a_record_of_briefs_that_is_far_too_large_is_not_read(tmp_path: Path) -> None:
    keys = ",".join(f'"{"k" * 90}{number}": 1' for number in range(120_000))
    (tmp_path / RECORD).write_text(f'{{"alles": 1, {keys}}}', encoding="utf-8")
    (tmp_path / "alles.docx").write_bytes(b"van een mens")
    said: list[object] = []
    write_all(ALONE, tmp_path, forms=["md"], say=said.append)
    assert said == []
    assert list(json.loads((tmp_path / RECORD).read_bytes())["files"]) == ["alles.md"]
    assert (tmp_path / "alles.docx").read_bytes() == b"van een mens"


@posix
@pytest.mark.parametrize("kind", PLACES)
@pytest.mark.parametrize("where", ["record", "folder"])
def test_what_stands_where_an_audit_keeps_its_record_is_named(
    kind: str, where: str, drafts: Path, tmp_path: Path, library: oe.Library
) -> None:
    if (kind, where) == ("folder", "folder"):
        return
    audit_folder(drafts, library, tmp_path / "uit")
    (record,) = (tmp_path / "uit" / RECORDS).iterdir()
    (tmp_path / "uit" / TABLE).unlink()
    record.unlink()
    if where == "folder":
        record.parent.rmdir()
    put(kind, record if where == "record" else record.parent)
    with pytest.raises(OutputError, match=RECORDS):
        audit_folder(drafts, library, tmp_path / "uit")
    assert [path.name for path in (tmp_path / "uit").iterdir()] == [RECORDS]


@pytest.mark.parametrize("held", SHAPES)
def test_a_record_of_an_audit_of_any_shape_is_made_anew(
    held: str, drafts: Path, tmp_path: Path, library: oe.Library
) -> None:
    first = audit_folder(drafts, library, tmp_path / "uit")
    table = (tmp_path / "uit" / TABLE).read_bytes()
    (record,) = (tmp_path / "uit" / RECORDS).iterdir()
    record.write_text(held, encoding="utf-8")
    assert audit_folder(drafts, library, tmp_path / "uit") == first
    assert (tmp_path / "uit" / TABLE).read_bytes() == table


@pytest.mark.parametrize("held", ["3", '"\\ud800"', "null", '["x"]'])
def test_a_journal_of_which_a_file_is_no_text_is_not_carried_out(held: str, tmp_path: Path) -> None:
    root = tmp_path / "eigen"
    new_library(root)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    (root / ".curate.json").write_text(f'{{"evidence/works.yml": "x", "evidence/x.yml": {held}}}', encoding="utf-8")
    with pytest.raises(OutputError, match="not written by `curate`"):
        curate(SAMPLE, root)
    (root / ".curate.json").unlink()
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


@posix
def test_a_command_waits_for_no_pipe_in_the_place_of_its_record(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / RECORD)
    done = subprocess.run(
        [sys.executable, "-c", "from ouderevidence.cli import main; main()", "brief", "--all", "-o", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr.count("ouderevidence: ")) == (1, 1)
