"""What a command line can hold that leads nowhere: it is refused in one line, and nothing is written."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from PIL import Image

import ouderevidence as oe
from ouderevidence.document.output import write
from ouderevidence.library.load import load
from ouderevidence.model.errors import EvidenceError, OutputError

SMALL = Path(__file__).parents[1] / "docs" / "voorbeeld" / "bibliotheek"
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has texts for arguments and no such streams")


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


# -- what a command line can hold ------------------------------------------------------------------------------------


def ran(*words: str | bytes, folder: Path, closed: tuple[int, ...] = ()) -> subprocess.CompletedProcess[bytes]:
    """Run a command in a folder; some of its streams may be closed."""
    command = [sys.executable, "-c", "from ouderevidence.cli import main; main()", *words]

    def close() -> None:
        for number in closed:
            os.close(number)

    return subprocess.run(
        command, cwd=folder, capture_output=True, check=False, timeout=100,
        preexec_fn=close if closed else None,
    )  # fmt: skip


@posix
@pytest.mark.parametrize("closed", [(1,), (2,), (0, 1, 2)])
def test_a_command_whose_streams_are_closed_does_its_work(closed: tuple[int, ...], tmp_path: Path) -> None:
    made = ran("export", "-o", "x.csv", "--evidence", str(SMALL), folder=tmp_path, closed=closed)
    assert (made.returncode, [path.name for path in tmp_path.iterdir()]) == (0, ["x.csv"])
    assert (tmp_path / "x.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    shown = ran("table", "--evidence", str(SMALL), folder=tmp_path, closed=closed)
    assert (shown.returncode, b"Traceback" in shown.stderr) == (0, False)


@posix
@pytest.mark.parametrize("flag", ["--titel", "--auteur", "--organisatie"])
def test_what_is_no_text_stands_in_no_brief(flag: str, tmp_path: Path) -> None:
    done = ran("brief", "-o", "x.docx", "--evidence", str(SMALL), flag, b"caf\xff", folder=tmp_path)
    said = "ouderevidence: in 'caf?' staat iets dat geen tekst is; schrijf het in UTF-8\n"
    assert (done.returncode, done.stderr.decode()) == (1, said)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("blank", ["", " ", "\n\n", "\t\u00a0"])
def test_a_blank_title_or_name_is_none(blank: str) -> None:
    made = oe.Brief(load(SMALL), title=blank, author=blank, organisation=blank)
    assert made.to_bytes("md") == oe.Brief(load(SMALL)).to_bytes("md")


def png(width: int, height: int) -> bytes:
    """Return the head of a PNG file."""
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)


@pytest.mark.parametrize(
    ("logo", "size"),
    [
        (png(60_000, 60_000), "60000 by 60000"), (png(0, 9), "0 by 9"), (png(9, 9)[:20], "0 by 0"),
        (b"\xff\xd8\xff\xe0\0\4ab\xff\xff\xc0\0\x11\x08\xff\xff\xff\xfe", "65534 by 65535"),
        (b"\xff\xd8\xff\xd9", "0 by 0"), (b"\xff\xd8" + b"\xff" * 900, "0 by 0"),
    ],
)  # fmt: skip
def test_a_logo_that_is_broken_or_huge_is_refused(logo: bytes, size: str, tmp_path: Path) -> None:
    (tmp_path / "logo").write_bytes(logo)
    with pytest.raises(EvidenceError, match=rf"is broken or too large \({size} pixels\)"):
        oe.Brief(load(SMALL), logo=tmp_path / "logo")


def test_a_jpeg_is_a_logo(tmp_path: Path) -> None:
    Image.new("RGB", (60, 30), "navy").save(tmp_path / "logo.jpg")
    assert b"<img" in oe.Brief(load(SMALL), logo=tmp_path / "logo.jpg").to_bytes("html")


def test_a_house_style_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "stijl.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/styles.xml", b" " * 101_000_000)
    with pytest.raises(EvidenceError, match="unpacks to more than 100 MB"):
        oe.Brief(load(SMALL), reference_doc=tmp_path / "stijl.docx")


@posix
@pytest.mark.parametrize("flag", ["--logo", "--huisstijl"])
@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_a_pipe_and_a_device_are_no_logo_and_no_house_style(flag: str, kind: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp")
    name = "pijp" if kind == "pipe" else "/dev/zero"
    done = ran("brief", "-o", "x.md", "--evidence", str(SMALL), flag, name, folder=tmp_path)
    assert (done.returncode, b"Not a regular file" in done.stderr) == (1, True)


@posix
@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_a_pipe_and_a_device_are_no_text_of_a_factsheet(kind: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp")
    done = ran("validate", str(SMALL), "--text", "pijp" if kind == "pipe" else "/dev/zero", folder=tmp_path)
    assert (done.returncode, b"Not a regular file" in done.stderr) == (1, True)


@pytest.mark.parametrize("typed", ["x" * 100_000, "xxx ab " * 15_000, "xxx\x1b[2J\u202e\x07\nab " * 5000])
@pytest.mark.parametrize(
    "words",
    [("table", "--groep"), ("show",), ("map", "--rijen"), ("brief", "-o", "x.md", "--datum"), ("works", "--format"),
     ("table",), ("table", "--"), ("table", "--lezing"), ("trace",), ()],
)  # fmt: skip
def test_what_was_typed_does_not_fill_the_screen_or_steer_it(
    words: tuple[str, ...], typed: str, tmp_path: Path
) -> None:
    done = ran(*words, typed, "--evidence", str(SMALL), folder=tmp_path)
    assert done.returncode in {1, 2}
    assert b"xxx" in done.stderr
    assert len(done.stderr) < 2000
    assert not set(done.stderr.decode()) & set("\x1b\u202e\x07")


@pytest.mark.parametrize("name", ["x" * 100_000, "x\u202e"])
def test_an_option_that_is_none_does_not_fill_the_screen_or_steer_it(name: str, tmp_path: Path) -> None:
    done = ran("table", f"--{name}", folder=tmp_path)
    assert done.returncode == 2
    assert b"No such option: --x" in done.stderr
    assert len(done.stderr) < 2000
    assert "\u202e" not in done.stderr.decode()


def test_a_name_without_end_is_refused() -> None:
    with pytest.raises(EvidenceError, match="is 6001 signs long; write 6000 at most"):
        oe.Brief(load(SMALL), organisation="x" * 6001)


@pytest.mark.parametrize(("name", "why"), [("x.md", "noemen allebei x.md"), ("weg/..", "map"), ("a\nb", "regeleinde")])
def test_no_brief_is_written_where_what_stands_behind_it_cannot_be(name: str, why: str, tmp_path: Path) -> None:
    done = ran("brief", "-o", "x.md", "--evidence", str(SMALL), "--bronspoor", name, folder=tmp_path)
    assert done.returncode == 1
    assert why in done.stderr.decode()
    assert list(tmp_path.iterdir()) == []


def test_more_processors_than_there_are_do_no_harm(tmp_path: Path) -> None:
    for number in range(2):
        (tmp_path / f"{number}.md").write_text("Thuis telt (Jansen, 2018).", encoding="utf-8")
    done = ran("audit", ".", "-o", "uit", "--jobs", "9" * 30, "--evidence", str(SMALL), folder=tmp_path)
    assert b"Traceback" not in done.stderr
    assert (tmp_path / "uit" / "opmerkingen.csv").is_file()


@posix
@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_a_locale_of_ascii_alone_does_no_harm_to_what_was_typed(locale: str, tmp_path: Path) -> None:
    environment = {**os.environ, "LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    command = [sys.executable, "-c", "from ouderevidence.cli import main; main()"]
    command += ["brief", "-o", "zoë.md", "--titel", "Coöperatie: 5 €", "--diepte", "page", "--evidence", str(SMALL)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, env=environment)
    assert done.returncode == 0
    assert "zoë.md (" in done.stderr.decode("utf-8")
    assert "title: Coöperatie: 5 €" in (tmp_path / "zoë.md").read_text(encoding="utf-8").replace('"', "")
