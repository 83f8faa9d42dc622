"""A small site in Arabic, which runs from right to left, with words of its own around its pages."""

from collections.abc import Mapping

from tests.conftest import MINIMAL_SITE

FILES: Mapping[str, str] = {
    **MINIMAL_SITE,
    "mkdocs.yml": MINIMAL_SITE["mkdocs.yml"].replace("material, font", "material, language: ar, font"),
    "docs/_data/policy.yml": MINIMAL_SITE["docs/_data/policy.yml"].replace(
        "handout: [reviewed, adapted, overdue, unreviewed]", "handout: [reviewed]"
    ),
    "docs/_data/words.yml": """\
general-information: هذه معلومات عامة ولا تغني عن نصيحة طبيبك.
main-message: الرسالة الرئيسية
action: ما تفعله أولاً
sources: المصادر
source-number: المصدر {number}
on-this-page: في هذه الصفحة
menu: القائمة
close: إغلاق
review-heading: من يقف وراء هذه الصفحة
card-routine: غير عاجل
card-urgent: عاجل
card-emergency: طارئ
block-key-facts: أهم الحقائق
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

> الراحة جيدة.

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
