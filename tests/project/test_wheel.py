"""An installed wheel, run from another folder, serves the same site as a checkout."""

import ast
import json
import os
import re
import subprocess
import sys
import sysconfig
import urllib.request
import venv
from importlib.metadata import PackageNotFoundError, packages_distributions, requires
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program of an environment into which only the wheel was installed; what it asks for is the one here, not installed again."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, str(ROOT)], check=True)
    venv.create(folder / "empty", with_pip=False)
    python = folder / "empty" / "bin" / "python"
    (wheel,) = folder.glob("quizapp-*.whl")
    subprocess.run([sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", str(wheel)], check=True)
    (own,) = (folder / "empty").glob("lib/python*/site-packages")
    (own / "asked_for.pth").write_text("\n".join({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}))
    return folder / "empty" / "bin" / "quizapp"


def test_the_program_is_the_installed_one(installed: Path, tmp_path: Path) -> None:
    found = subprocess.run(
        [installed.parent / "python", "-c", "import quizapp; print(quizapp.__file__)"], cwd=tmp_path, capture_output=True, check=True
    )
    assert Path(found.stdout.decode().strip()).is_relative_to(installed.parents[1])


def test_all_that_is_imported_is_asked_for() -> None:
    asked = asked_for("quizapp", set())
    homes = packages_distributions()
    for path in (ROOT / "quizapp").rglob("*.py"):
        for module in imported(ast.parse(path.read_text(encoding="utf-8"))) - sys.stdlib_module_names - {"quizapp"}:
            assert asked & {home.lower() for home in homes[module]}, f"{path}: {module}"


def asked_for(name: str, known: set[str]) -> set[str]:
    """What a distribution asks for, and what that asks for in turn; the tools of the tests left out."""
    try:
        wishes = requires(name) or ()
    except PackageNotFoundError:
        return known
    for wish in wishes:
        wanted = re.split(r"[^A-Za-z0-9._-]", wish)[0].lower()
        chosen = "extra ==" not in wish or (name == "quizapp" and "extra == 'test'" not in wish)
        if chosen and wanted not in known:
            known.add(wanted)
            asked_for(wanted, known)
    return known


def imported(tree: ast.Module) -> set[str]:
    """The packages that a module names in its imports."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(name.name.split(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add((node.module or "").split(".")[0])
    return found


def call(program: Path, *arguments: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    environ = {"PATH": os.environ["PATH"], "QUIZAPP_INSTANCE": str(folder / "data")}
    return subprocess.run([program, *arguments], cwd=folder, env=environ, capture_output=True, timeout=60, check=False)


def test_the_wheel_knows_the_same_facts_as_the_checkout(installed: Path, tmp_path: Path) -> None:
    done = call(installed, "facts", "--json", folder=tmp_path)
    here = subprocess.run([sys.executable, "-m", "quizapp", "facts", "--json"], cwd=ROOT, capture_output=True, check=True)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout == here.stdout
    assert len(done.stdout.splitlines()) > 50


def test_the_wheel_proves_its_bank(installed: Path, tmp_path: Path) -> None:
    done = call(installed, "check", folder=tmp_path)
    assert done.returncode == 0, done.stderr.decode()


def test_the_wheel_serves_the_site_from_another_folder(installed: Path, tmp_path: Path) -> None:
    environ = {"PATH": os.environ["PATH"], "QUIZAPP_INSTANCE": str(tmp_path / "data")}
    command = [installed, "run", "--port", "0"]
    with subprocess.Popen(command, cwd=tmp_path, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr is not None
            address = next(line for line in server.stderr if "http://" in line).split()[-1]
            page = urllib.request.urlopen(address).read().decode()  # noqa: S310
            health = json.load(urllib.request.urlopen(f"{address}/healthz"))  # noqa: S310
            style = page.split('rel="stylesheet" href="')[1].split('"')[0]
            css = urllib.request.urlopen(f"{address}{style}").read()  # noqa: S310
        finally:
            server.terminate()
    assert "Every answer shows" in page
    assert health["status"] == "ok"
    assert len(css) > 1_000
