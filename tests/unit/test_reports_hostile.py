"""What a document says never acts: each kind of hostile text, in each format, read back.

The measure is a report of the same shape whose text is harmless: to a reader of the format
the two have the same structure, and they differ in plain text alone.
"""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser

import pytest

from factcheck.reports import FORMATS, View, renderer
from tests import samples
from tests.unit.test_reports_readers import SARIF

HARMLESS = "plain words"
KINDS = {
    "script tags": "</script><script>alert(1)</script><svg onload=alert(1)><!-- -->",
    "attribute breaks": "\" onmouseover=\"alert(1)\" ' style='x' `>",
    "RTL overrides": "\u202etxt.exe\u2066\u200f\u061c\u200bx\u2069",
    "ANSI escapes": "\x1b[31mred\x1b[2J\x1b]0;owned\x07\x9b2J\x7f\x08",
    "CSV formulas": '=HYPERLINK("http://x","y")\n@SUM(A1)\n+1+cmd|\' /c calc\'!A1\t=2',
    "a dash formula": "-2+3+cmd|' /c calc'!A1",
    "Markdown tables": "a | b\n|---|---|\n| c | d |\n\n# heading\n- item\n> quote\n***",
    "Markdown links": "[x](javascript:alert(1)) ![y](http://x/y.png) <http://x> [z]: http://x",
    "Markdown code": "```\ncode\n```\n~~~\n`a` <b>bold</b> &lt; @someone \\[x](y) **b** __c__",
    "JUnit control characters": "]]> <![CDATA[ &#0; \x00\x0b\x0c\ufffe\uffff\ud800 <!DOCTYPE x>",
    "forged lines": '\nerror  forged\r\n::error::x\n{"type": "finding"}\n</testcase>,"x',
    "line separators": "a\u2028b\u2029c\x85d\x1ee\x1cf",
    "GitHub commands": "%0A::error file=x::y ::set-output name=a::b %3A,title=z",
    "a template": "{{ 7 * 7 }}{% raw %}{0} ${x} %s %(x)s",
}
# What a terminal would obey, or what would reorder a line.
COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def render(name, said, **view):
    return "".join(renderer(name)(samples.hostile(said=said), View(**view)))


# --- the structure of a report, to a reader of its format ---------------------------------


def text(output):
    lines = output.split("\n")[:-1]
    assert lines == output.splitlines()
    # The lines that a severity opens; what they say may take more or fewer lines.
    return [line.split(" ")[0] for line in lines if re.match(r"[a-z]+  ", line)]


def tree(value):
    """Return the shape of a value read from JSON."""
    if isinstance(value, dict):
        return {key: tree(one) for key, one in value.items()}
    return [tree(one) for one in value] if isinstance(value, list) else type(value)


def as_json(output):
    return tree(json.loads(output))


def jsonl(output):
    assert output.splitlines() == output.split("\n")[:-1]
    return [tree(json.loads(line)) for line in output.splitlines()]


def as_csv(output):
    rows = list(csv.reader(io.StringIO(output, newline=""), strict=True))
    for row in rows:
        for cell in row:
            assert not re.match(r"[=@\t\r\n]|[+-](?![\d.]+$)", cell)
            assert cell.isprintable()
    return [len(row) for row in rows]


def markdown(output):
    markdown_it = pytest.importorskip("markdown_it")
    found = []
    for token in markdown_it.MarkdownIt("gfm-like", {"linkify": False}).parse(output):
        found.append(token.type)
        for child in token.children or ():
            if (
                child.type == "html_inline"
            ):  # a comment that keeps a name from being told
                assert child.content == "<!-- -->"
            elif child.type not in ("text", "text_special", "softbreak"):
                found.append(child.type)
    return found


class Tags(HTMLParser):
    def __init__(self, output):
        super().__init__()
        self.found, self.data, self._in_data = [], "", False
        self.feed(output)
        self.close()

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        assert not any(name.startswith("on") for name in names)
        self.found.append((tag, names))
        self._in_data = dict(attrs).get("id") == "data"

    def handle_endtag(self, tag):
        self.found.append(tag)
        self._in_data = False

    def handle_comment(self, data):
        self.found.append(data)

    def handle_data(self, data):
        self.data += data if self._in_data else ""


def html(output):
    tags = Tags(output)
    assert "<" not in tags.data
    # What text is cut into, on either side of a number, is text all the same.
    rows = json.loads(tags.data)
    return tags.found, [sorted(one) for one in rows["findings"]]


def sarif(output):
    jsonschema = pytest.importorskip("jsonschema")
    log = json.loads(output)
    if SARIF.is_file():
        schema = json.loads(SARIF.read_text("utf-8"))
        jsonschema.validators.validator_for(schema)(schema).validate(log)
    (run,) = log["runs"]
    for result in run["results"]:
        links = r"(?<!\\)\[[^\[\]]*\]\("
        told = [result["message"], *(p["message"] for p in result["relatedLocations"])]
        assert not any(re.search(links, one["text"]) for one in told)
    return tree(log)


def junit(output):
    junitparser = pytest.importorskip("junitparser")
    xml = junitparser.JUnitXml.fromstring(output.encode("utf-8", "strict"))
    return [
        [(case.classname, [type(result) for result in case.result]) for case in suite]
        for suite in xml
    ]


def github(output):
    """Read commands as the runner does: properties at commas, then what is escaped."""
    found = []
    for line in output.splitlines():
        match = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line)
        assert match
        assert not re.search(r"%(?!25|0A|0D|3A|2C)", line)
        assert not re.search(r"%0D", line)
        keys = [one.partition("=")[0] for one in match[2].split(",")]
        found.append((match[1], keys, match[3].count("%0A")))
    return found


READERS = {
    "text": text,
    "json": as_json,
    "jsonl": jsonl,
    "csv": as_csv,
    "markdown": markdown,
    "sarif": sarif,
    "junit": junit,
    "github": github,
    "html": html,
}


def test_every_format_has_a_reader():
    assert READERS.keys() == FORMATS.keys()


@pytest.mark.parametrize("name", list(FORMATS))
@pytest.mark.parametrize("kind", list(KINDS))
def test_hostile_text_is_text_and_nothing_else(kind, name):
    output = render(name, KINDS[kind])
    if name == "csv":
        output = output.replace("\r\n", "\n")
    assert not COMMANDS.search(output)
    assert READERS[name](output) == READERS[name](render(name, HARMLESS))


@pytest.mark.parametrize("name", ["json", "jsonl"])
@pytest.mark.parametrize("kind", list(KINDS))
def test_what_a_program_reads_keeps_every_character(kind, name):
    output = render(name, KINDS[kind])
    rows = output.splitlines() if name == "jsonl" else [output]
    said = [json.loads(row) for row in rows]
    found = said[0]["findings"] if name == "json" else said
    (finding,) = (one for one in found if one.get("id", "").startswith("fc-"))
    assert finding["slip"] == KINDS[kind]
