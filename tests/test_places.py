"""Places that a command line can name and that lead nowhere: each is refused in one line, and nothing is written."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from ouderevidence.document.output import write
from ouderevidence.library.load import load
from ouderevidence.model.errors import EvidenceError, OutputError

SMALL = Path(__file__).parents[1] / "docs" / "voorbeeld" / "bibliotheek"


@pytest.fixture
def loop(tmp_path: Path) -> Path:
    """Make a link that leads to itself."""
    (tmp_path / "lus").symlink_to("lus")
    return tmp_path / "lus"


def test_a_file_in_a_link_that_leads_to_itself_is_refused(loop: Path) -> None:
    for path in (loop, loop / "x.csv", loop / "y" / "x.csv"):
        with pytest.raises(OutputError, match="lus is a link that leads nowhere; take it away"):
            write(path, b"x")
    assert list(loop.parent.iterdir()) == [loop]


def test_a_library_that_is_a_link_to_itself_is_refused(loop: Path) -> None:
    with pytest.raises(EvidenceError, match="lus"):
        load(loop)
    with pytest.raises(EvidenceError, match="lus"):
        load(loop, SMALL)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names themselves")
def test_a_library_is_not_packed_into_a_folder_whose_name_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="something in its name is no text; choose another name"):
        load(SMALL).pack(tmp_path / os.fsdecode(b"a\xff"))
    assert list(tmp_path.iterdir()) == []
