"""A source as one line, in the style of the AMA Manual of Style, 11th edition (chapter 3)."""

from careleaf.channels.ama.line import ama_line, ama_reference

__all__ = ["ama_line", "ama_reference"]
