"""The documentation: what repeats the code is equal to it, what is shown runs, and links lead somewhere."""

from __future__ import annotations

import importlib.util
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

import command
import ouderevidence as oe

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(path for path in DOCS.rglob("*.md") if "voorbeeld" not in path.parts)
ADVISORS = sorted((DOCS / "adviseurs").glob("*.md"))
RESEARCHERS = ["onderzoekers/beginnen.md", "researchers/getting-started.md"]
MOST_BYTES = 150_000


def blocks(path: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", path.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)


# Each command that a page shows, once.
COMMANDS = sorted(
    {
        line
        for page in [ROOT / "README.md", DOCS / "handleiding.md", *ADVISORS]
        for block in blocks(page, "sh")
        for line in block.splitlines()
        if line
    }
)


def run(code: str) -> None:
    exec(compile(code, "documentation", "exec"), {})  # noqa: S102 (what the pages show, as a reader would)


@pytest.fixture(scope="module")
def written() -> ModuleType:
    """Return the script that writes the pages that repeat the code."""
    spec = importlib.util.spec_from_file_location("gen_cli", DOCS / "gen_cli.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", ["reference/cli.md", "reference/frames.md"])
def test_the_page_is_what_the_code_says(written: ModuleType, page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    assert text == written.PAGES[page](), "run `python docs/gen_cli.py`"


def test_the_python_reference_has_every_public_name() -> None:
    text = (DOCS / "reference" / "api.md").read_text(encoding="utf-8")
    told = {line.rsplit(".", 1)[-1] for line in re.findall(r"^::: (\S+)$", text, flags=re.MULTILINE)}
    errors = {name for name in oe.__all__ if name.endswith("Error")}
    assert set(oe.__all__) - errors - {"__version__"} <= told
    assert "::: ouderevidence.model.errors\n" in text


@pytest.mark.parametrize("line", COMMANDS)
def test_commands_in_the_documentation_run(line: str, tmp_path: Path) -> None:
    name, *arguments = shlex.split(line)
    assert name == "ouderevidence"
    done = command.run(*arguments, cwd=tmp_path)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("page", RESEARCHERS)
def test_the_first_steps_run_from_top_to_bottom(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run("\n".join(blocks(DOCS / page, "python")))


@pytest.mark.parametrize("number", range(1, len(blocks(DOCS / "researchers" / "recipes.md", "python"))))
def test_a_recipe_runs_after_the_first_lines(number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = blocks(DOCS / "researchers" / "recipes.md", "python")
    run(f"{found[0]}\n{found[number]}")


@pytest.mark.parametrize("page", [ROOT / "README.md", *PAGES], ids=lambda path: str(path.relative_to(ROOT)))
def test_links_and_pictures_are_there(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s#]+)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            found = page.parent / target
            assert found.exists(), target
            assert found.suffix != ".png" or found.stat().st_size < MOST_BYTES


def test_every_page_is_in_the_menu() -> None:
    menu = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]
    listed = set(re.findall(r"[\w/-]+\.md", str(menu)))
    assert listed == {path.relative_to(DOCS).as_posix() for path in PAGES}


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_page_names_no_machine_and_no_registry(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert not re.search(r"/(?:home|root|tmp|work)/|C:\\\\|pypi|npmjs|localhost", text)
