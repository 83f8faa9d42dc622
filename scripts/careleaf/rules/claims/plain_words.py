"""The register of everyday words for medical ones: what a leaflet may say for what its source says.

Each line lists what health writing uses for one thing, in small letters and parted by commas; the first is the name
that all get. Endings need not be listed (bleeds, bleeding)
that all get. Endings need not be listed (bleeds, and words of several parts may stand in it. A word belongs
here only where it tells one group, treatment, outcome or time from another, and means the same in nearly every text:
so "tablet" may stand for "pill", but "sick" for "ill" may not, as it is said of nausea.
"""

GROUPS = """
placebo, dummy, sham, pretend, sugar pill, fake, inactive, mock, salt water, saline
control, usual, standard, ordinary, routine, conventional, comparison, normal care
untreated, no treatment, no medicine, no medication, nothing, no drug, no therapy, untouched, left alone
untreated, no prevention, no active medicine, nothing special
untreated, missed out, went without, go without, going without, unprotected
both, combined, combination, together
alone, nothing else, by itself, on its own, had only, on only, with only, took only, only had, only took
"""
"""Who did not get the treatment, and who got two."""

TREATMENTS = """
operation, surgery, surgical, operated, operative, procedure
operation, taken out, came out, removed, removal
keyhole, laparoscopic, laparoscopy
injection, injected, shot, needle, jag
skin, subcutaneous, cutaneous, dermal
mouth, oral, orally, swallowed
vaccine, jab, vaccinated, vaccination, immunised, immunized, immunisation, immunization
tablet, pill, capsule
drug, medicine, medication
cream, ointment, lotion, gel, topical, salve
radiotherapy, radiation, irradiation
chemotherapy, chemo
anaesthetic, anesthetic, anaesthesia, anesthesia, put to sleep, put under
warfarin
anticoagulant, blood thinner, blood-thinner, blood thinning, anticoagulation
thrombolysis, clot-buster, clot-busting, clot busting, clot-dissolving, clot dissolving, dissolving the clot
thrombolysis, alteplase
thrombectomy, clot removal, removing the clot, pulling the clot
antihypertensive, blood pressure tablet, blood pressure medicine
diuretic, water tablet, water pill
statin, cholesterol tablet, cholesterol-lowering
analgesic, painkiller, pain reliever
antipyretic
anti-inflammatory, nsaid
steroid, corticosteroid, cortisone
corticosteroid cream, steroid cream
antibiotic, antimicrobial
antiviral
antihistamine, allergy tablet
antidepressant
sedative, sleeping tablet, sleeping pill, hypnotic
emollient, moisturiser, moisturizer, moisturising
laxative
antacid
proton pump, stomach tablet, acid-lowering, acid blocker, ppi, omeprazole
inhaler, puffer
bronchodilator, reliever
insulin
iron, ferrous
vitamin
contraceptive, birth control
condom, sheath
coil, iud, intrauterine device
hrt, hormone replacement, hormone treatment
transfusion
catheter
stent
pacemaker
bypass
dialysis
graft, transplant, transplanted, transplantation
splint, brace
stocking, compression
cpap, mask, breathing machine, pressure machine
cbt, cognitive, talking therapy, talking therapies, talking treatment, psychotherapy, therapy
cbt-i
physiotherapy, physio, physical therapy
acupuncture, acupuncturist
exercise, exercising, training, trained, workout
walking, walk, walked
diet, dietary, eating plan
advice, advised, counselling, counseling, tips
leaflet, booklet, written information
patch
gum
varenicline
spray
drops, eyedrops, eye drop
pad
alarm
scan, ct, imaging, scanned
mri, magnetic
x-ray, radiograph
ultrasound
colonoscopy, camera test, bowel camera
smear, cervical screening
mammogram, mammography, breast screening
screening, screened, check-up
test, tested, testing
ambulatory, monitor you wear, worn monitor, wearable, portable monitor, 24-hour monitor
home, house
clinic, surgery reading
fluoride
wait, waiting, delayed
watchful, watching, active surveillance
fluid, drink, liquid
food, solid, meal
sedation, sedated
infusion, drip, drip-fed, intravenous
epidural
"""

PROBLEMS = """
clot, thrombosis, thrombotic, dvt, embolism, thromboembolism
stroke, cerebrovascular
infarction, heart attack, myocardial infarction, coronary event
hypertension, high blood pressure, raised blood pressure
atrial fibrillation, irregular heartbeat, irregular pulse
heart failure, failing heart
angina
vomit, sick, sickness, nausea, nauseous, queasy, queasiness, throwing up, threw up
bleed, bleeding, haemorrhage, hemorrhage, bled
kidney, renal
cirrhosis, scarred liver, scarring of the liver, liver scarring
liver, hepatic
lung, pulmonary
heart, cardiac, cardiovascular, coronary
brain, cerebral, intracranial
stomach, gastric
bowel, colorectal, colon, intestinal, gut
womb, uterus, uterine
joint, arthritis, arthritic
death, killed, kill, dead, died, die, dying, mortality, fatal
survival, survive, surviving, alive, lived
fracture, break, broke, broken
smoke, smoker, smoking, cigarette
alcohol, drinker
hospital, inpatient, admission, admitted, hospitalised, hospitalized, hospitalisation, ward
readmitted, readmission, back in hospital, returned to hospital
pregnant, pregnancy, expecting
miscarriage, miscarried, pregnancy loss
preterm, premature, born early, prematurity
caesarean, cesarean, c-section
birth, born, delivery
breastfed, breastfeeding, breast-fed, breast milk, nursing mothers
relapse, recurrence, recur, came back, comes back, come back, coming back, reappear, flare
cure, recovered, recovery, recover, healed, heal, clear, gone, resolved, resolution, resolve, rid, remission
cure, well again, went away, goes away, got over
improve, improvement, better, got better, felt better, respond, responder, response, relief, relieved, eased
worse, worsen, worsening, progressed, progression, deteriorate
headache, migraine
tired, tiredness, fatigue, fatigued, exhausted, exhaustion, worn out, weariness
itch, itching, itchy, pruritus
rash, eruption
fever, temperature, feverish, pyrexia
diarrhoea, diarrhea, loose, the runs
constipation, constipated
dizzy, dizziness, giddy, vertigo, lightheaded, spinning, light-headed
pain, painful, sore, ache, aching, hurt, discomfort, soreness, tender
drowsy, drowsiness, somnolence
sleep, slept, asleep, sleeping
bad, badly, poor, poorly, poorer
insomnia, sleepless, cannot sleep
infection, infected
pneumonia
sepsis, septic
urine, wee, urinary, pee, bladder
incontinence, leak, leaking, leakage
overweight
obese, obesity
sugar, glucose
diabetes, diabetic
cholesterol, ldl
triglyceride
anaemia, anemia, anaemic, anemic
ferritin
thyroid
asthma, asthmatic
copd, bronchitis
breathless, breathlessness, dyspnoea, dyspnea, short of breath, shortness of breath
cough, coughing
cancer, tumour, tumor, malignancy, malignant
melanoma
metastasis, spread, metastatic
depression, depressed, low mood
anxiety, anxious
dementia, alzheimer
seizure, fit, convulsion
epilepsy, epileptic
concentrating, concentration, concentrate
inflamed, inflammation, inflammatory
swelling, swollen, oedema, edema
bruise, bruising
spots, lesion, pimple, acne
eczema, dermatitis
psoriasis
varicella, chickenpox
zoster, shingles
influenza, flu
pertussis, whooping cough
measles
hearing, ear, deaf, deafness
eye, vision, sight, visual
blind, blindness
cataract
glaucoma
nose, nasal
throat
tooth, teeth, dental
decay, caries, cavities
gum disease, periodontal, periodontitis
back, spine, spinal, lumbar
hip
knee
shoulder
foot, feet
ankle
wrist
neck
leg
arm
face
hand
muscle, muscular
osteoporosis, thin bones
bone
fall, fell, fallen, tumble
stiff, stiffness
cramp
numb, numbness, tingling
reflux, heartburn
ulcer, sore patch
hernia, rupture
coeliac, celiac
gluten
allergy, allergic
anaphylaxis
relative, parent, brother, sister, sibling, family
complication
harm, side effect, adverse, side-effect, unwanted effect, reaction
weight, heavy
lose, lost, loss
gain
discharge
preventable, avoidable
"""

PEOPLE = """
poorest, most deprived, poorer areas, poorest areas
richest, least deprived, wealthiest, richer areas, richest areas, best off
other, others, rest, remaining
user
woman, women, female, mother, mum, lady
man, men, male, father, dad
child, children, kid, paediatric, pediatric, youngster, pupil, schoolchild, schoolchildren
girl, daughter
boy, son
baby, babies, infant, newborn
toddler
adult, grown-up, grownup
teenager, adolescent, teen, youth
older, elderly, old, senior, pensioner
younger, young
carer
nurse
doctor
"""

TIMES = """
start, started, begin, began, begun, onset, baseline, initial, initially, at first, beginning
stop, came off, come off, coming off, comes off
maintenance, stayed on, stay on, staying on, kept on, kept taking, went on taking, continued
stop, stopped, stopping, quit, quitted, quitting, discontinued, discontinuation, withdrew, gave up, given up, give up
last, lasting, duration, go on, goes on, went on, keeps working, works for
peak, strongest, highest, maximum, greatest
wake, waking, woke, get up, getting up, wake up
bedtime, going to bed, lights out
fasting, empty stomach
positive
negative
severe, serious, major, grave
moderate
mild, minor, slight
instant, soluble
fixed, same, unchanged, constant
half-life
weekly
alternate, every other day, every second day, other day
daily, every day, each day, every morning
"""
