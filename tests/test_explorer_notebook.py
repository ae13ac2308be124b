"""The explorer in a notebook: its Python side, and live in JupyterLab and Notebook 7 on this machine."""

from __future__ import annotations

import contextlib
import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

import ouderevidence as oe
from browser import chromium, violations
from ouderevidence.model.errors import EvidenceError, UnknownFilterError, UnknownTermError
from test_explorer import combinations

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Where an error in the explorer, or in what carries it, comes from; Notebook 7 has errors of its own.
OURS = re.compile(r"blob:|anywidget|jupyter-widgets")
VIEW = "application/vnd.jupyter.widget-view+json"
ALL = len(oe.load())
FATHERS = len(oe.load().where(parent_group="vaders"))
CELLS = (
    "import ouderevidence as oe\nexplorer = oe.explore(oe.load())\nexplorer",
    "print('chosen', len(explorer.selection), explorer.filters)",
    "explorer.filters = {'parent_group': 'werkend', 'kind': ['finding', 'recommendation']}",
    "print('now', len(explorer.selection))",
)


# -- the Python side -------------------------------------------------------------------------------------------------


def test_selection_is_where_of_the_filters_for_200_random_choices(library: oe.Library) -> None:
    explorer = oe.explore(library)
    for asked in combinations(library, 200):
        given = {key: value[0] == "true" if key == "core" else value for key, value in asked.items()}
        explorer.filters = given
        part = library.where(**given)
        assert [claim.id for claim in explorer.selection] == [claim.id for claim in part]
        assert library.where(**explorer.filters).filter_flags() == part.filter_flags()


def test_what_the_front_end_chooses_is_the_selection(library: oe.Library) -> None:
    explorer = oe.explore(library)
    chosen = {"filters": {"parent_group": ["vaders"], "core": ["true", "false"]}, "general": True, "search": "thuis "}
    explorer.choice = {**explorer.choice, **chosen}
    assert explorer.filters == {"parent_group": ["vaders"], "search": "thuis", "include_general": True}
    assert explorer.selection.filter_flags() == "--groep vaders --zoek thuis --met-algemeen"


def test_a_wrong_filter_is_refused_and_the_explorer_stays(library: oe.Library) -> None:
    explorer = oe.explore(library)
    explorer.filters = {"parent_group": "vaders"}
    with pytest.raises(UnknownTermError, match="vaders"):
        explorer.filters = {"parent_group": "vader"}
    with pytest.raises(UnknownFilterError, match="colour"):
        explorer.filters = {"colour": "red"}
    assert explorer.filters == {"parent_group": ["vaders"]}
    with pytest.raises(EvidenceError, match="choose nl, en"):
        oe.explore(library, language="fr")


def test_without_a_front_end_a_table_shows_the_same(library: oe.Library) -> None:
    explorer = oe.explore(library, language="en")
    explorer.filters = {"parent_group": "vaders"}
    bundle, _ = explorer._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/html", VIEW}
    assert bundle["text/plain"] == f"Explorer({explorer.selection!r})"
    assert bundle["text/html"].startswith('<table lang="en"><caption>')
    assert bundle["text/html"].count('<th scope="row">') == FATHERS
    assert bundle[VIEW]["model_id"].startswith("ouderevidence-")


def test_a_missing_anywidget_names_the_extra() -> None:
    code = (
        "import sys\nsys.modules['anywidget'] = None\nimport ouderevidence as oe\n"
        "try:\n    oe.explore(oe.load())\nexcept ImportError as error:\n    print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "pip install 'ouderevidence[lab]'" in done.stdout


# -- a real server, a real browser -----------------------------------------------------------------------------------


def notebook() -> str:
    cells: list[dict[str, object]] = [
        {"cell_type": "code", "execution_count": None, "id": f"c{n}", "metadata": {}, "outputs": [], "source": source}
        for n, source in enumerate(CELLS)
    ]
    kernel = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    return json.dumps({"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5})


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Start JupyterLab on loopback, its settings in a folder of its own; return its address and that folder."""
    root = tmp_path_factory.mktemp("lab")
    settings = root / "settings" / "@jupyterlab" / "apputils-extension"
    settings.mkdir(parents=True)
    (settings / "notification.jupyterlab-settings").write_text('{"fetchNews": "false", "checkForUpdates": false}')
    (root / "work").mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    places = {"CONFIG": "config", "DATA": "data", "RUNTIME": "run"}
    own = {f"JUPYTER_{name}_DIR": str(root / place) for name, place in places.items()}
    own |= {"IPYTHONDIR": str(root / "ipython"), "JUPYTERLAB_SETTINGS_DIR": str(root / "settings")}
    own |= {"JUPYTERLAB_WORKSPACES_DIR": str(root / "workspaces")}
    command = [
        sys.executable, "-m", "jupyterlab", "--no-browser", "--ip=127.0.0.1", f"--port={port}", "--allow-root",
        "--IdentityProvider.token=", "--ServerApp.password=", f"--ServerApp.root_dir={root / 'work'}",
    ]  # fmt: skip
    log = (root / "log").open("wb")
    started = subprocess.Popen(command, env=os.environ | own, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{address}/api", started, root / "log")
        yield address, root / "work"
    finally:
        started.terminate()
        started.wait(timeout=30)
        log.close()


def _wait_for(address: str, started: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(120):
        if started.poll() is not None:
            break
        try:
            with urllib.request.urlopen(address, timeout=1):  # noqa: S310 (our own server on loopback)
                return
        except OSError:
            time.sleep(0.5)
    pytest.fail(f"JupyterLab does not start: {log.read_text()[-2000:]}")


@contextmanager
def running(server: tuple[str, Path], place: str, name: str) -> Iterator[tuple[Any, Path]]:
    """Open a notebook in a browser, its first cell run; nothing outside this machine may be asked for."""
    address, folder = server
    path = folder / f"{name}.ipynb"
    path.write_text(notebook(), encoding="utf-8")
    with chromium() as browser:
        shown = browser.new_page(viewport={"width": 1280, "height": 900})
        outside, errors = [], []
        shown.on("request", lambda request: outside.append(request.url) if "//127.0.0.1" not in request.url else None)
        shown.on("pageerror", lambda error: errors.append(error.stack) if OURS.search(error.stack) else None)
        shown.goto(f"{address}/{place}/{path.name}")
        _wait_for_kernel(address, path.name)
        shown.locator(".jp-CodeCell .cm-content").first.click()
        run(shown)
        shown.locator(".oe[data-ready]").wait_for(timeout=90_000)
        yield shown, path
        assert errors == []
        assert [url for url in outside if not url.startswith(("data:", "blob:"))] == []


def _wait_for_kernel(address: str, name: str) -> None:
    """Wait until the notebook's kernel rests, and the browser is connected to it."""
    for _ in range(180):
        with urllib.request.urlopen(f"{address}/api/sessions", timeout=5) as answer:  # noqa: S310 (our own server)
            sessions = json.load(answer)
        kernels = [session["kernel"] for session in sessions if session["path"] == name]
        if any(kernel["execution_state"] == "idle" and kernel["connections"] for kernel in kernels):
            return
        time.sleep(0.5)
    pytest.fail(f"the kernel of {name} does not start")


def run(shown: Any) -> None:
    shown.keyboard.press("Shift+Enter")


@pytest.mark.browser
@pytest.mark.parametrize("place", ["lab/workspaces/live/tree", "notebooks"])
def test_the_explorer_is_live_on_both_sides(server: tuple[str, Path], library: oe.Library, place: str) -> None:
    with running(server, place, place.replace("/", "-")) as (shown, path):
        status = shown.locator(".oe .status")
        assert status.inner_text() == f"{ALL} van {ALL} uitspraken"
        if not shown.locator(".oe .filters").evaluate("(filters) => filters.open"):
            shown.locator(".oe .filters > summary").click()
        shown.locator(".oe input[value=vaders]").check()
        assert status.inner_text() == f"{FATHERS} van {ALL} uitspraken"
        shown.locator(".jp-CodeCell .cm-content").nth(1).click()
        run(shown)
        shown.get_by_text(f"chosen {FATHERS} {{'parent_group': ['vaders']}}").wait_for(timeout=30_000)
        shown.locator(".jp-CodeCell .cm-content").nth(2).click()
        run(shown)
        wanted = len(library.where(parent_group="werkend", kind=["finding", "recommendation"]))
        shown.locator(".oe .status", has_text=f"{wanted} van {ALL} uitspraken").wait_for(timeout=30_000)
        assert not shown.locator(".oe input[value=vaders]").is_checked()
        search = shown.locator(".oe input[type=search]")
        search.click()
        search.press_sequentially("dd aa")  # keys that are commands of the notebook outside a field
        assert search.input_value() == "dd aa"
        assert shown.locator(".jp-CodeCell").count() == len(CELLS)
        search.fill("")
        shown.locator(".oe button.statement").first.click()
        assert shown.locator(".oe tr.detail").count() == 1
        assert shown.locator(".oe a[href]:not([target=_blank])").count() == 0
        assert violations(shown, within=".oe-host") == []
        shown.evaluate("document.body.dataset.jpThemeLight = 'false'")
        shown.wait_for_selector(".oe-host [data-theme=dark]")
        assert violations(shown, within=".oe-host", rules=["color-contrast"]) == []
        shown.keyboard.press("Control+s")
        _saved(path)


def _saved(path: Path) -> None:
    """Wait until the notebook is saved, and check that it holds no random id and no state."""
    stored: dict[str, Any] = {"cells": []}
    for _ in range(60):
        with contextlib.suppress(json.JSONDecodeError):  # Jupyter writes in place: it may be half written now
            stored = json.loads(path.read_text(encoding="utf-8"))
        if any(cell.get("outputs") for cell in stored["cells"]):
            break
        time.sleep(0.5)
    output = stored["cells"][0]["outputs"][0]["data"]
    assert output[VIEW]["model_id"] == "ouderevidence-1"
    assert "".join(output["text/plain"]).startswith(f"Explorer(<Library: {ALL} claims")
    assert "".join(output["text/html"]).startswith("<table")
    assert "widgets" not in stored["metadata"]


@pytest.mark.browser
def test_a_restarted_kernel_gives_the_same_name_and_a_live_explorer(server: tuple[str, Path]) -> None:
    with running(server, "lab/workspaces/restart/tree", "restart") as (shown, path):
        for _ in range(2):
            shown.get_by_role("menuitem", name="Kernel", exact=True).click()
            shown.get_by_role("menuitem", name="Restart Kernel and Run All Cells").click()
            shown.get_by_role("button", name="Confirm Kernel Restart").click()
            shown.locator(".oe").first.wait_for(state="detached", timeout=60_000)
            shown.get_by_text("now 1", exact=True).wait_for(timeout=60_000)
            shown.locator(".oe .status", has_text=f"1 van {ALL} uitspraken").wait_for(timeout=30_000)
            assert shown.locator(".oe").count() == 1
        shown.locator(".oe").get_by_role("button", name="Wis alle filters").click()
        shown.locator(".oe .status", has_text=f"{ALL} van {ALL} uitspraken").wait_for(timeout=30_000)
        shown.locator(".jp-CodeCell .cm-content").nth(1).click()
        run(shown)
        shown.get_by_text(f"chosen {ALL} {{}}").wait_for(timeout=30_000)
        shown.keyboard.press("Control+s")
        _saved(path)
