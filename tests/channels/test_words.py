"""The words around a page."""

from pathlib import Path

from careleaf.channels.markdown.words import DEFAULT_WORDS
from careleaf.reading.words import read_wording

NOWHERE = Path("nowhere")


def test_the_markdown_extension_alone_speaks_as_the_site_does() -> None:
    english, faults = read_wording("en", NOWHERE, NOWHERE)
    assert faults == []
    assert {key: english.texts[key] for key in DEFAULT_WORDS} == dict(DEFAULT_WORDS)


def test_spanish_is_whole() -> None:
    spanish, faults = read_wording("es", NOWHERE, NOWHERE)
    assert faults == []
    assert spanish.say("general-information").startswith("Esta es información general.")


def test_a_language_we_do_not_speak_falls_back_to_english_and_says_so() -> None:
    wording, faults = read_wording("xx", NOWHERE, NOWHERE)
    assert [fault.finding.message[-60:] for fault in faults] != []
    assert wording.say("sources") == "Sources"


def test_a_site_replaces_single_words_and_hears_of_unknown_ones(tmp_path: Path) -> None:
    file = tmp_path / "words.yml"
    file.write_text("sources: Where this comes from\nsorces: typing error\n")
    wording, faults = read_wording("en", file, tmp_path)
    assert wording.say("sources") == "Where this comes from"
    assert [(str(f.finding.location), f.finding.message) for f in faults] == [
        ("words.yml:2:1", "No template uses the words `sorces`.")
    ]
