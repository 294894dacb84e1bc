"""A small book beside a file that is nobody's business, of which pages are drawn one at a time, as a build does."""

import os
import shutil
from pathlib import Path
from typing import Any

import yaml
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.structure.files import File, get_files
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from guidebook.book.book import Book
from guidebook.publishing.csp_page import Page as Sealed
from guidebook.publishing.minify import minify
from guidebook.publishing.themes import Scripts

ROOT = Path(__file__).resolve().parent.parent.parent
SECRET = "nobody-s-business"  # noqa: S105 (a word to look for)
PAGE = "fuzz.md"


class SmallBook:
    """The sample project of the tests in `folder`, read once.

    Sets a variable of the environment, for whoever wants to find its value in a page.
    """

    def __init__(self, folder: Path) -> None:
        self.root = folder / "project"
        shutil.copytree(ROOT / "tests/sample", self.root)
        shutil.copytree(ROOT / "overrides", self.root / "overrides")
        moon = self.root / "docs/assets/moon/full.svg"
        moon.parent.mkdir(parents=True)
        moon.write_bytes((ROOT / "docs/assets/moon/full.svg").read_bytes())
        hosts = self.root / "data/addresses.yml"
        hosts.write_text((ROOT / "data/addresses.yml").read_text() + "  - example.org\n")
        (folder / "outside.md").write_text(f"# {SECRET}\n")
        os.environ["OUTSIDE"] = SECRET
        own: dict[str, object] = {
            "INHERIT": str(ROOT / "mkdocs.yml"),
            "nav": None,
            "watch": [],
            "extra_css": [],
        }
        hooks = {"hooks": [str(ROOT / "hooks/build.py")]}
        (self.root / "mkdocs.yml").write_text(yaml.safe_dump({**own, **hooks}))
        self.config = load_config(str(self.root / "mkdocs.yml"))
        self.config.plugins.on_startup(command="build", dirty=False)
        self.config = self.config.plugins.on_config(self.config)
        self.book = Book(self.root)
        self._begin()
        self.scripts = self._own_scripts()

    @property
    def extension(self) -> Any:
        """What draws blocks and marks."""
        return self.config.markdown_extensions[-1]

    def draw(self, text: str) -> tuple[str, str, list[str]]:
        """A page: the article alone, all of it, and what was left out of it."""
        page = Page(None, File.generated(self.config, PAGE, content=text), self.config)
        plugins: Any = self.config.plugins
        page.read_source(self.config)
        page.markdown = plugins.on_page_markdown(
            page.markdown, page=page, config=self.config, files=self.files
        )
        page.render(self.config, self.files)
        article = page.content or ""
        left_out = [str(each) for each in self.extension.left_out({PAGE: text})]
        context = get_context(self.nav, self.files, self.config, page)
        context = plugins.on_page_context(context, page=page, config=self.config, nav=self.nav)
        template = self.env.get_template(page.meta.get("template", "main.html"))
        return article, template.render(context), left_out

    def _own_scripts(self) -> frozenset[str]:
        """Those of the theme, on a page where nobody has written any, and the same made small."""
        known = Scripts(Path(each) for each in self.config.theme.dirs[1:])
        found = [each for each in Sealed(self.draw("# A page")[1]).scripts if each in known]
        return frozenset((*found, *(minify(each, ".mjs") for each in found)))

    def _begin(self) -> None:
        """What a build does before its first page."""
        self.env = self.config.theme.get_env()
        self.files = get_files(self.config)
        self.files.add_files_from_theme(self.env, self.config)
        self.files = self.config.plugins.on_files(self.files, config=self.config)
        self.nav = get_navigation(self.files, self.config)
        self.env = self.config.plugins.on_env(self.env, config=self.config, files=self.files)
