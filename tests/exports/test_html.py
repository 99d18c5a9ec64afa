"""The web page: every answer once and literally, and nothing in it that a person could have brought in."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from breach_wizard.exports import html
from breach_wizard.exports.content import Changes, Content, Heading, Items, Table, Text, Value, content
from breach_wizard.exports.page_text import page_text
from breach_wizard.exports.timeline import IN_ORDER as CAPTION
from breach_wizard.exports.timeline import NOT_ALL_IN_ORDER
from breach_wizard.report import Report, from_answers
from breach_wizard.standing import NOT_KNOWN_WORDS
from tests.kit.depth import examples
from tests.kit.strategies import reports
from tests.kit.today import GUIDANCE
from tests.test_check import WHOLE

HOSTILE = [
    "<script>alert(1)</script>", "</table></main>", "javascript:alert(1)", "data:text/html,x", "{{ x }}", "{% x %}", "<!--", "]]>", "&amp;", "&lt;b&gt;",
    "\" onclick=\"x", "' onclick='x", "</style><style>", "</title><b>", "\ufffe\ufeff", "\u202eabc", "\u2066abc", "</svg>", "%s{0}", "<a href=x>y</a>",
]  # fmt: skip
KNOWN = {
    "html": {"lang"}, "head": set(), "meta": {"charset", "http-equiv", "content", "name"}, "title": {"id"}, "style": set(), "body": set(), "main": set(),
    "h1": set(), "h2": {"id"}, "h3": set(), "section": {"aria-labelledby"}, "table": {"aria-labelledby", "class"}, "thead": set(), "tr": set(), "th": {"scope", "dir"}, "td": {"dir"},
    "p": {"dir"}, "ul": {"dir"}, "li": set(), "br": set(), "wbr": set(), "a": {"href"}, "em": set(), "strong": set(), "bdi": set(), "figure": set(),
    "figcaption": set(), "svg": {"viewbox", "role", "aria-labelledby"}, "desc": {"id"}, "line": {"x1", "x2", "y1", "y2"},
    "circle": {"cx", "cy", "r"}, "text": {"x", "y", "class"},
}  # fmt: skip
"""Every element that a page of ours may hold, and its attributes."""


class Elements(HTMLParser):
    """Every element with its attributes, every link, and whether each element ends where it must."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(data.decode())
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in ("meta", "br", "wbr"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_comment(self, data: str) -> None:
        pytest.fail(f"a comment: {data}")

    def unknown_decl(self, data: str) -> None:
        pytest.fail(f"a declaration: {data}")


def written(said: Content) -> list[str]:
    """The lines that the page must show: all of them, in order, and no other."""
    lines = [said.title, *said.beneath]
    for part in said.parts:
        match part:
            case Heading(text=text):
                lines.append(text)
            case Table(section=section, rows=rows):
                lines += [line for row in rows for line in (row.label, *lines_of(row.value))]
                lines += [CAPTION] if section.id == "circumstances" else []
            case Text(value=value):
                lines += lines_of(value)
            case Items(entries=entries):
                for entry in entries:
                    lines += f"{entry.mark} {entry.text.text}".strip(" ").split("\n")
                    lines += [line for row in entry.more for line in f"{row.label} {row.value.text}".split("\n")]
            case Changes(lines=changes):
                lines += [line for change in changes for line in change.split("\n")]
    return [line for line in lines if line]


def lines_of(value: Value) -> list[str]:
    return [line.removeprefix("- ") for line in value.text.split("\n")]


@given(reports())
@settings(max_examples=examples(300))
def test_each_answer_stands_in_the_page_once_and_literally(report: Report) -> None:
    data = html.render(report, GUIDANCE)
    shown = [CAPTION if line == NOT_ALL_IN_ORDER else line for line in page_text(data).split("\n")]
    expected = written(content(report, GUIDANCE))
    if b"<svg" not in data:
        expected.remove(CAPTION)
    assert shown == expected


@given(reports())
@settings(max_examples=examples(300))
def test_no_element_and_no_attribute_comes_from_what_was_typed(report: Report) -> None:
    check_elements(html.render(report, GUIDANCE))


def check_elements(data: bytes) -> None:
    for tag, attributes in Elements(data).found:
        assert tag in KNOWN
        assert set(attributes) <= KNOWN[tag], tag
        for name, value in attributes.items():
            if name == "href":
                assert re.match(r"https?://\w", str(value), re.IGNORECASE)
            elif name in ("id", "aria-labelledby", "class", "scope", "dir", "lang", "role"):
                assert re.fullmatch(r"[a-zA-Z -]+", str(value))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(text: str) -> None:
    typed = {"producer": text, "circumstances": f"- {text}\n{text}", "contact_name": f"a\n{text}"}
    actions = [{"text": text, "status": "taken", "when": text, "who": ""}]
    outputs = [{"key": "1", "title": text, "link": text}]
    data = html.render(from_answers(WHOLE | typed | {"actions": actions, "outputs": outputs}, GUIDANCE), GUIDANCE)
    check_elements(data)
    assert b"<a " not in data
    assert page_text(data).count(text) == 8


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("See https://www.gov.uk/a_b?c=d&e=f#g.", ["https://www.gov.uk/a_b?c=d&e=f#g"]),
        ("(http://x) and HTTPS://Y.UK/", ["http://x", "HTTPS://Y.UK/"]),
        ("stuck tohttps://www.gov.uk/x", ["https://www.gov.uk/x"]),
        ('https://a.uk/"><script>', ["https://a.uk/"]),
        ("https://a.uk\u202e/ku.vog", ["https://a.uk"]),
        ("https://gov.uk\\@example.org", ["https://gov.uk"]),
        ("https://x.uk/?a&lt;b&copy=1'x", ["https://x.uk/?a&lt;b&copy=1'x"]),
        ("www.gov.uk ftp://x mailto:a@b.uk a@b.uk javascript:x https:// http:///x", []),
    ],
)
def test_addresses_of_the_web_become_links_and_nothing_else(text: str, links: list[str]) -> None:
    data = html.render(from_answers(WHOLE | {"circumstances": text}, GUIDANCE), GUIDANCE)
    assert [attributes["href"] for tag, attributes in Elements(data).found if tag == "a"] == links
    assert text in page_text(data)


def test_the_policy_names_the_style_and_nothing_else() -> None:
    page = html.render(from_answers(WHOLE, GUIDANCE), GUIDANCE).decode()
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    policy = re.search(r'Content-Security-Policy" content="(.*?)"', page)
    assert style
    assert policy
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    rules = [rule.split() for rule in policy[1].split(";")]
    assert rules == [
        ["default-src", "'none'"],
        ["style-src", f"'sha256-{digest}'"],
        ["base-uri", "'none'"],
        ["form-action", "'none'"],
    ]
    assert page.count("<style") == 1
    assert "url(" not in style[1]
    assert "@import" not in style[1]


def test_our_words_differ_from_the_same_words_typed() -> None:
    ours = html.render(from_answers(WHOLE | {"contact_details": "?"}, GUIDANCE), GUIDANCE).decode()
    typed = html.render(from_answers(WHOLE | {"contact_details": NOT_KNOWN_WORDS}, GUIDANCE), GUIDANCE).decode()
    assert f"<em>{NOT_KNOWN_WORDS}</em>" in ours
    assert ours.count("<em>") == typed.count("<em>") + 1


def test_line_breaks_blank_lines_and_list_items_are_seen() -> None:
    page = html.render(from_answers(WHOLE | {"circumstances": "a\nb\n\nc\n- d\ne\n- f"}, GUIDANCE), GUIDANCE).decode()
    assert '<p dir="auto">a<br>b</p>\n<p dir="auto">c</p>\n<ul dir="auto"><li>d<br>e</li><li>f</li></ul>' in page


def test_the_headings_of_the_impact_are_seen_as_such() -> None:
    text = "Outside the organisation:\nNobody saw it.\n\nNobody inside the organisation did."
    page = html.render(from_answers(WHOLE | {"impact": text}, GUIDANCE), GUIDANCE).decode()
    assert re.findall("<strong>(.*?organisation.*?)</strong>", page) == ["Outside the organisation:"]


def test_an_action_stays_one_item() -> None:
    actions = [{"text": "Withdrew it.\n- at once\n\nAll of it.", "status": "taken", "when": "today", "who": ""}]
    page = html.render(from_answers(WHOLE | {"actions": actions}, GUIDANCE), GUIDANCE).decode()
    assert page.count("<li>") == 1
    assert "- at once" in page_text(html.render(from_answers(WHOLE | {"actions": actions}, GUIDANCE), GUIDANCE))
