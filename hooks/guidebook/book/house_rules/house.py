"""The book as its house rules look at it: read once, in pieces."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from guidebook.book import diagrams
from guidebook.book.book import Book
from guidebook.book.house_rules import said
from guidebook.book.house_rules.said import Page, Said
from guidebook.book.house_rules.settings import SWITCH, Chapter, Settings
from guidebook.engine.kinds.check import walk
from guidebook.engine.kinds.scales import compiled, model
from guidebook.engine.kinds.table.model import Item as Question
from guidebook.engine.kinds.table.model import TableQuiz
from guidebook.engine.kinds.tree.model import Step, TreeQuiz
from guidebook.engine.quiz_file import QuizFile
from guidebook.engine.yaml.source import Source

NOBODY = ("the article", "the group", "nobody named")
"""What the map says where it names no person."""
ScalesFile = tuple[QuizFile, model.ScalesQuiz, compiled.ScalesQuiz]
"""A quiz with scales: the file, as written, as scored."""


class House:
    """What the rules may look at. Reading never raises for what an author wrote."""

    def __init__(self, book: Book, today: date) -> None:
        self.book = book
        self.today = today
        self.settings = Settings(book.root)

    @staticmethod
    def has_rules(book: Book) -> bool:
        """Whether this project is one that has house rules."""
        return (book.root / SWITCH).is_file()

    def source(self, name: str) -> Source | None:
        """A file of data/, for its places; None if it is not there or no YAML."""
        return self.settings.sources.get(name)

    @cached_property
    def pages_in_every_language(self) -> tuple[Page, ...]:
        """Every page."""
        return tuple(
            said.page(self.book.root / page.path, self.book.root) for page in self.book.pages
        )

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Those in the site's own language, which the rules of prose are about."""
        own = {page.path for page in self.book.pages if page.language is None}
        return tuple(page for page in self.pages_in_every_language if page.path in own)

    def page(self, path: str) -> Page | None:
        """A page by its path from the project's folder."""
        return next((page for page in self.pages if page.path == path), None)

    @cached_property
    def chapters(self) -> tuple[tuple[Page, Chapter], ...]:
        """The pages that keep to the shape of a chapter."""
        listed = self.settings.scope.chapters
        found = ((self.page(f"docs{chapter.page}"), chapter) for chapter in listed)
        return tuple((page, chapter) for page, chapter in found if page)

    @cached_property
    def people(self) -> frozenset[str]:
        """First names that the article credits."""
        credited = {name for idea in self.book.ideas.values() for name in idea.who.split(" and ")}
        return frozenset(credited - {*NOBODY})

    def quizzes(self) -> list[QuizFile]:
        """Those in the site's own language."""
        return [quiz for quiz in self.book.quizzes.values() if quiz.written.language is None]

    def is_ours(self, quiz: QuizFile) -> bool:
        """Whether a quiz, or the one it translates, is listed as this book's own."""
        return quiz.compiled.name in self.settings.ours

    def ours(self) -> list[QuizFile]:
        """The book's own quizzes and tools."""
        return [quiz for quiz in self.quizzes() if self.is_ours(quiz)]

    def self_assessments(self) -> list[ScalesFile]:
        """Those made as agreed."""
        names = self.settings.scope.self_assessments
        return [s for s in self.scored() if s[2].name in names]

    def scored(self) -> list[ScalesFile]:
        """Every quiz with scales."""
        return [
            (quiz, quiz.written, quiz.compiled)
            for quiz in self.quizzes()
            if isinstance(quiz.written, model.ScalesQuiz)
            and isinstance(quiz.compiled, compiled.ScalesQuiz)
        ]

    def with_outcomes(self) -> list[QuizFile]:
        """The book's own tables and decision trees."""
        return [quiz for quiz in self.ours() if isinstance(quiz.written, TableQuiz | TreeQuiz)]

    # What the book says

    def of_pages(self) -> Iterator[Said]:
        """What the pages say, to readers and to search engines."""
        for each in self.pages:
            yield each.prose
            yield each.description

    def of_quizzes(self) -> Iterator[Said]:
        """What every quiz says."""
        yield from self._of_quizzes

    @cached_property
    def _of_quizzes(self) -> tuple[Said, ...]:
        return tuple(each for quiz in self.quizzes() for each in said.of_quiz(quiz))

    def of_widgets(self) -> Iterator[Said]:
        """What the widgets say by themselves."""
        return self._of_yaml("overrides/widgets/engine/locales/en.yml")

    def of_diagrams(self) -> Iterator[Said]:
        """What the diagrams say."""
        return self._of_yaml(diagrams.FILE)

    def _of_yaml(self, name: str) -> Iterator[Said]:
        path = self.book.root / name
        if path.is_file():
            yield from said.of_yaml(path, self.book.root)

    def of_front(self) -> Iterator[Said]:
        """What whoever opens the project's folder reads first."""
        for path in sorted(self.book.root.glob("*.md")):
            yield said.page(path, self.book.root).prose

    def of_site(self) -> Iterator[Said]:
        """What the settings say of the site."""
        path = self.book.root / "mkdocs.yml"
        for each in said.lines(path, self.book.root) if path.is_file() else ():
            if each.text.startswith(("site_name:", "site_description:", "copyright:")):
                yield each

    def everything(self) -> Iterator[Said]:
        """All of that."""
        yield from self._everything

    @cached_property
    def _everything(self) -> tuple[Said, ...]:
        """Read once: many rules look at it."""
        return tuple(self._pieces())

    def _pieces(self) -> Iterator[Said]:
        yield from self.of_pages()
        yield from self.of_quizzes()
        yield from self.of_widgets()
        yield from self.of_diagrams()
        yield from self.of_front()
        yield from self.of_site()

    def stems(self) -> Iterator[Said]:
        """Every item of every quiz with scales, at its place."""
        return self._stems(model.Item)

    def questions(self) -> Iterator[Said]:
        """Every question of every table and decision tree, at its place."""
        return self._stems(Question, Step)

    def _stems(self, *kinds: type[model.Item | Question | Step]) -> Iterator[Said]:
        for quiz in self.quizzes():
            for where, part in walk(quiz.written):
                if isinstance(part, kinds):
                    yield Said(quiz.source.path, part.stem, quiz.source.place((*where, "stem")))
