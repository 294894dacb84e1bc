"""A preview shows every fault where it stands: before the passage, the quiz or the page it is about."""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape

from guidebook.book.book import Book
from guidebook.engine import block_lines
from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from guidebook.engine.kinds.scales.score_table import Line, leading_table, score_table
from guidebook.engine.problem import Problem
from guidebook.engine.text import inline

_PLACE = "guidebook-faults-{}-end"
_PLACES = re.compile(r"<p>guidebook-faults-(\d+)-end</p>")
_FENCE = re.compile(r"[ \t]*(?:```+|~~~+)")
_SELF_ASSESSMENT = re.compile(
    r'<quiz-(?P<tag>scales|leading) [^>]*\bdata-quiz="(?P<name>[^"]+)".*?</quiz-(?P=tag)>',
    re.DOTALL,
)


class Preview:
    """The faults of a book, page by page. `mark` a page, and `show` it before the next is marked."""

    def __init__(self, book: Book, refusals: Iterable[Problem], advice: Iterable[Problem]) -> None:
        self.book = book
        self.advice = frozenset(advice)
        self.by_file: dict[str, list[Problem]] = {}
        for problem in sorted({*refusals, *self.advice}):
            self.by_file.setdefault(problem.path, []).append(problem)
        self._here: list[list[Problem]] = []

    def mark(self, body: str, path: str, text: str) -> str:
        """The Markdown of a page, with a place for its faults before each passage that has some.

        `text` is the whole file, of which `body` is the end.
        """
        lines = body.split("\n")
        above = text.count("\n") - body.count("\n")
        found: dict[int, list[Problem]] = {}
        for problem in self._homeless():
            found.setdefault(0, []).append(problem)
        for problem in self.by_file.get(path, ()):
            at = _passage(lines, problem.place.line - above - 1)
            found.setdefault(at, []).append(problem)
        for n, line in enumerate(lines):
            block = block_lines.LINE.fullmatch(line)
            if block is None or block["name"] not in {"quiz", "quiz-card"}:
                continue
            quiz = block_lines.argument(block)
            if block["name"] == "quiz-card" or quiz not in self.book.broken:  # else it tells them
                faults = self.by_file.get(f"quizzes/{quiz}.yml", [])
                found.setdefault(_passage(lines, n), []).extend(faults)
        self._here = [found[at] for at in sorted(found)]
        for n, at in reversed([*enumerate(sorted(found))]):
            lines[at:at] = ["", _PLACE.format(n), ""]
        return "\n".join(lines)

    def show(self, html: str) -> str:
        """The HTML of that page, with its faults in their places."""
        html = _PLACES.sub(lambda match: "".join(self._boxes(self._here[int(match[1])])), html)
        return _SELF_ASSESSMENT.sub(lambda match: match[0] + self._scores(match["name"]), html)

    def _scores(self, name: str) -> str:
        """What the answers to a self-assessment come to, for its author."""
        quiz, said = self.book.quizzes[name].compiled, self.book.languages.phrases()
        assert isinstance(quiz, ScalesQuiz)
        if quiz.leading:
            return _table(quiz.title, leading_table(quiz), said)
        return "".join(_table(s.title, score_table(quiz, s), said) for s in quiz.scales)

    def _homeless(self) -> Iterator[Problem]:
        """Faults of files that are on no page, such as those of data/: every page tells them."""
        pages = {page.path for page in self.book.pages}
        shown = {f"quizzes/{name}.yml" for page in self.book.pages for name in page.quizzes}
        for path in self.by_file.keys() - pages - shown:
            yield from self.by_file[path]

    def _boxes(self, problems: list[Problem]) -> Iterator[str]:
        phrases = self.book.languages.phrases()
        refused = [problem for problem in problems if problem not in self.advice]
        advised = [problem for problem in problems if problem in self.advice]
        for kind, title, some in (("bug", "to_mend", refused), ("note", "to_weigh", advised)):
            if some:
                yield _box(kind, phrases, title, some)


def _box(kind: str, phrases: Mapping[str, str], title: str, problems: list[Problem]) -> str:
    items = "".join(
        f"<li><code>{escape(p.path)}:{p.place.line}:{p.place.column}</code> {escape(p.message)}</li>"
        for p in problems
    )
    heading = escape(phrases.get(title, ""))
    return f'<div class="admonition {kind}"><p class="admonition-title">{heading}</p><ul>{items}</ul></div>'


def _table(title: str, lines: Iterable[Line], phrases: Mapping[str, str]) -> str:
    heading = escape(phrases.get("score_table", "").format(scale=inline(title).plain))
    rows = ""
    for line in lines:
        share = "–" if line.share is None else f"{float(100 * line.share):.1f} %"
        run = ", ".join(f"{number} {inline(label).plain}" for number, label in line.example)
        cells = (inline(line.title).plain, f"{line.low}–{line.high}", share, run or "–")
        rows += f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"
    return f'<details class="scores"><summary>{heading}</summary><table>{rows}</table></details>'


def _passage(lines: list[str], at: int) -> int:
    """The line in which the passage around a line begins; the first if none is sure to be one."""
    at = min(at, len(lines) - 1)
    fences = [n for n, line in enumerate(lines[: max(0, at)]) if _FENCE.match(line)]
    if len(fences) % 2:
        at = fences[-1]
    for n in range(at, 0, -1):
        if not lines[n - 1].strip() and lines[n].strip() and not lines[n].startswith((" ", "\t")):
            return n
    return 0
