"""The forms that elements of a page take on paper, one file an element.

A form is a function from an element and its context to nodes. To give a new element a form: write a file here whose
function returns a node with a ``kind`` of its own, enter it in `channels.handout.tree` (by tag, or by class for
``<div>`` and ``<section>``), and enter the look of that kind in ``templates/handout/nodes.typ``. What has no form is
refused, with its line.
"""
