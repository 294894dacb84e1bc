"""A copy of the book, built by a host in an environment of its own, and finished."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import yaml
from uv import find_uv_bin

from guidebook.book.book import Book
from guidebook.engine.problem import ProblemsFound
from guidebook.publishing.built import Built
from guidebook.publishing.postprocess import postprocess
from scripts.hosts import outline, settings

ROOT = Path(__file__).resolve().parent.parent.parent
WORK = ROOT / ".cache/hosts"
COPIED = ("docs", "quizzes", "data", "overrides", "hooks")
"""What a book is made from."""


class Failed(Exception):
    """The site was not made; the message says why."""


def build(name: str, address: str = "") -> tuple[Path, str]:
    """The folder of the finished site, and the packages that made it with their versions."""
    host, folder = settings.HOSTS[name], WORK / name
    venv = folder / "venv"
    python = _environment(host, venv)
    project = folder / "project"
    today = _copy(project)
    book = Book(project, str(today["theme"]["language"]))
    if book.problems:
        raise Failed("\n".join(map(str, book.problems)))
    wanted = settings.of(host, today, book, address)
    text = yaml.safe_dump(wanted, allow_unicode=True, sort_keys=False)
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
    if not host.runs_hooks:
        for ours in settings.OURS:
            shutil.copy(Path(__file__).with_name(ours), project / "overrides/search")
    _run(
        [str(python), "-m", *host.command, "-f", "mkdocs.yml"],
        project,
        PYTHONPATH=str(project / "hooks"),
        NO_MKDOCS_2_WARNING="1",
    )
    if not host.runs_hooks:
        _finish(project, wanted, address, book, _templates(venv))
    site = folder / "site"
    shutil.rmtree(site, ignore_errors=True)
    (project / "site").rename(site)
    return site, _versions(python)


def _environment(host: settings.Host, venv: Path) -> Path:
    """The Python of an environment with a host in it."""
    python = venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    uv, into = find_uv_bin(), f"--python={python}"
    lock = ROOT / "requirements.lock"
    stamp = venv / "stamp"
    wanted = lock.read_text(encoding="utf-8") + repr(host.packages)
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return python
    shutil.rmtree(venv, ignore_errors=True)
    _run([uv, "venv", "--quiet", "--no-config", f"--python={sys.executable}", str(venv)], ROOT)
    pip = [uv, "pip"]
    quiet = ["--quiet", "--no-config", into]
    _run([*pip, "install", *quiet, "--require-hashes", f"--requirements={lock}"], ROOT)
    if host.instead:
        _run([*pip, "uninstall", *quiet, *host.instead], ROOT)
    if host.packages:
        _run([*pip, "install", *quiet, "--only-binary=:all:", *host.packages], ROOT)
    stamp.write_text(wanted, encoding="utf-8")
    return python


def _copy(project: Path) -> settings.Settings:
    """Lay the book out anew; the settings of today."""
    shutil.rmtree(project, ignore_errors=True)
    for name in COPIED:
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    for page in ROOT.glob("*.md"):  # the rules of the house read these too
        shutil.copy(page, project)
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    today: settings.Settings = yaml.safe_load(text)
    return today


def _templates(venv: Path) -> tuple[Path, ...]:
    """Where Zensical keeps its templates: the scripts in them are the only ones that may stand in a page."""
    return tuple(found.parent for found in sorted(venv.rglob("zensical*/**/templates/base.html")))


def _finish(
    project: Path,
    wanted: settings.Settings,
    address: str,
    book: Book,
    templates: tuple[Path, ...],
) -> None:
    """What hooks/build.py does after a build."""
    site = project / "site"
    for name in wanted["theme"]["static_templates"]:
        template = (project / "overrides" / name).read_text(encoding="utf-8")
        (site / name).write_text(outline.rendered(template, site, wanted), encoding="utf-8")
    for words in (site / "widgets").rglob("*.yml"):  # the pages have them
        words.unlink()
    for licence in site.rglob(
        "LICENSE"
    ):  # the policy takes it for a page; its text stays under a name of its own
        licence.rename(licence.with_name("licence.txt"))
    language = str(wanted["theme"]["language"])
    try:
        hosts = book.extension().hosts
        postprocess(Built(site, address, wanted["site_name"], language, hosts, templates))
    except ProblemsFound as found:
        raise Failed(str(found)) from None


def _versions(python: Path) -> str:
    """Each host and theme that the environment has; Zensical brings a theme of its own."""
    names = ("mkdocs", "properdocs", "mkdocs-material", "mkdocs-materialx", "zensical")
    script = (
        "import sys; from importlib.metadata import distributions; "
        "print(', '.join(sorted(f'{d.name} {d.version}' for d in distributions() if d.name in sys.argv)))"
    )
    asked = [str(python), "-c", script, *names]
    return subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()


def _run(command: list[str], folder: Path, **environment: str) -> None:
    done = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | environment,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        raise Failed(f"{' '.join(command)}\n{done.stdout}")
