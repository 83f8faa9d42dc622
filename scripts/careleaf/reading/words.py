"""The interface sentences of a language: ours, and what a site puts in their place."""

from importlib.resources import files
from pathlib import Path

from careleaf.model.fault import Fault, FaultKind
from careleaf.model.finding import Finding, Location
from careleaf.model.wording import Wording
from careleaf.reading.registers import relative_path
from careleaf.reading.text_file import read_text
from careleaf.reading.yaml_text import parse_yaml

FALLBACK = "en"


def read_wording(language: str, site_words: Path, root: Path) -> tuple[Wording, list[Fault]]:
    """Return all sentences for a language, and a fault for each that is not translated.

    A site adds to them, or replaces them, in ``docs/_data/words.yml``.
    """
    english = _packaged(FALLBACK) or {}
    own, faults = _site_words(site_words, root)
    faults += [_unknown(key, own_path) for key, own_path in own[1].items() if key not in english]
    translated = {**(_packaged(language) or {}), **own[0]}
    missing = sorted(english.keys() - translated.keys()) if language != FALLBACK else []
    if missing:
        faults.append(_untranslated(language, missing, Location(relative_path(site_words, root))))
    texts = {**english, **translated}
    return Wording(language, texts, tuple(texts["months"].split())), faults


def _packaged(language: str) -> dict[str, str] | None:
    if not language.replace("-", "").isalnum():
        return None
    resource = files("careleaf") / "templates" / "words" / f"{language.lower()}.yml"
    if not resource.is_file():
        return None
    value = parse_yaml(resource.read_text(encoding="utf-8"), resource.name).value
    return {k: str(v) for k, v in value.items()} if isinstance(value, dict) else None


def _site_words(file: Path, root: Path) -> tuple[tuple[dict[str, str], dict[str, Location]], list[Fault]]:
    if not file.exists():
        return ({}, {}), []
    path = relative_path(file, root)
    text, fault = read_text(file, path)
    if text is None:
        return ({}, {}), [fault] if fault else []
    parsed = parse_yaml(text, path)
    pairs = parsed.value if isinstance(parsed.value, dict) else {}
    texts = {key: value for key, value in pairs.items() if isinstance(value, str)}
    return (texts, {key: parsed.places[key] for key in texts}), parsed.faults


def _unknown(key: str, location: Location) -> Fault:
    finding = Finding(location, f"No template uses the words `{key}`.", "Remove the line, or correct the key.")
    return Fault(FaultKind.UNKNOWN_KEY, finding)


def _untranslated(language: str, missing: list[str], location: Location) -> Fault:
    shown = ", ".join(f"`{key}`" for key in missing[:5]) + (", …" if len(missing) > 5 else "")
    return Fault(
        FaultKind.UNTRANSLATED_WORDS,
        Finding(
            location,
            f"{len(missing)} interface sentences are not translated into `{language}`: {shown}.",
            "Add them to docs/_data/words.yml; until then they are printed in English.",
        ),
    )
