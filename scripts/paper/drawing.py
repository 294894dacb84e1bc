"""The book's pictures for readers of EPUBs that know SVG but not styles: there all would be black."""

import cssselect2
import tinycss2
from lxml import etree

_SVG = "{http://www.w3.org/2000/svg}"
_FONT = {"font-size": "13px", "font-family": "sans-serif"}


def unstyled(picture: bytes) -> bytes:
    """An SVG with what its style says by day written on its elements instead."""
    root = etree.fromstring(picture)
    wrapped = cssselect2.ElementWrapper.from_xml_root(root)
    for style in [*root.iter(f"{_SVG}style")]:
        for rule in tinycss2.parse_stylesheet(
            style.text or "", skip_comments=True, skip_whitespace=True
        ):
            if rule.type == "qualified-rule":  # no @media: that is for the night
                _write(wrapped, rule)
        style.getparent().remove(style)
    written: bytes = etree.tostring(root)
    return written


def _write(root: cssselect2.ElementWrapper, rule: tinycss2.ast.QualifiedRule) -> None:
    declarations = tinycss2.parse_declaration_list(rule.content, skip_whitespace=True)
    for selector in cssselect2.compile_selector_list(rule.prelude):
        for element in root.iter_subtree():
            if selector.test(element):
                for each in declarations:
                    value = tinycss2.serialize(each.value).strip()
                    said = _FONT if each.name == "font" else {each.name: value}
                    for name, words in said.items():
                        element.etree_element.set(name, words)
