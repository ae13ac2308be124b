"""Break a module in one place at a time, and see whether its tests notice: what they do not notice is printed.

``python tests/mutants.py [MODULE …] [--sample N] [--seed S] [--list] [--fresh]``, or ``make mutants``.

The work is done in a copy of the source tree. Packages that the tests import are loaded once; each mutant is then tried
in a process forked from that one. Results are kept in ``build/mutants``: a second run tries only what is new, what
changed, and what survived under tests that have changed since.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import copy
import hashlib
import importlib
import io
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

ROOT: Final = Path(__file__).resolve().parents[1]
KEPT: Final = ROOT / "build" / "mutants"
PACKAGE: Final = "src/ouderevidence/"
FLOOR: Final = 85  # per cent
SLOWER: Final = 4  # times the processor time of the tests on the unbroken module, and then they are stopped
BROKE: Final = 99
OWN: Final = ("ouderevidence", "conftest", "test_", "small_library", "case_library", "by_hand", "browser", "drafts")

# Module -> the test files that should notice, the quickest to notice first.
TABLE: Final[dict[str, tuple[str, ...]]] = {
    "library/profile.py": ("test_profile.py", "test_reasons.py"),
    "library/facets.py": ("test_facets.py", "test_filters.py", "test_library.py"),
    "library/filters.py": ("test_facets.py", "test_filters.py"),
    "library/gaps.py": ("test_reasons.py",),
    "products/brief/measure.py": ("test_brief_measure.py", "test_brief_parts.py"),
    "products/brief/front.py": (
        "test_brief_parts.py",
        "test_brief_resources.py",
        "test_brief_choice.py",
        "test_brief.py",
    ),
    "products/brief/items.py": (
        "test_brief_parts.py",
        "test_brief_resources.py",
        "test_brief_choice.py",
        "test_brief.py",
    ),
    "products/brief/plan.py": (
        "test_brief_parts.py",
        "test_brief_resources.py",
        "test_brief_choice.py",
        "test_brief.py",
    ),
    "products/brief/answer.py": ("test_brief_parts.py", "test_brief_choice.py", "test_brief.py"),
    "products/brief/resources.py": ("test_brief_resources.py", "test_brief.py"),
    "products/brief/selection.py": ("test_brief_parts.py", "test_brief_choice.py"),
    "products/brief/phrases.py": ("test_brief_parts.py", "test_brief_choice.py", "test_brief.py"),
    "products/brief/batch.py": ("test_batch.py",),
    "text/find.py": ("test_text_parts.py", "test_find.py", "test_field.py"),
    "text/bracket.py": ("test_text_parts.py", "test_find.py", "test_field.py"),
    "text/reference_list.py": ("test_lists.py",),
    "text/entries.py": ("test_text_parts.py", "test_lists.py", "test_field.py"),
    "text/entry_head.py": ("test_text_parts.py", "test_lists.py", "test_field.py"),
    "text/resolution.py": ("test_resolution.py",),
    "text/years.py": ("test_resolution.py",),
    "citing/match.py": ("test_match.py",),
    "evidence/checks.py": ("test_checks.py",),
}

COMPARISONS: Final[dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]]] = {
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,), ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,), ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt), ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
}  # fmt: skip
OPERATORS: Final[dict[type[ast.operator], type[ast.operator]]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr, ast.Mod: ast.Mult,
}  # fmt: skip
NAMES: Final = {"min": "max", "max": "min", "any": "all", "all": "any"}


@dataclass(frozen=True)
class Mutant:
    """A module with one thing changed."""

    module: str
    line: int
    what: str
    source: str

    @property
    def key(self) -> str:
        """What it is known by as long as its module stays as it is."""
        return hashlib.sha256(self.source.encode()).hexdigest()[:16]


# -- making mutants ---------------------------------------------------------------------------------------------------


def mutants(module: str, source: str) -> Iterator[Mutant]:
    """Yield the mutants of a module in the order of its lines, no two with the same text."""
    tree = ast.parse(source)
    seen = {ast.unparse(tree)}
    found = []
    for place, (node, changes) in enumerate(_places(tree)):
        for number, (what, _) in enumerate(changes):
            other = copy.deepcopy(tree)
            target, again = list(_places(other))[place]
            again[number][1]()
            text = ast.unparse(ast.fix_missing_locations(other))
            if text not in seen:
                seen.add(text)
                found.append(Mutant(module, getattr(target, "lineno", getattr(node, "lineno", 0)), what, text))
    yield from sorted(found, key=lambda mutant: mutant.line)


def _places(tree: ast.AST) -> list[tuple[ast.AST, list[tuple[str, Callable[[], None]]]]]:
    found: list[tuple[ast.AST, list[tuple[str, Callable[[], None]]]]] = []
    _walk(tree, found)
    return found


def _walk(node: ast.AST, found: list[tuple[ast.AST, list[tuple[str, Callable[[], None]]]]]) -> None:
    """Collect what can be changed in a node and below it; not annotations, decorators, docstrings and errors' words."""
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "type_params") or isinstance(node, ast.Raise):
            continue
        children = value if isinstance(value, list) else [value]
        for at, child in enumerate(children):
            if not isinstance(child, ast.AST) or _told_only(node, child):
                continue
            put = _setter(node, name, at if isinstance(value, list) else None)
            changes = list(_changes(node, child, put))
            if changes:
                found.append((child, changes))
            _walk(child, found)


def _told_only(parent: ast.AST, child: ast.AST) -> bool:
    """Whether a node does nothing: a docstring, or imports for types."""
    if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
        return True
    if isinstance(child, ast.If) and isinstance(child.test, ast.Name) and child.test.id == "TYPE_CHECKING":
        return True
    return isinstance(parent, ast.FormattedValue) and isinstance(child, ast.JoinedStr)  # how a number is laid out


def _setter(parent: ast.AST, name: str, at: int | None) -> Callable[[ast.AST], None]:
    def put(new: ast.AST) -> None:
        if at is None:
            setattr(parent, name, new)
        else:
            getattr(parent, name)[at] = new

    return put


def _changes(  # noqa: C901, PLR0912 - one case for each kind of change
    parent: ast.AST, node: ast.AST, put: Callable[[ast.AST], None]
) -> Iterator[tuple[str, Callable[[], None]]]:
    """Yield how a node can be changed: in words, and what does it."""
    match node:
        case ast.Compare():
            for at, op in enumerate(node.ops):
                for other in COMPARISONS[type(op)]:
                    yield f"{type(op).__name__} → {other.__name__}", _into(node.ops, at, other())
        case ast.BoolOp():
            other_op: ast.boolop = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            yield f"{type(node.op).__name__} → {type(other_op).__name__}", lambda: setattr(node, "op", other_op)
        case ast.UnaryOp(op=ast.Not()):
            yield "not →", lambda: put(node.operand)
        case ast.BinOp() | ast.AugAssign() if type(node.op) in OPERATORS:
            operator = OPERATORS[type(node.op)]
            yield f"{type(node.op).__name__} → {operator.__name__}", lambda: setattr(node, "op", operator())
        case ast.Call(func=ast.Name() as name) if name.id in NAMES:
            yield f"{name.id} → {NAMES[name.id]}", lambda: setattr(name, "id", NAMES[name.id])
        case ast.Constant():
            for new in _other_constants(node.value, part=isinstance(parent, ast.JoinedStr)):
                yield f"{node.value!r} → {new!r}", lambda new=new: put(ast.Constant(new))  # type: ignore[misc]
        case ast.Return() if node.value and not (isinstance(node.value, ast.Constant) and node.value.value is None):
            yield "return → return None", lambda: setattr(node, "value", ast.Constant(None))
        case ast.Slice():
            for bound in ("lower", "upper"):
                if getattr(node, bound) is not None:
                    yield f"{bound} bound →", lambda bound=bound: setattr(node, bound, None)  # type: ignore[misc]
        case ast.Break():
            yield "break → continue", lambda: put(ast.Continue())
        case ast.Continue():
            yield "continue → break", lambda: put(ast.Break())
        case ast.Expr(value=ast.Call()):
            yield "call →", lambda: put(ast.Pass())
    if isinstance(node, ast.If | ast.IfExp | ast.While) and not isinstance(node.test, ast.Compare | ast.BoolOp):
        yield "if → if not", lambda: setattr(node, "test", ast.UnaryOp(ast.Not(), node.test))


def _into(items: list[Any], at: int, new: object) -> Callable[[], None]:
    return lambda: items.__setitem__(at, new)


def _other_constants(value: object, *, part: bool) -> tuple[object, ...]:
    """Return what may stand for a constant; a part of a string can only be emptied or filled."""
    if isinstance(value, bool):
        return (not value,)
    if isinstance(value, int | float) and not part:
        return (value + 1, value - 1)
    if isinstance(value, str):
        return ("",) if value else ("XX",)
    return ()


# -- trying them ------------------------------------------------------------------------------------------------------


class House:
    """A copy of the source tree in which one module at a time is broken."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        names = _git("ls-files", "--cached", "--others", "--exclude-standard", "-z").split("\0")
        for name in filter(None, names):
            if (ROOT / name).is_file() and not name.startswith("notebooks/"):
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, folder / name)

    def ready(self, tests: Sequence[str]) -> tuple[bool, float, str]:
        """Run the tests unbroken, keep what Python compiled, and load here what they load from elsewhere."""
        listed = self.folder / "modules.json"
        code, took, said = self.run(tests, limit=600, listed=listed)
        if code == 0:
            with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
                warnings.simplefilter("ignore")
                for name in json.loads(listed.read_text(encoding="utf-8")):
                    with contextlib.suppress(Exception):
                        importlib.import_module(name)
        return code == 0, took, said

    def run(self, tests: Sequence[str], *, limit: float, listed: Path | None = None) -> tuple[int, float, str]:
        """Run tests in a process of their own: its code (-1: stopped), processor time, and the last words."""
        said = self.folder / "said.txt"
        child = os.fork()
        if child == 0:
            self._in_child(tests, limit, said, listed)
        until = time.monotonic() + 10 * limit
        while True:
            done, status, used = os.wait4(child, os.WNOHANG)
            if done:
                break
            if time.monotonic() > until:
                os.killpg(child, signal.SIGKILL)
            time.sleep(0.01)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child, signal.SIGKILL)  # what it left running
        code = os.waitstatus_to_exitcode(status)
        return (code if code >= 0 else -1), used.ru_utime + used.ru_stime, said.read_text("utf-8", "replace")

    def _in_child(self, tests: Sequence[str], limit: float, said: Path, listed: Path | None) -> None:
        code = BROKE
        try:
            os.setsid()
            resource.setrlimit(resource.RLIMIT_CPU, (int(limit) + 1, int(limit) + 2))
            out = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(out, 1)
            os.dup2(out, 2)
            os.chdir(self.folder)
            os.environ["PYTHONPATH"] = str(self.folder / "src")
            others = (p for p in sys.path if not p.startswith(str(ROOT)) or p.startswith(sys.prefix))
            sys.path[:] = [str(self.folder / "src"), *others]  # not the code itself, and the environment within it
            sys.dont_write_bytecode = listed is None
            import pytest

            options = ["-x", "-q", "-p", "no:cacheprovider", "--hypothesis-seed=0", "--tb=line"]
            options += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]  # of packages that were loaded before
            code = int(pytest.main([*options, *(f"tests/{name}" for name in tests)]))
            if listed is not None:
                names = [name for name in sys.modules if not name.startswith((*OWN, "_pytest", "__"))]
                listed.write_text(json.dumps(names), encoding="utf-8")
        except BaseException:  # noqa: BLE001 - a child of a fork never goes on
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)

    def broken(self, mutant: Mutant, tests: Sequence[str], limit: float) -> tuple[str, str]:
        """Try a mutant: ``killed`` or ``survived``, and by what."""
        place = self.folder / PACKAGE / mutant.module
        whole = place.read_bytes()
        for compiled in (place.parent / "__pycache__").glob(f"{place.stem}.*.pyc"):
            compiled.unlink()
        try:
            place.write_text(mutant.source, encoding="utf-8")
            code, _, said = self.run(tests, limit=limit)
        finally:
            place.write_bytes(whole)
        if code == 0:
            return "survived", ""
        if code == BROKE:
            sys.exit(f"pytest itself broke, not the tests:\n{said}")
        failed = [line for line in said.splitlines() if line.startswith(("FAILED", "ERROR"))]
        return "killed", "stopped: it took too long" if code == -1 else failed[0][:150] if failed else f"code {code}"


def _git(*words: str) -> str:
    return subprocess.run(["git", "-C", str(ROOT), *words], capture_output=True, check=True, text=True).stdout


# -- what is known already --------------------------------------------------------------------------------------------


def _stamp(tests: Iterable[str]) -> str:
    """Return a sign of the tests as they are, with what they share."""
    shared = sorted(path.name for path in (ROOT / "tests").glob("*.py") if not path.name.startswith("test_"))
    names = [name for name in (*shared, *tests) if name != Path(__file__).name]
    whole = b"".join((ROOT / "tests" / name).read_bytes() for name in names)
    return hashlib.sha256(whole).hexdigest()[:16]


def _known(path: Path, stamp: str) -> dict[str, dict[str, str]]:
    """Return the results that still hold: who was killed stays dead, who survived is tried under new tests."""
    if not path.exists():
        return {}
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return {line["key"]: line for line in lines if line["end"] == "killed" or line["stamp"] == stamp}


def _one_module(module: str, asked: argparse.Namespace) -> tuple[int, int]:
    """Try the mutants of a module, print those that survived, and return how many were killed, of how many."""
    tests = TABLE[module]
    source = (ROOT / PACKAGE / module).read_text(encoding="utf-8")
    whole = [mutant for mutant in mutants(module, source) if not asked.line or mutant.line in asked.line]
    chosen = whole
    if asked.sample and asked.sample < len(whole):
        chance = random.Random(f"{asked.seed} {module}")  # noqa: S311 - the same every time is the point
        chosen = sorted(chance.sample(whole, asked.sample), key=whole.index)
    if asked.list:
        print(*(f"{module}:{mutant.line}: {mutant.what}" for mutant in chosen), sep="\n")  # noqa: T201
        return 0, 0
    record = KEPT / f"{module.replace('/', '-')}.jsonl"
    stamp = _stamp(tests)
    known = {} if asked.fresh else _known(record, stamp)
    left = [mutant for mutant in chosen if mutant.key not in known]
    record.parent.mkdir(parents=True, exist_ok=True)
    if left:
        with tempfile.TemporaryDirectory(prefix="mutants-") as folder, record.open("a", encoding="utf-8") as kept:
            house = House(Path(folder))
            well, took, said = house.ready(tests)
            if not well:
                sys.exit(f"the tests of {module} fail on the unbroken module:\n{said}")
            for number, mutant in enumerate(left, 1):
                end, by = house.broken(mutant, tests, limit=SLOWER * took + 5)
                about = {"key": mutant.key, "stamp": stamp, "line": mutant.line, "what": mutant.what}
                known[mutant.key] = {**about, "end": end, "by": by}  # type: ignore[dict-item]
                kept.write(json.dumps(known[mutant.key], ensure_ascii=False) + "\n")
                kept.flush()
                if asked.verbose or end == "survived":
                    say = f"[{number}/{len(left)}] {end}: {PACKAGE}{module}:{mutant.line}: {mutant.what} {by}"
                    print(say, flush=True)  # noqa: T201
    lines = source.splitlines()
    survived = [mutant for mutant in chosen if known[mutant.key]["end"] == "survived"]
    killed = len(chosen) - len(survived)
    share = 100 * killed // max(len(chosen), 1)
    print(f"\n{module}: {killed} of {len(chosen)} killed ({share} %, {len(whole)} in all)")  # noqa: T201
    for mutant in survived:
        print(f"  survived {mutant.line}: {mutant.what}\n      {lines[mutant.line - 1].strip()}")  # noqa: T201
    return killed, len(chosen)


def main() -> int:
    """Try the mutants of the modules asked for, or of all in the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("module", nargs="*", help=f"such as library/gaps.py or gaps; of {', '.join(TABLE)}")
    parser.add_argument("--sample", type=int, default=60, help="so many of a module, chosen by the seed; 0 is all")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--line", type=int, action="append", help="only mutants of this line")
    parser.add_argument("--list", action="store_true", help="only name them")
    parser.add_argument("--fresh", action="store_true", help="forget what is known")
    parser.add_argument("--verbose", action="store_true", help="say also who was killed, and by what")
    asked = parser.parse_args()
    names = [name for name in TABLE if not asked.module or any(_named(name, said) for said in asked.module)]
    if not names:
        parser.error(f"no such module; choose {', '.join(TABLE)}")
    scores = {name: _one_module(name, asked) for name in names}
    low = [name for name, (killed, tried) in scores.items() if killed * 100 < FLOOR * tried]
    if low:
        print(f"\nbelow {FLOOR} %: {', '.join(low)}")  # noqa: T201
    return 1 if low else 0


def _named(name: str, said: str) -> bool:
    return said.removeprefix(PACKAGE) in (name, Path(name).stem, name.removesuffix(".py"))


if __name__ == "__main__":
    sys.exit(main())
