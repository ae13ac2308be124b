"""Faults of the machine: a full disk, no more files or memory, two runs at once: one clear error, and nothing lost."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from ouderevidence.document.output import alone, write
from ouderevidence.document.scratch import scratch
from ouderevidence.model.errors import OutputError
from ouderevidence.products.curate import new_library

ROOT = Path(__file__).resolve().parents[1]
SMALL = ROOT / "docs" / "voorbeeld" / "bibliotheek"
TOOL = [sys.executable, "-c", "from ouderevidence.cli import main; main()"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs the limits of a process, which Windows has not")


def unmeasured() -> dict[str, str]:
    """Return the environment without what measures coverage, which has files and a size of its own."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}


def limited(limit: str, place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a place, under a limit of bash's ``ulimit``."""
    script = f'ulimit {limit}; exec "$0" "$@"'
    command = ["bash", "-c", script, *TOOL, *arguments, "--evidence", str(SMALL)]
    return subprocess.run(command, cwd=place, capture_output=True, text=True, check=False, env=unmeasured())


def held(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("limit", "remedy"),
    [("-n 6", "files"), ("-n 9", ""), ("-n 12", "bestanden"), ("-n 16", ""), ("-v 300000", "geheugen is vol")],
)
def test_without_files_or_memory_a_brief_ends_with_one_line_and_the_old_one_stays(
    limit: str, remedy: str, tmp_path: Path
) -> None:
    (tmp_path / "notitie.pdf").write_bytes(b"oud")
    evidence = held(SMALL)
    done = limited(limit, tmp_path, "brief", "-o", "notitie.pdf")
    assert "Traceback" not in done.stderr
    if done.returncode:  # a machine may need less
        said = [line for line in done.stderr.splitlines() if not line.startswith("<jemalloc>")]  # of pyarrow, if there
        assert said[0].startswith("ouderevidence: ")
        assert remedy in said[0]
        assert held(tmp_path) == {"notitie.pdf": b"oud"}
    assert held(SMALL) == evidence


def test_without_room_to_start_pandoc_an_audit_says_so_in_the_language_asked_for(tmp_path: Path) -> None:
    (tmp_path / "concepten").mkdir()
    (tmp_path / "concepten" / "a.md").write_text("Thuis telt.\n", encoding="utf-8")
    said = ""
    for limit in range(10, 14):  # which number it is depends on the system
        done = limited(f"-n {limit}", tmp_path, "audit", "concepten", "-o", f"uit{limit}")
        assert "Traceback" not in done.stderr
        said += done.stderr
    assert "kan niet starten" in said
    assert "could not" not in said


FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))
from ouderevidence.cli import main
main()
"""


@pytest.mark.parametrize(
    "command",
    ["brief -o uit.html", "brief --all -o uit --format html", "site -o uit --geen-notities", "export -o uit.xlsx"],
)
def test_where_no_more_can_be_written_nothing_half_written_stays(command: str, tmp_path: Path) -> None:
    words = [*command.split(), "--evidence", str(SMALL)]
    done = subprocess.run(
        [sys.executable, "-c", FULL, *words],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env=unmeasured(),
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.splitlines()[-1].startswith("ouderevidence: ")
    assert not held(tmp_path)


WRITER = """
import sys
from ouderevidence.document.output import alone, write
for number in range(300):
    write(sys.argv[1], sys.argv[2].encode() * 50_000)
"""


def test_of_two_runs_that_write_one_file_the_last_one_stands_whole(tmp_path: Path) -> None:
    path = tmp_path / "notitie.md"
    runs = [subprocess.Popen([sys.executable, "-c", WRITER, str(path), letter]) for letter in "ab"]
    seen = set()
    while any(run.poll() is None for run in runs):
        if path.exists():
            seen.add(path.read_bytes())
        time.sleep(0.01)
    assert [run.returncode for run in runs] == [0, 0]
    assert seen <= {b"a" * 50_000, b"b" * 50_000}
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    "command", ["brief --all -o uit --format html", "site -o uit --geen-notities", "audit concepten -o uit"]
)
def test_a_folder_that_another_run_writes_is_left_as_it_is(command: str, tmp_path: Path) -> None:
    (tmp_path / "concepten").mkdir()
    (tmp_path / "concepten" / "a.md").write_text("Thuis telt.", encoding="utf-8")
    (tmp_path / "uit").mkdir()
    (tmp_path / "uit" / "index.html").write_bytes(b"van de andere ronde")
    before = held(tmp_path)
    words = [*TOOL, *command.split(), "--evidence", str(SMALL)]
    with alone(tmp_path / "uit"):
        done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode not in {0, None}
    assert "een andere ronde schrijft in uit; er is niets veranderd" in done.stderr.splitlines()[-1]
    assert held(tmp_path) == before


def test_what_a_killed_run_left_is_cleared_and_what_is_being_written_is_not(tmp_path: Path) -> None:
    import fcntl

    path, part = tmp_path / "notitie.md", tmp_path / ".notitie.md.part"
    part.write_bytes(b"half")
    with part.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # another run is at it
        write(path, b"nieuw")
        assert part.read_bytes() == b"half"
    assert path.read_bytes() == b"nieuw"
    write(path, b"nieuwer")
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_where_a_file_is_written_beside_is_not_followed(tmp_path: Path) -> None:
    other, path = tmp_path / "ander.txt", tmp_path / "notitie.md"
    other.write_bytes(b"blijft")
    (tmp_path / ".notitie.md.part").symlink_to(other)
    write(path, b"nieuw")
    assert other.read_bytes() == b"blijft"
    assert path.read_bytes() == b"nieuw"


def test_a_link_to_nowhere_where_a_file_is_written_beside_makes_no_file_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "hier").mkdir()
    path, elsewhere = tmp_path / "hier" / "notitie.md", tmp_path / "elders.txt"
    (tmp_path / "hier" / ".notitie.md.part").symlink_to(elsewhere)
    write(path, b"nieuw")
    assert path.read_bytes() == b"nieuw"
    assert not elsewhere.exists()


def test_a_new_library_that_was_broken_off_is_made_whole_by_the_next_run(tmp_path: Path) -> None:
    names = new_library(tmp_path / "heel")
    for name in names[:4]:
        (tmp_path / "stuk" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "stuk" / name).write_bytes((tmp_path / "heel" / name).read_bytes())
    (tmp_path / "stuk" / ".references.bib.part").write_bytes(b"@arti")
    new_library(tmp_path / "stuk")
    assert held(tmp_path / "stuk") == held(tmp_path / "heel")
    (tmp_path / "stuk" / ".vscode" / "settings.json").rename(tmp_path / "stuk" / ".vscode" / ".settings.json.part")
    new_library(tmp_path / "stuk")  # of a run that was killed at its last file
    assert held(tmp_path / "stuk") == held(tmp_path / "heel")
    (tmp_path / "stuk" / names[0]).write_bytes(b"van een mens")
    (tmp_path / "stuk" / names[1]).unlink()
    with pytest.raises(OutputError, match="not empty"):
        new_library(tmp_path / "stuk")


def without_rights(place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command as somebody who is kept to the permissions of files, which root is not."""
    held_back = ["setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner"] if os.geteuid() == 0 else []
    if held_back and not shutil.which("setpriv"):
        if os.environ.get("CI"):
            pytest.fail("setpriv is not here, and with CI nothing skips")
        pytest.skip("root can give up its rights with setpriv alone, which is not here")
    words = [*held_back, *TOOL, *arguments]
    return subprocess.run(words, cwd=place, capture_output=True, text=True, check=False)


def test_a_draft_that_may_not_be_read_is_a_row_and_the_others_are_audited(tmp_path: Path) -> None:
    (tmp_path / "concepten").mkdir()
    for name in ("a.md", "b.md"):
        (tmp_path / "concepten" / name).write_text("Thuis lezen telt (Jansen et al., 2018).\n", encoding="utf-8")
    (tmp_path / "concepten" / "a.md").chmod(0o000)
    words = ["audit", "concepten", "-o", "uit", "--evidence", str(SMALL), "--format", "json"]
    done = without_rights(tmp_path, *words)
    assert done.returncode == 1
    rows = json.loads(done.stdout)
    assert [row["file"] for row in rows] == ["a.md", "b.md"]
    assert rows[0]["unread"].startswith("a.md kan niet worden geopend; controleer de naam")
    assert not rows[1]["unread"]
    (tmp_path / "concepten" / "a.md").chmod(0o644)
    again = json.loads(without_rights(tmp_path, *words).stdout)
    assert again == [{**rows[1], "file": "a.md"}, rows[1]]


def test_a_folder_of_drafts_that_may_not_be_read_is_told_and_a_hidden_one_is_passed_over(tmp_path: Path) -> None:
    for name in ("wijk", ".eigen"):
        (tmp_path / "concepten" / name).mkdir(parents=True)
    for place in (".", "wijk"):
        (tmp_path / "concepten" / place / "a.md").write_text("Lezen telt (Jansen et al., 2018).\n", encoding="utf-8")
    words = ["audit", "concepten", "-o", "uit", "--evidence", str(SMALL), "--format", "json"]
    for name in ("wijk", ".eigen"):
        (tmp_path / "concepten" / name).chmod(0o000)
    done = without_rights(tmp_path, *words)
    assert done.returncode == 1
    assert "de map concepten/wijk kan niet worden gelezen" in done.stderr
    (tmp_path / "concepten" / "wijk").chmod(0o755)
    rows = json.loads(without_rights(tmp_path, *words).stdout)
    (tmp_path / "concepten" / ".eigen").chmod(0o755)
    assert [row["file"] for row in rows] == ["a.md", "wijk/a.md"]


def test_a_library_that_may_not_be_written_is_named_itself_and_its_copy_is_cleared(tmp_path: Path) -> None:
    new_library(tmp_path / "eigen")
    folders = [tmp_path / "eigen", *(path for path in (tmp_path / "eigen").rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    (tmp_path / "tmp").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", str(tmp_path / "tmp"))
        done = without_rights(tmp_path, "curate", str(SMALL.parent / "meer-bewegen.md"), "--into", "eigen")
    for folder in folders:
        folder.chmod(0o755)
    assert done.returncode == 1
    assert done.stderr.startswith("ouderevidence: kan eigen/")
    assert len(done.stderr.splitlines()) == 1
    assert list((tmp_path / "tmp").iterdir()) == []


LEFT = """
import os, signal
from ouderevidence.document.scratch import scratch
with scratch() as folder:
    (folder / "stuk.txt").write_bytes(b"x")
    print(folder, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_temporary_folder_of_a_killed_run_is_cleared_and_that_of_another_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    environment = {**os.environ, "TMPDIR": str(tmp_path)}

    def killed() -> Path:
        command = [sys.executable, "-c", LEFT]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False, env=environment)
        return Path(done.stdout.strip())

    with scratch() as mine:
        lost = killed()
        assert lost.parent == tmp_path
        assert lost.exists()
        killed()
        assert not lost.exists()
        assert mine.exists()
