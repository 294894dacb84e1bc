"""Find where the book says five or more words in a row that stand in a text of yours.

    python -m scripts.echoes article.txt scales-that-are-not-ours.txt

The book retells an article in words of its own, and asks no question of a published questionnaire.
Neither text may be kept in the project, so whoever has one runs this beside it before a release.
Case, punctuation and links make no difference. Each run is printed with the place in the book and the
place in your text; what it means (a borrowed sentence, a title, a turn of phrase that everybody uses)
is for you to judge. Exits with 1 if there is any. Your text is read, and nothing is done with it.
"""

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BOOK = (
    *("docs/**/*.md", "*.md", "mkdocs.yml", "data/*.yml"),
    *("quizzes/*.yml", "overrides/widgets/engine/locales/*.yml"),
)
"""Where the book says something."""
FEWEST = 5
"""Words in a row that are no coincidence."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_TARGET = re.compile(r"(?<=\])\([^)\n]*\)")


@dataclass(frozen=True)
class Text:
    """A file as words, each with the offset where it stood."""

    name: str
    text: str
    words: tuple[str, ...]
    offsets: tuple[int, ...]

    def place(self, word: int) -> str:
        """`path:line:column` of a word."""
        before = self.text[: self.offsets[word]]
        return f"{self.name}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


@dataclass(frozen=True)
class Echo:
    """A run of words that two texts share."""

    here: str
    there: str
    words: str

    def __str__(self) -> str:
        return f'{self.here}: "{self.words}" stands in {self.there}'


def read(path: Path, root: Path | None = None) -> Text:
    """A file as words; `root` shortens its name."""
    text = path.read_text(encoding="utf-8", errors="replace")
    spoken = _TARGET.sub(lambda match: " " * len(match[0]), text)
    found = [*_WORD.finditer(spoken)]
    return Text(
        name=path.relative_to(root).as_posix() if root else str(path),
        text=text,
        words=tuple(match[0].casefold().replace("’", "'") for match in found),
        offsets=tuple(match.start() for match in found),
    )


def echoes(book: Text, other: Text, fewest: int = FEWEST) -> Iterator[Echo]:
    """The longest runs of at least `fewest` words that both have, in the order of the book."""
    starts = defaultdict(list)
    for n in range(len(other.words) - fewest + 1):
        starts[other.words[n : n + fewest]].append(n)
    at = 0
    while at <= len(book.words) - fewest:
        found = starts.get(book.words[at : at + fewest], ())
        length, start = max(((_shared(book, at, other, n), n) for n in found), default=(1, 0))
        if found:
            words = " ".join(book.words[at : at + length])
            yield Echo(book.place(at), other.place(start), words)
        at += length


def _shared(book: Text, at: int, other: Text, start: int) -> int:
    """How many words are the same from here and there on."""
    both = zip(book.words[at:], other.words[start:], strict=False)
    return next(
        (n for n, (one, two) in enumerate(both) if one != two),
        min(len(book.words) - at, len(other.words) - start),
    )


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Print every echo; the number of them decides the exit."""
    parser = argparse.ArgumentParser(prog="echoes", description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="+", type=Path, help="texts of yours, as plain text")
    parser.add_argument("--words", type=int, default=FEWEST, help="how many in a row (%(default)s)")
    given = parser.parse_args(arguments)
    paths = sorted({path for pattern in BOOK for path in root.glob(pattern)})
    book, others = [read(path, root) for path in paths], [read(path) for path in given.files]
    found = [e for text in book for other in others for e in echoes(text, other, given.words)]
    for echo in found:
        print(echo)
    print(f"{len(found)} in {len(book)} files of the book.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
