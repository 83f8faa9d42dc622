"""What a page may hold: each hostile part is a finding at its line, or text and nothing more."""

from collections.abc import Callable

import pytest

from tests.conftest import MINIMAL_SITE, SiteMaker
from tests.hostile.conftest import SLEEP, Check, Files, with_line, with_text

Errors = Callable[[Files], list[str]]
UNSAFE = "FMT020 error unsafe-html"
HIDDEN = "FMT030 error hidden-character: Here stands a character that nobody sees: U+"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(document.domain)</script>",
        "<SCRIPT SRC=//cdn.example/x.js></SCRIPT>",
        "<scr<script>ipt>alert()</script>",
        "<img src=x alt='A leg' onerror=alert()>",
        "<p onclick=alert()>Text.</p>",
        "<p ONMOUSEOVER=alert()>Text.</p>",
        "[Text](a.md){onclick=alert()}",
        "<details ontoggle=alert() open>Text.</details>",
        "<svg onload=alert()><script>alert()</script></svg>",
        "<svg/onload=alert()>",
        "<math><mtext><script>alert()</script></mtext></math>",
        "<iframe srcdoc='<script>alert()</script>'></iframe>",
        "<object data=x></object>",
        "<embed src=x>",
        "<form action=javascript:alert()><button>Text</button></form>",
        "<base href='https://cdn.example/'>",
        "<meta http-equiv=refresh content='0;url=https://cdn.example/'>",
        "<link rel=stylesheet href=https://cdn.example/x.css>",
        "<style>@import 'https://cdn.example/x.css';</style>",
        "<p style='background: url(https://cdn.example/x)'>Text.</p>",
        "<p style='background: u\\72l(//cdn.example/x)'>Text.</p>",
        "<noscript><p title='</noscript><img src=x onerror=alert()>'></noscript>",
        "<template><script>alert()</script></template>",
        "<!--><img src=x onerror=alert()>-->",
        "<![CDATA[<script>alert()</script>]]>",
        "<?php echo 1 ?>",
        "<a href='javascript:alert()'>Text</a>",
        "<a href='JaVaScRiPt:alert()'>Text</a>",
        "<a href='java&#9;script:alert()'>Text</a>",
        "<a href='java&NewLine;script&colon;alert()'>Text</a>",
        "<a href='&#x6A;avascript&#0058;alert()'>Text</a>",
        "<a href='&#1;javascript:alert()'>Text</a>",
        "<a href='  javascript:alert()'>Text</a>",
        "[Text](javascript:alert())",
        "[Text](<java\tscript:alert()>)",
        "[Text](JAVASCRIPT&colon;alert())",
        "[Text][a]\n\n[a]: javascript:alert()",
        "<javascript:alert()>",
        "[Text](data:text/html;base64,PHNjcmlwdD4=)",
        "<a href='vbscript:msgbox()'>Text</a>",
        "[Text](blob:https://cdn.example/x)",
        "[Text](file:///etc/passwd)",
        "![A leg](data:image/svg+xml;base64,PHN2Zz4=)",
        "![A leg](javascript:alert())",
        "![A leg](//cdn.example/x.png)",
        "<video src=https://cdn.example/x.mp4></video>",
        "<img alt='A leg' srcset='https://cdn.example/x.png 2x' src=a.png>",
        "<a href=x ping=https://cdn.example/>Text</a>",
        "<input autofocus onfocus=alert()>",
        "<x-card onclick=alert()>Text</x-card>",
    ],
)
def test_html_that_can_act_or_load_is_refused_at_its_line(text: str, errors_of: Errors) -> None:
    found = [
        line for line in errors_of(with_text(f"Sleep well.\n\n{text}")) if UNSAFE in line or "changed-text" in line
    ]
    assert found
    assert all(line.startswith(f"{SLEEP}:") for line in found)


@pytest.mark.parametrize("place", ["typed", "escaped"])
@pytest.mark.parametrize("number", [0x200B, 0x2060, 0xAD, 0x202E, 0x202A, 0x2066, 0x2069, 0x200E, 0x61C, 0xFEFF,
                                    0x2028, 0xFFFC, 0xE000, 0x10FFFD, 0xE0041, 0x3164, 0x115F, 0x180E, 0xFE0F,
                                    0x34F], ids=hex)  # fmt: skip
def test_a_character_nobody_sees_is_refused_where_it_stands(place: str, number: int, errors_of: Errors) -> None:
    sign = chr(number) if place == "typed" else f"&#{number};"
    found = [line for line in errors_of(with_text(f"Sleep we{sign}ll.")) if HIDDEN in line]
    assert len(found) == 1
    assert found[0].startswith(f"{SLEEP}:10:9: " if place == "typed" else f"{SLEEP}:")
    assert f"{HIDDEN}{number:04X}" in found[0]


@pytest.mark.parametrize("number", [0x01, 0x02, 0x03, 0x07, 0x08, 0x0B, 0x0C, 0x1B, 0x7F, 0x85, 0x9B], ids=hex)
def test_a_control_character_is_refused_and_never_reaches_a_terminal(number: int, errors_of: Errors) -> None:
    found = errors_of(with_text(f"Sleep we{chr(number)}[31mll."))
    assert any(line.startswith(f"{SLEEP}:10:9: {HIDDEN}{number:04X}") for line in found)


@pytest.mark.parametrize(
    "text",
    [
        "Ask a doctor \U0001f469\U0001f3fd\u200d\u2695\ufe0f or a nurse.",
        "Press 1\ufe0f\u20e3 and \u2764\ufe0f.",
        "می\u200cخواهم بخوابم",
        "क्\u200dष",
        "שלום\u200f! (RLS)",
        "Tom & Jerry, “quotes” and a no-break\u00a0space.",
    ],
    ids=["emoji", "keycaps", "Persian", "Hindi", "Hebrew", "signs"],
)  # fmt: skip
def test_what_a_script_or_an_emoji_needs_is_no_hidden_character(text: str, errors_of: Errors) -> None:
    assert [line for line in errors_of(with_text(text)) if HIDDEN in line] == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"\x00", "FMT004 error unreadable-record: The file contains a NUL character."),
        (b"\xff\xfe", "FMT004 error unreadable-record: The file is not UTF-8 text."),
        ("café".encode("latin-1"), "FMT004 error unreadable-record: The file is not UTF-8 text."),
        ("café".encode("utf-16"), "FMT004 error unreadable-record: The file is not UTF-8 text."),
        (b"\xed\xa0\x80", "FMT004 error unreadable-record: The file is not UTF-8 text."),
        (b"\xc0\xbcscript\xc0\xbe", "FMT004 error unreadable-record: The file is not UTF-8 text."),
    ],
    ids=["NUL", "half a mark", "Latin-1", "UTF-16", "a lone surrogate", "an overlong sign"],
)
@pytest.mark.parametrize("path", [SLEEP, "docs/_data/people/test-author.yml", "docs/_data/words.yml"])
def test_a_wrong_encoding_is_a_finding_at_its_line(path: str, content: bytes, expected: str, errors_of: Errors) -> None:
    own = MINIMAL_SITE.get(path, "a: b\n").encode()
    line = own.count(b"\n") + 1
    assert f"{path}:{line}:1: {expected}" in errors_of({path: own + content})


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["CRLF", "CR"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["bare", "byte-order mark"])
@pytest.mark.parametrize("fence", ["---", "..."])
def test_line_ends_marks_and_fences_of_other_systems_change_nothing(
    end: str, mark: str, fence: str, make_site: SiteMaker, check: Check
) -> None:
    files: Files = {}
    for path, content in MINIMAL_SITE.items():
        if path.startswith("docs/"):
            fenced = content.replace("\n---\n", f"\n{fence}\n", 1) if path.endswith(".md") else content
            files[path] = (mark + fenced).replace("\n", end)
    assert check(make_site(files)) == []


@pytest.mark.parametrize("key", ["title", "description", "main_message"])
@pytest.mark.parametrize("value", ["{{ config }}", "{% include 'x' %}", "{{ ''.__class__ }}", "<b>x</b>"])
def test_template_syntax_in_front_matter_is_never_evaluated(
    key: str, value: str, make_site: SiteMaker, check: Check
) -> None:
    assert check(make_site(with_line(SLEEP, key, f'"{value}"'))) == []


@pytest.mark.parametrize("value", ["../../etc/passwd", "/etc/passwd", "../main.html", "main.html\\0", "{{ x }}"])
def test_a_template_outside_of_the_theme_is_refused(value: str, errors_of: Errors) -> None:
    found = errors_of(with_line(SLEEP, "template", f'"{value}"'))
    assert any(line.startswith(f"{SLEEP}:2:1: ") for line in found)


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("authors: [../people/test-author]", "unknown-person"),
        ("authors: ['../../../etc/passwd']", "unknown-person"),
        ("written_on: 2026-02-30", "invalid-field"),
        ("written_on: 0000-01-01", "invalid-field"),
        ("written_on: 10000-01-01", "invalid-field"),
        ("written_on: 20261001", "invalid-field"),
        ("written_on: 1790812800", "invalid-field"),
        ("written_on: 2026-10-01T00:00:00Z", "invalid-field"),
        ("written_on: ٢٠٢٦-١٠-٠١", "invalid-field"),
        ("type: !!python/object/apply:os.system [id]", "unreadable-record"),
        ("type: &a condition", "unreadable-record"),
        ("codes: " + "{a: " * 20 + "b" + "}" * 20, "unreadable-record"),
        ("authors: " + "[" * 50_000, "unreadable-record"),
        ("title: [", "unreadable-record"),
        ("? {a: b}\n: c", "unreadable-record"),
        ("__class__: x", "unknown-key"),
    ],
)
def test_front_matter_that_cannot_be_right_is_refused_in_its_lines(line: str, rule: str, errors_of: Errors) -> None:
    key, _, value = line.partition(": ")
    files: Files = {SLEEP: MINIMAL_SITE[SLEEP].replace("---\n", f"---\n{line}\n", 1)}
    if key.isidentifier():
        files = with_line(SLEEP, key, value)
    found = [each for each in errors_of(files) if f" {rule}: " in each]
    assert found
    assert all(each.startswith(f"{SLEEP}:") and int(each.split(":")[1]) < 10 for each in found)


def test_no_message_is_longer_than_a_few_lines(errors_of: Errors) -> None:
    found = errors_of(with_text(f"<{'x' * 5000}>Text.") | with_line("docs/index.md", "x" * 5000, "y"))
    assert found
    assert all(len(line) < 500 for line in found)
