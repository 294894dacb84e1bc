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


@dataclass(frozen=True)
class Words:
    """One language's words, by key. Missing ones are taken from English."""

    language: str
    phrases: Mapping[str, str]
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
    folders: Sequence[Path], root: Path, fault: Fault = lambda _: None
) -> tuple[dict[str, Words], list[Problem]]:
    """Every language of some folders that has no faults, and the faults of the others.

    What a later folder says goes before what an earlier one does. `fault` judges the links in them. Without English
    there is none: the others may lean on it.
    """
    english: dict[str, str] = {}
    try:
        for folder in folders:
            if (path := folder / f"{FALLBACK}.yml").is_file() or folder == folders[0]:
                english |= _phrases(read_yaml(path, root), fault)
    except ProblemsFound as found:
        return {}, list(found.problems)
    said: dict[str, dict[str, str]] = {}
    problems: list[Problem] = []
    for path in (path for folder in folders for path in sorted(folder.glob("*.yml"))):
        if path.stem == FALLBACK:
            continue
        try:
            said.setdefault(path.stem, dict(english)).update(
                _translated(read_yaml(path, root), english, fault)
            )
        except ProblemsFound as found:
            problems += found.problems
    broken = {Path(problem.path).stem for problem in problems}
    valid = {FALLBACK: english} | {name: all_ for name, all_ in said.items() if name not in broken}
    return {name: Words(name, phrases) for name, phrases in valid.items()}, problems


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


def _translated(source: Source, english: Mapping[str, str], fault: Fault) -> dict[str, str]:
    """The phrases, each a translation of an English one with the same gaps or fewer."""
    phrases = _phrases(source, fault)
    problems: list[Problem] = []
    for key, phrase in phrases.items():
        if key not in english:
            message = f'unknown key "{key}"{nearest(key, english)}'
            problems.append(source.problem((key,), message, key=True))
            continue
        known = _gaps(english[key])
        for gap in sorted(_gaps(phrase) - known):
            message = f"nothing fills the gap {{{gap}}}{nearest(gap, known)}"
            problems.append(source.problem((key,), message))
    if problems:
        raise ProblemsFound(problems)
    return phrases


def _gaps(phrase: str) -> set[str]:
    gaps = [gap for gap in Formatter().parse(phrase) if gap[1] is not None]
    if any(form or turned or not str(name).isidentifier() for _, name, form, turned in gaps):
        raise ValueError("only a name stands in a gap")
    return {str(name) for _, name, _, _ in gaps}
