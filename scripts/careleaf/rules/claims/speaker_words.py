"""The last words of those a statement is put down to, by what they are."""

WORKS = frozenset(
    """study studies research trial trials evidence survey surveys poll polls review reviews meta-analysis
    meta-analyses analysis analyses experiment experiments guideline guidelines guidance findings statistics
    data report reports estimates textbook textbooks papers literature science figures audit audits census
    inquiry modelling modeling bulletin consensus cohort cohorts registries registry questionnaire
    questionnaires""".split()
)
RESEARCHERS = frozenset(
    """researcher researchers scientist scientists expert experts investigators authors statisticians academics
    economists officials campaigners professors scholars epidemiologists virologists geneticists
    neuroscientists critics proponents opponents sceptics skeptics ethicists bioethicists analysts
    commentators historians professor coroner
    ombudsman supporters mps senators reviewers assessors inspectors advisers advisors
    lawmakers ministers coroners ergonomists toxicologists""".split()
)
"""Those whose work is research, or to be asked."""
CLINICIANS = frozenset(
    """specialists doctors physicians clinicians nurses pharmacists midwives dentists surgeons physios consultants
    gps dietitians dieticians nutritionists opticians optometrists podiatrists paramedics professionals
    practitioners hygienists chiropractors osteopaths counsellors counselors radiographers trainers coaches
    psychologists psychiatrists geriatricians anaesthetists anesthetists therapists medics vets oncologists
    registrars""".split()
)
"""Professions that also give care."""
CLINICIAN_ENDINGS = ("ologists", "iatrists", "iatricians", "icians", "therapists", "ntists", "dontists")
NO_CLINICIANS = frozenset("technicians electricians politicians musicians scientists".split())
BODIES = frozenset(
    """charity charities regulator regulators society societies association associations foundation foundations
    college colleges institute institutes academy academies agency agencies ministry ministries government
    governments authority authorities federation federations council councils committee committees panel
    panels commission commissions network networks board boards helpline helplines union unions insurer
    insurers manufacturer manufacturers makers maker watchdog watchdogs taskforce university universities leaders
    coalition coalitions consortium alliance inspectorate bodies organisations organizations companies
    hospitals bosses chiefs""".split()
)
JOINED = {
    "force": "task",
    "manual": "medical diagnostic clinical",
    "company": "drug",
    "medicine": "modern western",
    "work": "animal early recent laboratory lab previous new later",
    "secretary": "health",
    "clinics": "headache pain sleep memory fertility",
    "health": "public",
    "service": "ambulance health emergency",
    "services": "ambulance health emergency",
    "department": "health",
    "statement": "position consensus joint policy scientific",
    "visitors": "health",
    "statements": "position consensus joint policy scientific",
    "officers": "medical health",
    "officer": "medical",
    "staff": "care clinic hospital ward nursing medical",
    "base": "evidence",
    "standards": "national clinical quality",
    "criteria": "diagnostic clinical",
    "groups": "patient parents carers campaign pressure research advisory working expert",
    "group": "patient campaign pressure research advisory working expert",
    "team": "audit research study review trial",
    "teams": "care health audit research study review",
    "records": "hospital health medical national gp",
    "numbers": "latest official",
    "results": "trial study early survey interim",
    "opinion": "medical expert scientific",
    "wisdom": "conventional received",
    "experience": "clinical",
    "paper": "white recent new research one second",
    "advice": "official national current government international expert",
    "recommendations": "official national current government international expert",
    "models": "computer mathematical",
    "workers": "health social care",
    "makers": "drug",
}
"""Words that name somebody behind one of these others only."""
JOINED_WORKS = frozenset(
    "statement statements base standards criteria records numbers results opinion wisdom experience paper advice"
    " recommendations models medicine".split()
)
JOINED_RESEARCHERS = frozenset("officers officer team teams".split())
FROM_SOMEWHERE = frozenset("team group lab work paper".split())
"""What is one of research when it is from somewhere: a team at Oxford."""
IN_NAMES = frozenset(
    """Academy Society Association Institute Institutes Foundation College Organisation Organization Agency
    Administration Department Clinic School University Service Group Council Federation Trust Charity
    Alliance UK USA Britain Scotland Wales England Ireland Australia Canada International Commission
    Committee Board Ministry Union Network Centre Center Centers Collaboration Initiative Taskforce Force
    Authority Bureau Office Survey Registry Coalition Forum Faculty Ambulance Confederation Directorate
    Consortium Panel""".split()
)
"""Words in the names of bodies."""
NAMES = frozenset(
    """WHO CDC NHS NICE NIH FDA EMA NHLBI NINDS AASM AAN AAFP ACP USPSTF AHA ADA IRLSSG MHRA SIGN UNICEF DVLA UKHSA
    BNF Cochrane Macmillan Mencap Samaritans Healthwatch Swissmedic Medsafe Lancet BMJ JAMA NEJM""".split()
)
"""Bodies known by one word."""
ILLNESSES = frozenset(
    """COVID HIV AIDS HPV COPD ADHD ASD PTSD OCD IBS IBD MS ALS TB UTI UTIS STI STIS STD STDS RSV RLS PLMD GERD
    GORD DVT PE AF CKD MRI CT PET ECG EKG EEG EMG TENS CPR CPAP PSA INR BMI LDL HDL HRT IUD IUS IVF DNA RNA
    MRSA ICU ER ED CBT EMDR ACT DBT NSAIDS NSAID SSRIS SSRI SNRIS DEET UV SPF UVA UVB FODMAP AED TIA PID
    PCOS PMS PMDD SAD SIDS RA OA ME CFS T2D OCT DEXA DXA PCR HCG FIT GAD PHQ PPI PPIS ACE BP OK TV US EU AMD
    BPH RSI NRT""".split()
)
"""Acronyms of illnesses, tests and treatments: what they show or suggest, nobody says."""
HEADS = frozenset(
    part
    for group in (WORKS, RESEARCHERS, CLINICIANS, BODIES, JOINED, IN_NAMES, NAMES, FROM_SOMEWHERE)
    for word in group
    for part in word.lower().split("-")
)
"""All of them in small letters."""
