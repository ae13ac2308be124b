"""Writing a file: an existing one is kept until the new one is complete, and a failure leaves nothing behind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ouderevidence.document.output import write
from ouderevidence.model.errors import OutputError

FULL = """
import resource, signal, sys
from ouderevidence.model.errors import OutputError
from ouderevidence.document.output import write
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
before = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
try:
    write(sys.argv[1], b"x" * 5000)
except OutputError as error:
    print(error)
resource.setrlimit(resource.RLIMIT_FSIZE, before)
"""


def test_a_new_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "notitie.md"
    path.write_bytes(b"oud")
    write(path, b"nieuw")
    assert path.read_bytes() == b"nieuw"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="folder"):
        write(tmp_path, b"x")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs Linux's /proc, where no one may write")
def test_a_read_only_place_is_refused() -> None:
    with pytest.raises(OutputError, match="choose a place you may write to"):
        write("/proc/notitie.md", b"x")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files, which Windows has not")
def test_a_full_disk_keeps_the_old_file_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    path = tmp_path / "notitie.md"
    path.write_bytes(b"oud")
    done = subprocess.run([sys.executable, "-c", FULL, path], capture_output=True, text=True, check=True)
    assert "cannot write" in done.stdout
    assert path.read_bytes() == b"oud"
    assert list(tmp_path.iterdir()) == [path]
