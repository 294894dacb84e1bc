"""What MkDocs calls while it builds: the events of `guidebook.hook`, under the names that it looks for."""

from guidebook.hook import GuidebookHook

_hook = GuidebookHook()
on_config = _hook.on_config
on_env = _hook.on_env
on_files = _hook.on_files
on_page_content = _hook.on_page_content
on_page_markdown = _hook.on_page_markdown
on_post_build = _hook.on_post_build
on_serve = _hook.on_serve
on_startup = _hook.on_startup
