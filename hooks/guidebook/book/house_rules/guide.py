"""The page of the rules, written from the rules themselves."""

from guidebook.book.house_rules.registry import RULES
from guidebook.book.house_rules.rule import Rule


def guide() -> str:
    """Markdown: every rule under the heading of what it is about, refusals before advice."""
    scopes = dict.fromkeys(rule.scope for rule in RULES)
    return "\n\n".join(
        f"### About {scope}\n\n" + "\n".join(_told(rule) for rule in rules)
        for scope in scopes
        for rules in [
            sorted((r for r in RULES if r.scope == scope), key=lambda r: r.severity != "refusal")
        ]
    )


def _told(rule: Rule) -> str:
    elsewhere = " Elsewhere it is advice." if rule.elsewhere == "advice" != rule.severity else ""
    advice = " (advice)" if rule.severity == "advice" else ""
    return (
        f"- **{rule.id}**{advice}. {_plain(rule.says)}{elsewhere}\n"
        f"    - *Why:* {_plain(rule.reason)}\n"
        f"    - *What to do:* {_plain(rule.cure)}"
    )


def _plain(text: str) -> str:
    """The words as they are: what looks like a mark or a link in them is an example."""
    return (
        text.replace("[", "&#91;").replace("]", "&#93;").replace("*", "&#42;").replace("_", "&#95;")
    )
