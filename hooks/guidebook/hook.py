"""The book in MkDocs: what happens at each event of a build. It joins the three rooms, in which the work is done."""

from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from guidebook.book import front_matter
from guidebook.book.book import Book
from guidebook.book.house_rules.review import Review
from guidebook.book.preview import Preview
from guidebook.book.watching import look_often
from guidebook.engine import page_text, paths
from guidebook.engine.problem import ProblemsFound
from guidebook.engine.report import LATER, NOTHING_BUILT, stop_or_print
from guidebook.engine.templates import MEMORY
from guidebook.publishing.built import Built
from guidebook.publishing.bundle import BundleError
from guidebook.publishing.origin import written
from guidebook.publishing.postprocess import postprocess

Command = Literal["build", "gh-deploy", "serve"]


class GuidebookHook:
    """The events of MkDocs that this book answers. `hooks/build.py` hands them on."""

    def __init__(self) -> None:
        self._command: Command = "build"
        self._preview: Preview | None = None
        """While somebody writes: what the pages show besides themselves."""

    def on_startup(self, command: Command, dirty: bool) -> None:
        self._command = command

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the book. A build stops at its problems; a preview lives on and shows them."""
        root = Path(config.config_file_path).parent
        repository = str(config.extra.get("repository") or "").rstrip("/")
        if astray := [*paths.faults(root)]:  # MkDocs would follow them, in a preview too
            raise Abort("\n".join(map(str, astray)))
        book = Book(root, str(config.theme["language"] or "en"), repository)
        review = Review(book)
        stop_or_print(review.refusals, NOTHING_BUILT, serving=self._command == "serve")
        self._preview = (
            Preview(book, review.refusals, review.advice) if self._command == "serve" else None
        )
        _name_repository(repository, book, config)
        config.extra["words"] = book.languages.html
        config.extra["help_lines"] = book.help_lines.markdown if book.help_lines else ""
        config.extra["help_on_paper"] = book.help_lines.on_paper if book.help_lines else {}
        config.markdown_extensions.append(book.extension(review.rules))  # type: ignore[arg-type]  # an instance needs no import path
        return config

    def on_page_markdown(
        self, markdown: str, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Have templates know of a page what was checked, and nothing that MkDocs found in other ways."""
        config.markdown_extensions[-1].page = page.file.src_uri  # type: ignore[attr-defined]  # ours, see above
        page.meta, body = front_matter.split(page.file.src_uri, page.file.content_string)
        terms = page.meta.get("search_terms", [])
        page.meta["tags"] = terms  # what the theme finds a page by first
        if self._preview:
            return self._preview.mark(body, f"docs/{page.file.src_uri}", page.file.content_string)
        return body

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Show a writer what is to be mended, in its place."""
        return self._preview.show(html) if self._preview else html

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Leave the widgets' words out of the site, for its pages have them; put up with unreadable pages."""
        for file in [
            f for f in files if f.src_uri.startswith("widgets/") and f.src_uri.endswith(".yml")
        ]:
            files.remove(file)
        for page in files.documentation_pages():
            if not page_text.is_readable(page.content_bytes):  # a build has stopped at it
                page.content_string = f"`{page.src_uri}` has a fault, so it cannot be shown yet."
        return files

    def on_env(self, env: Any, config: MkDocsConfig, files: Files) -> None:
        """Tell what was left out of pages, now that all are read; have a preview compile each template once."""
        env.bytecode_cache = MEMORY
        extension: Any = config.markdown_extensions[-1]
        texts = {file.src_uri: file.content_string for file in files.documentation_pages()}
        stop_or_print(extension.left_out(texts), LATER, serving=self._command == "serve")
        folders = (Path(folder, "partials/languages") for folder in config.theme.dirs)
        said = {file.stem for folder in folders for file in folder.glob("*.html")}
        env.globals["theme_languages"] = said  # for partials/language.html

    def on_serve(self, server: Any, config: MkDocsConfig, builder: Any) -> None:
        """Show an edit soon."""
        look_often(server, [config.docs_dir, config.config_file_path, *config.theme.dirs])

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Complete a site that will be published."""
        if self._command != "serve":
            language = str(config.theme["language"] or "en")
            theme = tuple(Path(d) for d in config.theme.dirs if d != config.theme.custom_dir)
            extension: Any = config.markdown_extensions[-1]
            site, address = Path(config.site_dir), config.site_url or ""
            offered = config.extra.get("books")
            books = Path(config.config_file_path).parent / offered if offered else None
            built = Built(site, address, config.site_name, language, extension.hosts, theme, books)
            try:
                postprocess(built)
            except ProblemsFound as found:
                here = ProblemsFound(written(found.problems, built.folder, Path(config.docs_dir)))
                raise Abort(f"{here}\n\n{len(here.problems)} to mend{LATER}") from None
            except BundleError as error:
                raise Abort(str(error)) from None


def _name_repository(repository: str, book: Book, config: MkDocsConfig) -> None:
    """Tell the templates where a reader can edit a page and its self-assessments.

    Not by `repo_url`: with that, the theme asks api.github.com about the project on every page.
    """
    if repository:
        config.edit_uri = f"{repository}/edit/main/docs/"
        config.extra["repository"] = repository
        config.extra["quizzes"] = {page.path: page.quizzes for page in book.pages}
