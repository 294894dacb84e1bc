"""A bill of materials of everything that the locks name, in CycloneDX 1.5: `make sbom`.

uv writes names, versions, files with their hashes, and what needs what. This adds the licences that the
installed packages state, and the JavaScript inside the theme, which is all the JavaScript that a reader
gets besides this project's own. Packages that only tests or measurements need are marked `excluded`.
Made twice in one environment it is the same: it tells neither the hour nor a random number.
"""

import json
import re
import sys
import uuid
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

from scripts.locks import ROOT, uv

EXPORT = ("export", "--frozen", "--preview-features=sbom-export", "--format=cyclonedx1.5")
THEME = "mkdocs-material"
LICENCE = "MIT AND CC-BY-4.0"

_FROM_NPM = re.compile(r"node_modules/((?:@[^/]+/)?[^/]+)/")

Component = dict[str, Any]


def bill() -> dict[str, Any]:
    """The whole bill."""
    found: dict[str, Any] = json.loads(uv(*EXPORT, "--all-groups"))
    shipped = {c["bom-ref"] for c in json.loads(uv(*EXPORT, "--no-default-groups"))["components"]}
    shipped = {re.sub(r"-\d+@", "@", ref) for ref in shipped}  # uv numbers what it lists
    installed = {canonical(d.name): d for d in distributions()}
    for component in found["components"]:
        name = component["name"]
        if f"{name}@{component['version']}" not in shipped:
            component["scope"] = "excluded"
        distribution = installed.get(canonical(name))
        if distribution and distribution.version == component["version"]:
            if licences := stated(distribution):
                component["licenses"] = licences
            if name == THEME:
                component["components"] = list(scripts_inside(distribution))
    found["metadata"].pop("timestamp", None)
    found["metadata"]["component"] |= {
        "type": "application",
        "licenses": [{"expression": LICENCE}],
    }
    found.pop("serialNumber", None)
    text = json.dumps(found, sort_keys=True)
    found["serialNumber"] = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, text)}"
    return found


def stated(distribution: Distribution) -> list[dict[str, Any]]:
    """The licence that a package states of itself: an expression, or else a few words."""
    every = distribution.metadata.get_all
    for expression in every("License-Expression") or []:
        return [{"expression": expression}]
    classifiers = every("Classifier") or []
    names = [c.rsplit(" :: ", 1)[-1] for c in classifiers if c.startswith("License :: ")]
    names = names or [words for words in every("License") or [] if "\n" not in words]
    return [{"license": {"name": name}} for name in names]


def scripts_inside(distribution: Distribution) -> Iterator[Component]:
    """The theme's JavaScript files, and in each the packages that its source map names.

    The maps give no versions, so there are none here.
    """
    for file in sorted(distribution.files or [], key=str):
        if not (file.name.endswith(".js.map") and "assets/javascripts" in str(file)):
            continue
        path = Path(str(distribution.locate_file(file)))
        sources = json.loads(path.read_text(encoding="utf-8"))["sources"]
        names = {found for source in sources for found in _FROM_NPM.findall(source)}
        script = path.with_suffix("")
        yield {
            "type": "file",
            "bom-ref": f"{THEME}/{script.name}",
            "name": script.name,
            "hashes": [{"alg": "SHA-256", "content": sha256(script.read_bytes()).hexdigest()}],
            "components": [
                {
                    "type": "library",
                    "bom-ref": f"{THEME}/{script.name}/{name}",
                    "name": name,
                    "purl": f"pkg:npm/{name.replace('@', '%40')}",
                }
                for name in sorted(names)
            ],
        }


def canonical(name: str) -> str:
    """A package's name as locks write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    path = ROOT / sys.argv[1]
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(bill(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(path.relative_to(ROOT))
