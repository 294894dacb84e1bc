"""The engine as a plugin of MkDocs, for any site with the theme Material: `plugins: [self-assessments]`.

This guidebook does not use it: its hook (`guidebook.hook`) joins the engine with pages, rules and publishing.
"""

import sys
from pathlib import Path
from typing import Any

from mkdocs.config import base
from mkdocs.config import config_options as options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from guidebook.engine.extension import QuizExtension
from guidebook.engine.report import NOTHING_BUILT, stop_or_print
from guidebook.engine.site import Folders, Site
from guidebook.engine.widget_files import LOADER, STYLES, WIDGETS, served


class Settings(base.Config):  # type: ignore[no-untyped-call]  # MkDocs' own
    """What a site may say under the plugin's name in mkdocs.yml."""

    quizzes = options.Type(str, default="quizzes")
    """The folder of quiz files, from that of mkdocs.yml."""
    words = options.Optional(options.Type(str))
    """A folder with `locales/en.yml` and others: words of the site in place of the engine's."""
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
        root = Path(config.config_file_path).parent
        folder, words = root / self.config.quizzes, self.config.words
        rooms = [WIDGETS / "engine", *([root / words] if words else [])]
        own = str(config.theme["language"] or "en")
        folders = Folders(root, Path(config.docs_dir), folder, rooms)
        site = Site(folders, own, self.config.results)
        for notice in site.quizzes.notices:
            sys.stderr.write(f"{notice}\n")
        stop_or_print(site.problems, NOTHING_BUILT, serving=self.command == "serve")
        self.extension = site.extension()
        config.markdown_extensions.append(self.extension)  # type: ignore[arg-type]  # an instance needs no import path
        config.extra_css[:0] = STYLES
        loader = options.ExtraScriptValue(LOADER)
        loader.type = "module"
        config.extra_javascript.append(loader)
        config.watch.append(str(folder))
        return config

    def on_page_markdown(self, markdown: str, *, page: Page, **_: Any) -> str:
        """Tell the extension which page comes next."""
        self.extension.page = page.file.src_uri
        return markdown

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Bring the scripts and styles of widgets along."""
        for name, path in served():
            files.append(File.generated(config, name, abs_src_path=str(path)))
        return files
