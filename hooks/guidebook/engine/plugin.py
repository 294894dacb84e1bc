"""The engine as a plugin of MkDocs, for any site with the theme Material: `plugins: [self-assessments]`.

This guidebook does not use it: its hook (`guidebook.hook`) joins the engine with pages, rules and publishing.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config import base
from mkdocs.config import config_options as options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from guidebook.engine.extension import QuizExtension
from guidebook.engine.languages import Rooms
from guidebook.engine.problem import Place, Problem, shown_path
from guidebook.engine.report import NOTHING_BUILT, stop_or_print
from guidebook.engine.site import Folders, Site
from guidebook.engine.widget_files import LOADER, STYLES, WIDGETS, served


class Settings(base.Config):  # type: ignore[no-untyped-call]  # MkDocs' own
    """What a site may say under the plugin's name in mkdocs.yml."""

    quizzes = options.Type(str, default="quizzes")
    """The folder of quiz files, from that of mkdocs.yml."""
    words = options.Type(str, default="words")
    """A folder with `locales/en.yml` and others, if there is one: words of the site in place of the engine's."""
    results = options.Type(str, default="my-results.md")
    """The page that holds `/// my-results`, from docs/."""


class SelfAssessments(BasePlugin[Settings]):  # type: ignore[no-untyped-call]  # MkDocs' own
    """Compiles quiz files, draws their widgets where pages name them, and brings scripts and styles along."""

    def __init__(self) -> None:
        self.command = "build"
        self.extension = QuizExtension({})

    def on_startup(self, *, command: str, **_: Any) -> None:
        """`serve` goes on in spite of faults, and shows them where the widget would stand."""
        self.command = command

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the quizzes. A build stops at their problems."""
        root, theme = Path(config.config_file_path).parent, config.theme
        folder, words = root / self.config.quizzes, root / self.config.words
        rooms = Rooms([WIDGETS / "engine"], words)
        own = str(theme.get("language") or theme.get("locale") or "en")
        folders = Folders(root, Path(config.docs_dir), folder, rooms)
        site = Site(folders, own, self.config.results)
        for notice in site.notices:
            sys.stderr.write(f"{notice}\n")
        problems = [*self._astray(config), *site.problems]
        stop_or_print(problems, NOTHING_BUILT, serving=self.command == "serve")
        self.extension = site.extension()
        config.markdown_extensions.append(self.extension)  # type: ignore[arg-type]  # an instance needs no import path
        config.extra_css[:0] = STYLES
        loader = options.ExtraScriptValue(LOADER)
        loader.type = "module"
        config.extra_javascript.append(loader)
        config.watch += [str(path) for path in (folder, words) if path.is_dir()]
        return config

    def _astray(self, config: MkDocsConfig) -> Iterator[Problem]:
        """Settings that lead nowhere. Those that nobody wrote may."""
        root, docs = Path(config.config_file_path).parent, Path(config.docs_dir)
        for name, folder in (("quizzes", root), ("words", root), ("results", docs)):
            path = folder / self.config[name]
            if name in self.config.user_configs[-1] and not path.exists():
                message = f'"{name}" leads nowhere: there is no {shown_path(path, root)}'
                yield Problem(shown_path(Path(config.config_file_path), root), Place(), message)

    def on_page_markdown(self, markdown: str, *, page: Page, **_: Any) -> str:
        """Tell the extension which page comes next."""
        self.extension.page = page.file.src_uri
        return markdown

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Bring the scripts and styles of widgets along."""
        for name, path in served():
            files.append(File.generated(config, name, abs_src_path=str(path)))
        return files
