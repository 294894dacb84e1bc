"""Make a site ready for a server of one's own: each file also as gzip and brotli, and what the server must say.

    python -m scripts.publish .cache/site .cache/publish

Leaves `site/`, `headers.nginx` and `headers.caddy` in the second folder; deploy/ has what reads them.
A file that is the same as the last time is left alone, and with it the date by which servers and
browsers know that it is the same. Brotli is optional: without the program, there is only gzip.
"""

import argparse
import gzip
import os
import shutil
import subprocess
import sys
from pathlib import Path

from guidebook.publishing import headers
from scripts import debian

PRESSED = {".css", ".html", ".js", ".json", ".md", ".svg", ".txt", ".webmanifest", ".xml"}
"""What gets smaller. Pictures and archives are pressed already."""
FEWEST = 512
"""Bytes. Below that, there is nothing to gain."""


def publish(site: Path, out: Path) -> None:
    """Bring `out` up to date with a built site."""
    wanted = {path.relative_to(site) for path in site.rglob("*") if path.is_file()}
    wanted.discard(Path(headers.FILE))
    made = {name for path in sorted(wanted) for name in _refresh(site / path, out / "site" / path)}
    for path in (out / "site").rglob("*"):
        if path.is_file() and path not in made:
            path.unlink()
    rules = headers.read((site / headers.FILE).read_text(encoding="utf-8"))
    for name, text in (("headers.nginx", nginx(rules)), ("headers.caddy", caddy(rules))):
        (out / name).write_text(text, encoding="utf-8")


def nginx(rules: headers.Rules) -> str:
    """What every answer of nginx says, but for how long it may be kept; see deploy/nginx.conf."""
    return "".join(f'add_header {n} "{v}" always;\n' for n, v in _everywhere(rules))


def caddy(rules: headers.Rules) -> str:
    """The same for Caddy; see deploy/Caddyfile."""
    return "header {\n" + "".join(f'\t{n} "{v}"\n' for n, v in _everywhere(rules)) + "}\n"


def _everywhere(rules: headers.Rules) -> list[tuple[str, str]]:
    return sorted(rules[headers.EVERYTHING].items())


def _refresh(source: Path, target: Path) -> list[Path]:
    """Leave a file and its pressed forms as `target`, and name them all."""
    content = source.read_bytes()
    forms = [target]
    if source.suffix in PRESSED and len(content) >= FEWEST:
        endings = [e for e in _endings() if not source.with_name(f"{source.name}{e}").exists()]
        forms += [target.with_name(f"{target.name}{end}") for end in endings]
    if all(form.exists() for form in forms) and target.read_bytes() == content:
        return forms
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    for form in forms[1:]:
        form.write_bytes(_pressed(content, form.suffix))
    for form in forms:
        os.utime(form, (target.stat().st_mtime,) * 2)
    return forms


def _endings() -> tuple[str, ...]:
    return (".gz", ".br") if shutil.which("brotli") else (".gz",)


def _pressed(content: bytes, ending: str) -> bytes:
    if ending == ".gz":
        return gzip.compress(content, compresslevel=9, mtime=0)
    command = ["brotli", "--quality=11", "--stdout", "-"]
    return subprocess.run(command, input=content, capture_output=True, check=True).stdout


def main(arguments: list[str]) -> None:
    """Publish, and say what is missing."""
    parser = argparse.ArgumentParser(prog="publish", description=__doc__.partition("\n")[0])
    parser.add_argument("site", type=Path, help="a built site")
    parser.add_argument("out", type=Path, help="where to leave it")
    given = parser.parse_args(arguments)
    if not shutil.which("brotli"):
        debian.install(["brotli"], "brotli")
    publish(given.site, given.out)
    forms = " and ".join("brotli" if end == ".br" else "gzip" for end in _endings())
    print(f"{given.out}: the site, also as {forms}, and headers.nginx and headers.caddy.")
    if not shutil.which("brotli"):
        print(
            "Install brotli (apt-get install brotli, brew install brotli) for files that are smaller still."
        )


if __name__ == "__main__":
    main(sys.argv[1:])
