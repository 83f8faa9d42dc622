"""A small site in Arabic, which runs from right to left, with words of its own around its pages.

They are there to be set and read back: no native speaker has read them.
"""

from collections.abc import Mapping
from pathlib import Path

from tests.conftest import MINIMAL_SITE

FILES: Mapping[str, str] = {
    **MINIMAL_SITE,
    "mkdocs.yml": MINIMAL_SITE["mkdocs.yml"].replace("material, font", "material, language: ar, font"),
    "docs/_data/policy.yml": MINIMAL_SITE["docs/_data/policy.yml"]
    + "handouts: {editions: [a4, letter, large-print], name_line: true}\n",
    "docs/_data/words.yml": (Path(__file__).parent / "arabic_words.yml").read_text(encoding="utf-8"),
    "docs/_data/sources/test-survey.yml": MINIMAL_SITE["docs/_data/sources/test-survey.yml"]
    + """\
  dose:
    says: يؤخذ باراسيتامول 500 mg، أو ½ قرص من إيبوبروفين، حتى 4 غرام في اليوم؛ ويتوقف من شعر بألم أكبر من 7/10.
    where: abstract
    seen: publisher's page
""",
    "docs/index.md": """\
---
title: عيادة
description: موقع صغير للنوم الجيد.
---

اقرأ [ما يساعد على النوم](sleep/index.md) و[متى تطلب المساعدة](sleep/get-help.md).
""",
    "docs/sleep/index.md": """\
---
title: النوم
description: ما يساعدك حين لا تنام جيداً.
type: condition
main_message: النوم السيئ شائع ويمكن علاجه.
authors: [test-author]
written_on: 2026-10-01
---

/// key-facts
    heading: h2

- النوم السيئ شائع.[@test-survey#sleep]
- يمكن أن يتحسن.[@test-survey]
///

## كم هو شائع

قال 40% إنهم ينامون بشكل سيئ.[@test-survey#sleep]

/// icons | ما قاله الناس
| الجواب | الحصة |
| --- | --- |
| سيئ | 40%[@test-survey#sleep] |

الدوائر الصغيرة هي لمن بقي.
///

/// bars
| من | الحصة |
| --- | --- |
| كل من أجاب | 40%[@test-survey#sleep] |
///

## ما تفعله

/// steps
1. **أطفئ الهاتف.** ضعه في غرفة أخرى.
2. **انهض في الوقت نفسه.** كل يوم.
///

- خذ باراسيتامول (paracetamol 500 mg) مرتين يوميًا، لا أكثر من ٤ غرام في اليوم.[@test-survey#dose]
- لا تأخذه مع *الكحول* [مهم جدًا]، و**توقف** إذا شعرت بألم أكبر من 7/10.[@test-survey#dose]
- اتصل بـ**عيادة Northside** على الرقم &lrm;01632 960 001.

> الراحة جيدة.

| الدواء | الصباح | المساء |
| --- | --- | --- |
| paracetamol[@test-survey#dose] | 500 mg | لا شيء |
| إيبوبروفين[@test-survey#dose] | ½ قرص | قرص واحد |

اقرأ [متى تطلب المساعدة](get-help.md).
""",
    "docs/sleep/get-help.md": """\
---
title: متى تطلب المساعدة
description: متى يحتاج النوم السيئ إلى طبيب.
type: support
main_message: اطلب المساعدة مبكراً.
authors: [test-author]
written_on: 2026-10-01
---

## اطلب المساعدة الآن

/// care-card | اتصل بالإسعاف الآن إذا:
    level: emergency

- كنت لا تستطيع التنفس[@test-survey]
///

/// care-card | اطلب موعداً اليوم إذا:
    level: urgent

- كنت لا تنام منذ أيام[@test-survey]
///

/// care-card | اطلب موعداً إذا:
    level: routine

- كنت تنام بشكل سيئ منذ أسابيع[@test-survey]
///

## ماذا بعد

عد إلى [ما يدور حوله النوم](index.md).
""",
}
PAGES = {"home": "", "topic index": "sleep/", "care cards": "sleep/get-help/", "embed": "embed/sleep/"}
