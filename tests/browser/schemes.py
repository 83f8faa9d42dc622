"""The settings of small sites that are shown in light and dark."""

from tests.conftest import MINIMAL_SITE

IN_BOTH_SCHEMES = MINIMAL_SITE["mkdocs.yml"].replace("theme: {name: material, font: false}", """\
theme:
  name: material
  font: false
  palette:
    - {media: "(prefers-color-scheme: light)", scheme: default, primary: custom, accent: custom}
    - {media: "(prefers-color-scheme: dark)", scheme: slate, primary: custom, accent: custom}
extra: {scope: /, generator: false}""")  # fmt: skip
