"""What three standards ask, in our own words, and how each point is judged.

JAMA's four benchmarks: authorship, attribution, disclosure, currency
(https://doi.org/10.1001/jama.1997.03540390074039). PIF TICK, ten criteria about how health information is made
(https://pifonline.org.uk/pif-tick/). The NHS standard for creating health content (https://service-manual.nhs.uk).
Only their subjects are named here; each scheme assesses for itself.
"""

from careleaf.model.audit import judgements
from careleaf.model.audit.criterion import Criterion, outside

_JAMA, _PIF, _NHS = "JAMA benchmarks", "PIF TICK", "NHS standard"

CRITERIA: tuple[Criterion, ...] = (
    Criterion(_JAMA, "Authorship", "Who wrote it, and with which credentials?", judgements.authors),
    Criterion(_JAMA, "Attribution", "Where does each claim come from?", judgements.sources),
    Criterion(_JAMA, "Disclosure", "Who pays, and who has interests?", judgements.conflicts),
    Criterion(_JAMA, "Currency", "When was it written and updated?", judgements.dates),
    Criterion(_PIF, "1 Systems", "Is there a process that is followed and can be shown?", judgements.versions),
    Criterion(_PIF, "2 Training", "Are those who make it trained?", outside("Show training records yourself.")),
    Criterion(_PIF, "3 Need", "Was there a need for it?", outside("Show how the need was found.")),
    Criterion(_PIF, "4 Evidence", "Does it rest on evidence?", judgements.sources),
    Criterion(
        _PIF, "5 Users", "Were patients part of making it?", outside("Show what patients said and what changed.")
    ),
    Criterion(_PIF, "6 Inequalities", "Does it reach those who are left out?", outside("Show how that was weighed.")),
    Criterion(_PIF, "7 Content", "Is it clear and well made?", judgements.plain_words),
    Criterion(_PIF, "8 Feedback", "Can readers answer back?", judgements.feedback),
    Criterion(_PIF, "9 Dissemination", "Does it get to its readers?", outside("Show where it is offered.")),
    Criterion(_PIF, "10 Impact", "Does it make a difference?", outside("Show how that was measured.")),
    Criterion(_NHS, "Publisher", "Is the publisher named?", judgements.publisher),
    Criterion(_NHS, "Clinical approval", "Did a clinician sign it off?", judgements.reviewed),
    Criterion(_NHS, "Credentials", "Were the clinician's credentials looked up?", judgements.credentials),
    Criterion(_NHS, "Review dates", "When was it reviewed, and when is it due?", judgements.dates),
    Criterion(_NHS, "Conflicts", "Are interests and sponsors declared?", judgements.conflicts),
    Criterion(_NHS, "Sources", "Are the sources listed?", judgements.sources),
    Criterion(_NHS, "Uncertainty", "Does it say what is not known?", judgements.unknowns),
    Criterion(_NHS, "Getting help", "Does it say when to get which help?", judgements.help_offered),
    Criterion(_NHS, "Plain words", "Can its readers understand it?", judgements.plain_words),
    Criterion(_NHS, "Accessibility", "Can everybody use it?", judgements.accessible),
    Criterion(_NHS, "Licence", "May others use it, and how?", judgements.licence),
    Criterion(_NHS, "User testing", "Was it tried with its readers?", outside("Show what was tried, and with whom.")),
)
