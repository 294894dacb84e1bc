"""A page of the site as paper takes it: nothing to press, and each widget a sheet to fill in by hand."""

from itertools import groupby
from typing import Any

from lxml.html import Element

from scripts.paper.screen import leave_out

PLAIN = {
    "form": "div",
    "fieldset": "div",
    "details": "div",
    "section": "div",
    "summary": "p",
    "legend": "p",
}
"""Element → what it is on paper."""


def lay(article: Any, *, grid: bool) -> None:
    """Change a page in place. With `grid`, the questions of a self-assessment are the rows of a table."""
    leave_out(article)
    for widget in article.xpath(".//*[contains(@class, 'quiz') and contains(name(), '-')]"):
        _number(widget)
        for block in widget.xpath(".//div[@class='quiz__block']") if grid else ():
            _tabulate(block)
        widget.tag = "div"
    for label in [*article.iter("label")]:
        _answer(label)
    for line in article.xpath(".//*[contains(@class, 'tool__page')]//ul/li"):
        line.getparent().set("class", "ticks")
        _box(line, "square")
    for element in article.iter(*PLAIN):
        if element.tag in ("summary", "legend"):
            element.set("class", f"{element.tag} {element.get('class', '')}".strip())
        element.tag = PLAIN[element.tag]
    _tell_pictures(article)
    _card(article)


def _number(widget: Any) -> None:
    """The questions that results name by number; on a screen a style counts them."""
    numbered = widget.xpath(
        ".//fieldset[.//input[@type='radio']][not(contains(@class, 'gate'))]/legend"
    )
    if any(legend.find("span") is not None for legend in numbered):
        return  # it has its numbers
    for number, legend in enumerate(numbered, 1):
        legend.text = f"{number}. {legend.text or ''}"


def _tabulate(block: Any) -> None:
    """Questions with the same answers, a row each."""
    items = [
        (item, [_answered(label) for label in item.findall("label")])
        for item in block.findall("fieldset")
    ]
    for said, alike in groupby(items, lambda item: [words for words, _ in item[1]]):
        rows = [*alike]
        table = Element("table", {"class": "grid"})
        rows[0][0].addprevious(table)
        head = _under(_under(table, "thead"), "tr")
        _under(head, "td")
        for words in said:
            _under(head, "th", scope="col").text = words
        body = _under(table, "tbody")
        for item, answers in rows:
            row = _under(body, "tr", id=item.get("id") or "")
            stem = _under(row, "th", scope="row")
            stem.text = item.find("legend").text
            stem.extend(item.find("legend"))
            for _, points in answers:
                cell = _under(row, "td")
                _box(cell, "round")
                if points:
                    _under(cell, "small").text = points
            item.drop_tree()


def _answered(label: Any) -> tuple[str, str]:
    """The words of an answer, and its points, if it has any."""
    points = label.find("small")
    counted = "" if points is None else points.text_content()
    return label.text_content().strip().removesuffix(counted).strip(), counted


def _answer(label: Any) -> None:
    """A box to mark, and what it stands for."""
    ticked = label.find("input")
    if ticked is None or ticked.get("type") not in ("radio", "checkbox"):
        label.drop_tree()  # words of one's own: the sheet has lines for them
        return
    mark = "round" if ticked.get("type") == "radio" else "square"
    ticked.drop_tree()
    label.tag = "span"
    label.attrib.clear()
    label.set("class", "answer")
    _box(label, mark)


def _box(element: Any, mark: str) -> None:
    """Put an empty box before what an element says."""
    box = Element("span", {"class": f"box box--{mark}"})
    box.tail = (element.text or "").lstrip() if element.tag != "td" else None
    element.text = None
    element.insert(0, box)


def _tell_pictures(article: Any) -> None:
    """Put all that is said of a picture into its caption, in paragraphs: old readers lose what is in none."""
    for caption in article.iter("figcaption"):
        line = Element("p")
        line.text, caption.text = caption.text, None
        line.extend(caption)
        caption.append(line)
        figure = caption.getparent()
        caption.extend(figure.findall("details") + figure.findall("div"))


def _card(article: Any) -> None:
    """Lay the two-minute act of a chapter, which its first heading begins, on a card."""
    if not article.xpath("./*[contains(@class, 'mark')]"):
        return
    first = article.find("h2")
    card = Element("div", {"class": "card"})
    article.insert(article.index(first), card)
    while first is not None:
        following = first.getnext()
        card.append(first)
        first = None if following is None or following.tag == "h2" else following


def _under(parent: Any, tag: str, **attributes: str) -> Any:
    child = Element(tag, {name: value for name, value in attributes.items() if value})
    parent.append(child)
    return child
