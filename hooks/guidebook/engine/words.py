"""The words that widgets and pages say by themselves, in the reader's language."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter

from guidebook.engine import text
from guidebook.engine.problem import Problem, ProblemsFound, nearest
from guidebook.engine.yaml.source import Source
from guidebook.engine.yaml.source import read as read_yaml

FALLBACK = "en"
"""The language that has every word."""
OPTIONAL = ("help",)
"""What a site may say and need not: without it, nothing stands there."""


@dataclass(frozen=True)
class Words:
    """One language's words, by key. Missing ones are taken from English."""

    language: str
    phrases: Mapping[str, str]
    lent: frozenset[str] = frozenset()
    """The keys of those that are English, for nobody has translated them."""
    unsaid: set[str] = field(default_factory=set, compare=False)
    """What was found wrong while something was said: keys that no language has, gaps that nothing fills."""

    def __getitem__(self, key: str) -> str:
        """The phrase. One that no language has is noted, and its key stands for it."""
        if key not in self.phrases:
            self.unsaid.add(f'the key "{key}" is missing; add a line for it')
        return self.phrases.get(key, key)

    def fills(self, key: str, filled: Collection[str]) -> bool:
        """Whether these fill all gaps of a phrase; what they leave is noted."""
        left = sorted(_gaps(self[key]) - {*filled})
        self.unsaid.update(
            f'nothing fills the gap {{{gap}}} of "{key}"; leave it out' for gap in left
        )
        return not left


Fault = Callable[[str], str | None]
"""What is wrong with a link; None for a good one."""


def read(
    folders: Sequence[Path],
    root: Path,
    fault: Fault = lambda _: None,
    own: Path | None = None,
) -> tuple[dict[str, Words], list[Problem]]:
    """Every language of some folders that has no faults, and the faults of the others.

    What a later folder says goes before what an earlier one does. `own` is a site's folder, which says known things in
    other words. `fault` judges the links in them. Without English there is none: the others may lean on it.
    """
    english: dict[str, str] = {}
    gaps: dict[str, set[str]] = {key: set() for key in OPTIONAL}
    """Key → what a template fills: the first to say a thing has all of it."""
    try:
        for folder in folders:
            if (path := folder / f"{FALLBACK}.yml").is_file() or folder == folders[0]:
                found = _phrases(read_yaml(path, root), fault)
                gaps = {key: _gaps(phrase) for key, phrase in found.items()} | gaps
                english |= found
    except ProblemsFound as broken_english:
        return {}, list(broken_english.problems)
    every = [*folders, own] if own else folders
    paths = [path for folder in every for path in sorted(folder.glob("*.yml"))]
    paths = [path for path in paths if path.stem != FALLBACK]
    if own and (path := own / f"{FALLBACK}.yml").is_file():
        paths.insert(0, path)  # the others lean on it
    said = {FALLBACK: english}
    spoken = {FALLBACK: set(english)}
    problems: list[Problem] = []
    for path in paths:
        try:
            phrases = _translated(read_yaml(path, root), gaps, fault)
        except ProblemsFound as faults:
            problems += faults.problems
            continue
        said.setdefault(path.stem, dict(english)).update(phrases)
        spoken.setdefault(path.stem, set()).update(phrases)
    broken = {Path(problem.path).stem for problem in problems} - {FALLBACK}
    valid = {name: phrases for name, phrases in said.items() if name not in broken}
    return {
        name: Words(name, phrases, frozenset(english.keys() - spoken[name]))
        for name, phrases in valid.items()
    }, problems


def _phrases(source: Source, fault: Fault) -> dict[str, str]:
    if not isinstance(source.data, dict):
        message = "a language file is a list of lines such as `see_result: See my result`"
        raise ProblemsFound([source.problem((), message)])
    problems = [
        source.problem((key,), f'"{key}" must be a text; put it in quotes')
        for key, phrase in source.data.items()
        if not isinstance(phrase, str) or not phrase
    ]
    phrases = {key: phrase for key, phrase in source.data.items() if isinstance(phrase, str)}
    for key, phrase in phrases.items():
        try:
            _gaps(phrase)
        except ValueError:
            message = "a { or a } stands alone; only names stand between them, as in {link}"
            problems.append(source.problem((key,), message))
        problems += [
            source.problem((key,), said) for link in text.links(phrase) if (said := fault(link))
        ]
    if phrases.get("direction", "ltr") not in ("ltr", "rtl"):
        message = '"direction" is ltr, or rtl where lines run from right to left'
        problems.append(source.problem(("direction",), message))
    if problems:
        raise ProblemsFound(problems)
    return phrases


def _translated(source: Source, gaps: Mapping[str, set[str]], fault: Fault) -> dict[str, str]:
    """The phrases, each in the place of one that is known, with the same gaps or fewer."""
    phrases = _phrases(source, fault)
    problems: list[Problem] = []
    for key, phrase in phrases.items():
        if key not in gaps:
            message = f'unknown key "{key}"{nearest(key, gaps)}'
            problems.append(source.problem((key,), message, key=True))
            continue
        for gap in sorted(_gaps(phrase) - gaps[key]):
            message = f"nothing fills the gap {{{gap}}}{nearest(gap, gaps[key])}"
            problems.append(source.problem((key,), message))
    if problems:
        raise ProblemsFound(problems)
    return phrases


def _gaps(phrase: str) -> set[str]:
    gaps = [gap for gap in Formatter().parse(phrase) if gap[1] is not None]
    if any(form or turned or not str(name).isidentifier() for _, name, form, turned in gaps):
        raise ValueError("only a name stands in a gap")
    return {str(name) for _, name, _, _ in gaps}
