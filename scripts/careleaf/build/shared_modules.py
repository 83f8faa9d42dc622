"""What every worker needs, loaded once in the small process that workers are copies of.

It is imported for its effect alone: what is loaded here stays shared by all copies, because the collector of none of
them looks at it again (`gc.freeze`).
"""

import gc

import careleaf.build.page_judgement as page_judgement
import careleaf.build.page_rendering as page_rendering
import careleaf.channels.handout.compile as press
import careleaf.reading.tagged_pdf as tagged_pdf
import careleaf.reading.written_page as written_page

LOADED = (page_rendering, page_judgement, press, tagged_pdf, written_page)
"""The modules of all tasks that workers do."""

gc.collect()
gc.freeze()
