"""What of a page serves a screen alone, and does not come along onto paper."""

from typing import Any

_CLASSES = (
    *("headerlink", "footnote-backref", "exit__note", "on-paper", "contribute", "translations"),
    *("download", "quiz__why", "quiz__ready", "quiz__help", "quiz__screen"),
)
_WIDGET = "following-sibling::*[1]/*[contains(concat(' ', @class, ' '), ' tool ')]"
_PARTS = (
    *(f".//*[contains(concat(' ', @class, ' '), ' {name} ')]" for name in _CLASSES),
    ".//*[@hidden and not(@data-outcome)]",
    ".//*[substring(@data-when, string-length(@data-when) - 3) = 'own=']",  # for a part left out
    ".//button|.//remember-box|.//textarea|.//select|.//script|.//hr|.//div[@role='status']",
    ".//p[@class='reviewed']",
    ".//*[@class='research']/p[last()][string-length(a)=string-length(.)]",  # what a label means
    f"./h2[{_WIDGET}]",  # names what is pressed
    ".//quiz-practice//details/*[not(self::summary)]",  # stands overleaf, as what one takes along
    ".//quiz-practice/*[@data-scene]/*[@class='practice__take']",
)
"""As XPath."""


def leave_out(article: Any) -> None:
    """Take it out of a page, in place."""
    for path in _PARTS:
        for element in article.xpath(path):
            if element.getparent() is not None:
                element.drop_tree()
