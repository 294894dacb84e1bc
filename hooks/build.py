"""What MkDocs calls while it builds. The only file that knows MkDocs; the work is in `guidebook`."""

import sys
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from guidebook import front_matter, page_text, tree
from guidebook.book import Book
from guidebook.house_rules.review import Review
from guidebook.preview import Preview
from guidebook.problem import ProblemsFound
from guidebook.site.built import Built
from guidebook.site.bundle import BundleError
from guidebook.site.finish import finish
from guidebook.site.origin import written
from guidebook.templates import MEMORY
from guidebook.unsearched import give_back, lend
from guidebook.watching import look_often

_LENT = "lent"
_command: Literal["build", "gh-deploy", "serve"] = "build"
_preview: Preview | None = None
"""While somebody writes: what the pages show besides themselves."""


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    global _command  # noqa: PLW0603 (MkDocs tells it once, before any other event)
    _command = command


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the book. A build stops at its problems; a preview lives on and shows them."""
    global _preview  # noqa: PLW0603 (MkDocs hands events nothing else that lasts)
    root = Path(config.config_file_path).parent
    repository = str(config.extra.get("repository") or "").rstrip("/")
    if astray := [*tree.faults(root)]:  # MkDocs would follow them, in a preview too
        raise Abort("\n".join(map(str, astray)))
    book = Book(root, str(config.theme["language"] or "en"), repository)
    review = Review(book)
    if review.refusals:
        report = "\n".join(map(str, review.refusals))
        if _command != "serve":
            raise Abort(f"{report}\n\n{len(review.refusals)} to mend; nothing was built.")
        sys.stderr.write(f"\n{report}\n\n")
    _preview = Preview(book, review.refusals, review.advice) if _command == "serve" else None
    _name_repository(repository, book, config)
    config.extra["words"] = book.languages.html
    config.extra["help_lines"] = book.help_lines.markdown if book.help_lines else ""
    config.markdown_extensions.append(book.extension(review.rules))  # type: ignore[arg-type]  # an instance needs no import path
    return config


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Have templates know of a page what was checked, and nothing that MkDocs found in other ways."""
    config.markdown_extensions[-1].page = page.file.src_uri  # type: ignore[attr-defined]  # ours, see above
    page.meta, body = front_matter.split(page.file.src_uri, page.file.content_string)
    if _preview:
        return _preview.mark(body, f"docs/{page.file.src_uri}", page.file.content_string)
    return body


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Show a writer what is to be mended, in its place."""
    return _preview.show(html) if _preview else html


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave the widgets' words out of the site, for its pages have them; put up with unreadable pages."""
    for file in [
        f for f in files if f.src_uri.startswith("widgets/") and f.src_uri.endswith(".yml")
    ]:
        files.remove(file)
    for page in files.documentation_pages():
        if not page_text.is_readable(page.content_bytes):  # a build has stopped at it
            page.content_string = f"`{page.src_uri}` has a fault, so it cannot be shown yet."
    return files


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    """Tell what was left out of pages, now that all are read; have a preview compile each template once."""
    env.bytecode_cache = MEMORY
    extension: Any = config.markdown_extensions[-1]
    texts = {file.src_uri: file.content_string for file in files.documentation_pages()}
    if left_out := extension.left_out(texts):
        report = "\n".join(map(str, left_out))
        if _command != "serve":
            raise Abort(f"{report}\n\n{len(left_out)} to mend first.")
        sys.stderr.write(f"\n{report}\n\n")
    folder = "partials/languages/"  # for partials/language.html: what the theme can say
    found = (name for name in env.list_templates(["html"]) if name.startswith(folder))
    env.globals["theme_languages"] = {name[len(folder) : -len(".html")] for name in found}


@event_priority(50)
def _lend(context: Any, page: Page, **_: Any) -> None:
    page.content, page.meta[_LENT] = lend(page.content or "")
    page.meta["tags"] = page.meta.get("search_terms", [])  # what the theme finds a page by first


@event_priority(-50)
def _give_back(context: Any, page: Page, **_: Any) -> None:
    page.content = give_back(page.content or "", page.meta.pop(_LENT))
    del page.meta["tags"]


# Between the two, the theme's search reads the page.
on_page_context = CombinedEvent(_lend, _give_back)  # type: ignore[arg-type]  # it expects methods


def on_serve(server: Any, config: MkDocsConfig, builder: Any) -> None:
    """Show an edit soon."""
    look_often(server, [config.docs_dir, config.config_file_path, *config.theme.dirs])


def on_post_build(config: MkDocsConfig) -> None:
    """Complete a site that will be published."""
    if _command != "serve":
        language = str(config.theme["language"] or "en")
        theme = tuple(Path(d) for d in config.theme.dirs if d != config.theme.custom_dir)
        extension: Any = config.markdown_extensions[-1]
        site, address = Path(config.site_dir), config.site_url or ""
        built = Built(site, address, config.site_name, language, extension.hosts, theme)
        try:
            finish(built)
        except ProblemsFound as found:
            here = ProblemsFound(written(found.problems, built.folder, Path(config.docs_dir)))
            raise Abort(f"{here}\n\n{len(here.problems)} to mend first.") from None
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
