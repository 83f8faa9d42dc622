"""The empty answer of a packet: what the form fills in, and what can be filled in by hand where no script runs."""

import json

from careleaf.channels.packet.packet import Packet
from careleaf.model.review_answer import KIND, VERSION


def empty_answer(packet: Packet) -> str:
    """Return the answer to a packet before anything is answered, as JSON that is easy to read."""
    content = {
        "careleaf": KIND,
        "version": VERSION,
        "site": packet.site_id,
        "reviewer": "",
        "role": "",
        "reviewed_on": "",
        "next_review_on": "",
        "pages": [
            {
                "page": page.view.page.id,
                "digest": page.digest,
                "decision": "",
                "answers": dict.fromkeys(page.questions, ""),
                "notes": "",
            }
            for page in packet.pages
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)
