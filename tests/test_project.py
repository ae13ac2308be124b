"""The project around the code: files that must agree with each other, and documentation that runs."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import files, metadata
from pathlib import Path

import pytest
import yaml

import command
from ouderevidence.model.catalogue import CATALOGUE

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def canonical(requirement: str) -> str:
    return requirement.lower().replace("_", "-").replace(" ", "")


def test_environment_yml_agrees_with_pyproject() -> None:
    environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    listed = [d for d in environment["dependencies"] if isinstance(d, str)]
    nested = next(d["pip"] for d in environment["dependencies"] if isinstance(d, dict))
    wanted = {canonical(r) for r in [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["lab"]]}
    assert {canonical(d) for d in [*listed, *nested]} - {"pip", "-e.", "python>=3.11"} == wanted
    assert f"python{PROJECT['requires-python']}" in listed


def test_the_lock_has_hashes_for_all_and_no_addresses() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    blocks = re.split(r"\n(?=\S)", lock.strip())
    assert all("--hash=sha256:" in block for block in blocks)
    names = {canonical(re.split(r"[=<>;\[ ]", block)[0]) for block in blocks}
    for requirement in [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]:
        assert re.split(r"[=<>;\[ ]", canonical(requirement))[0] in names


def licence(name: str) -> str:
    """Return a package's licence, as its installed metadata say it."""
    said = metadata(name).json
    expression, text = said.get("license_expression"), str(said.get("license", "")).strip()
    classes = [line.rsplit(" :: ", 1)[1] for line in said.get("classifier", ()) if line.startswith("License ::")]
    return str(expression or (text if text and "\n" not in text else None) or classes[0])


def test_the_page_of_dependencies_says_of_each_its_licence_and_what_it_is_for() -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", page, flags=re.MULTILINE)
    source = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for name, said, purpose, _ in rows:
        assert said == licence(name)
        assert re.search(rf'^    "{re.escape(name)}[^"]*", +# {re.escape(purpose)}$', source, flags=re.MULTILINE), name
    assert [name for name, *_ in rows] == [re.split("[<>=]", wanted)[0] for wanted in PROJECT["dependencies"]]


@pytest.mark.parametrize("wanted", PROJECT["dependencies"])
def test_each_dependency_is_used_by_the_package(wanted: str) -> None:
    name = re.split("[<>=]", wanted)[0]
    modules = {path.split("/")[0].removesuffix(".py") for path in map(str, files(name) or []) if path.endswith(".py")}
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    used = set(re.findall(r"(?:import|from|\") ?([a-zA-Z_]\w*)", code))
    assert modules & used, f"{name} is a dependency that nothing uses"


def test_the_version_has_one_home_and_all_say_the_same() -> None:
    import ouderevidence as oe

    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert oe.__version__ == PROJECT["version"] == str(citation["version"])


def test_the_lock_of_the_javascript_tools_has_hashes_for_all_and_no_addresses() -> None:
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert packages.pop("")["devDependencies"] == wanted
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted.values())
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())
    assert not any("resolved" in package for package in packages.values())


def blocks(name: str, language: str) -> list[str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, flags=re.DOTALL)


@pytest.mark.parametrize("code", blocks("README.md", "python"))
def test_python_in_the_readme_runs(code: str, tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "vaders.docx").stat().st_size > 0


def test_the_data_model_lists_every_code_as_the_catalogue_has_it() -> None:
    text = (ROOT / "docs" / "data-model.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([EW]\d{3}) \| (.*) \| (.*) \|$", text, flags=re.MULTILINE)
    assert rows == [(code, rule.fact.en, rule.remedy.en) for code, rule in CATALOGUE.items()]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_a_notebook_is_stored_executed_and_clean(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    notebook = json.loads(text)
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))
    assert all(output["output_type"] != "error" for cell in code for output in cell["outputs"])
    assert "widgets" not in notebook["metadata"]
    words = re.sub(r'"image/[a-z]+": "[^"]*"', "", text)  # a picture may spell anything
    assert not re.search(r"0x[0-9a-f]{6,}|T_[0-9a-f]{5}|model_id", words)
    assert not re.search(r"(/(?:home|root|tmp|work)/|[A-Z]:\\\\\\\\)", text)


def test_there_is_a_notebook() -> None:
    assert NOTEBOOKS


def test_public_names_are_all_there() -> None:
    import ouderevidence as oe

    assert all(getattr(oe, name) is not None for name in oe.__all__)
    with pytest.raises(AttributeError, match="nothing"):
        _ = oe.nothing


def test_the_guide_to_an_own_library_runs_from_text_to_brief(tmp_path: Path) -> None:
    sample = ROOT / "docs" / "voorbeeld"
    shutil.copytree(sample, tmp_path / "docs" / "voorbeeld")
    name = "docs/eigen-bibliotheek.md"

    def run(line: str, expected: int = 0) -> str:
        tool, *arguments = line.split()
        if tool != "ouderevidence":
            return subprocess.run([tool, *arguments], cwd=tmp_path, stdout=subprocess.PIPE, check=True).stdout.decode()
        done = command.run(*arguments, cwd=tmp_path)
        assert done.returncode == expected, f"{line}\n{done.stdout}{done.stderr}"
        return done.stdout

    lines = [line for block in blocks(name, "sh") for line in block.splitlines()]
    folder = tmp_path / "bibliotheek" / "evidence" / "factsheets" / "meer-bewegen" / "claims"
    before, after = blocks(name, "yaml")
    said: dict[str, str] = {}
    for line in lines:
        if line.startswith("rm bibliotheek"):
            open_tasks = run("ouderevidence validate bibliotheek", expected=1)
            assert open_tasks.count("W505") == 14
            assert before in (folder / "3-vaders-en-moeders.yml").read_text(encoding="utf-8")
        said[line] = run(line)
    assert after in (folder / "3-vaders-en-moeders.yml").read_text(encoding="utf-8")
    assert "errors: 0, warnings: 0" in said["ouderevidence validate bibliotheek --text docs/voorbeeld/meer-bewegen.md"]
    assert (
        "\nfindings of this check: 0"
        in said["ouderevidence trace docs/voorbeeld/meer-bewegen.md --evidence bibliotheek"]
    )
    assert "Niets nieuws" in said["ouderevidence curate docs/voorbeeld/meer-bewegen.md --into bibliotheek"]
    assert (tmp_path / "notitie.docx").stat().st_size > 0
    (code,) = blocks(name, "python")
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "vaders-komen-eerder-voor-sport" in done.stdout
