"""Ten more invented people, of other shapes, against whose CVs the reader was first measured before it was mended."""

import docx
from invented import Invented, Told
from writing import as_docx, as_pdf, docx_bytes

__all__ = ["SECOND_TEN"]

_NO_DATES = """Brenda Hargreaves
Pudsey LS28  07700 900541

Jobs I have had
Dinner lady, Greenside Primary School - 6 years
Barmaid at The Fleece (4 years)
Home help for Leeds City Council, 11 years
Cleaner in an office block

What I am good at
Cooking, cleaning, chatting to people, being on time

I am 61 and a grandmother of five. I had a hip operation in 2022 but I am fine now.
"""

_FUNCTIONAL = """Priya Raghunathan
priya.r@example.net

KEY SKILLS
Customer service: handled over 80 calls a day and resolved complaints calmly.
Administration: data entry, filing, minutes of meetings.
Team leadership: supervised six advisers and trained new starters.

EMPLOYMENT
Sky, Leeds - Customer Service Adviser - 2016 to 2022
HMRC, Shipley - Administrative Officer - 2011 to 2016
Primark - Retail Assistant - 2009 to 2011

EDUCATION
BA (Hons) English, University of Bradford, 2009
A Levels: English, History, Psychology

PERSONAL
Hindu, vegetarian, married with two children. Right to work: British citizen.
"""

_LINKED = """Contact
www.linkedin.com/in/tomaszk-1991
Top Skills
Food Safety
Team Leadership
Tomasz Kaczmarek
Sous Chef at The Ivy
Leeds, England, United Kingdom
Experience
The Ivy
Sous Chef
January 2022 - Present (4 years 11 months)
Leeds
Running the kitchen when the head chef is away.
Jamie's Italian
Chef de Partie
August 2016 - May 2019 (2 years 10 months)
Leeds
McDonald's
Crew Member
June 2014 - July 2016 (2 years 2 months)
Warsaw, Poland
Education
Warsaw School of Catering
2010 - 2014
"""

_LETTER = """Dear Sir or Madam,

My name is Gillian Foxcroft and I am writing about work in care. I was a hairdresser for 22 years. I opened my own salon
in 2003 and ran it until March 2019, and many of my customers were elderly ladies who I got to know very well. From
April 2019 to November 2023 I worked as a mobile hairdresser, going into care homes every week to cut the residents'
hair. My husband left me in 2023 and I suffered with anxiety, so I took some time out. Since January 2024 I have
volunteered at the hospice shop on Tuesdays.

I hold NVQ Level 3 in Hairdressing and a first aid certificate. I have my own car and a full driving licence. I can work
16 to 20 hours a week, Monday to Friday.

Yours faithfully,
Gillian Foxcroft
"""

_TEACHER = """CURRICULUM VITAE
BIO DATA
NAME: ADEBAYO, Olufunke Grace
SEX: Female
DATE OF BIRTH: 22nd August, 1985
STATE OF ORIGIN: Ekiti State
MARITAL STATUS: Married
NO. OF CHILDREN: Three
RELIGION: Christianity
TELEPHONE: +234 803 555 0172
EDUCATIONAL QUALIFICATIONS
University of Ado-Ekiti, B.Ed Primary Education       2005 - 2009
WORKING EXPERIENCE
Primary School Teacher, Bright Future Academy, Ibadan     2nd Sept., 2013 - 31st Aug., 2017
Caregiver, Mercy Home for the Elderly, Lagos      Oct. 2017 - Dec. 2021
Health Care Assistant, Cera Care, Leeds       Feb. 2022 till date
HOBBIES
Reading, singing in the choir
REFEREES
Pastor Emmanuel Bello, RCCG Leeds
"""

_APPRENTICE = """K Y L E   B R A D S H A W
kyle.bradshaw@example.com

P R O F I L E
Apprentice electrician who wants to change to support work. I have dyslexia.

E X P E R I E N C E
Sep 2021 — Jun 2023 | Apprentice Electrician | NG Bailey, Leeds
Jul 2023 — Oct 2024 | Delivery Driver | DPD
Nov 2024 — Present | Support Worker | United Response

E D U C A T I O N
Leeds College of Building — Level 2 Electrical Installation — 2021
GCSEs: Maths 4, English 5, Science 4

O T H E R
Full UK driving licence. Caution for cannabis in 2019.
"""

_INTERPRETER = """Hiwa Karim
I came to the UK as an asylum seeker in 2014 and was granted leave to remain in 2017. I am Kurdish from Iraq.

Experience
Community Interpreter (Kurdish, Arabic) – Language Line – May 2018 to present
Barber – Ali's Barbers, Bradford – 2017-2018
Volunteer – Refugee Council, Leeds – 2015 to 2017: helped other refugees with forms and appointments
Pharmacy Assistant – Erbil – 2009 to 2013

Training
ESOL Level 2
Level 3 Community Interpreting

Other information
I am a Muslim and cannot work on Friday afternoons. Car driver with own vehicle.
"""

_RETURNER = """Natalie Brookes
34 Sycamore Avenue, Wakefield, WF1 5TT | nat.brookes@example.com

About me
I am a single mum of three, one of whom has cerebral palsy. I have cared for my disabled son full time since 2015 and I
am used to hoists, feeding tubes and hospital appointments. Now that the children are all at school I am looking for
term-time work.

Experience
Parent helper (voluntary)    Lawefield Primary School    Sept 2021 - present
Hearing children read, school trips
Registered Childminder    self-employed    2010 - 2014
Caring for up to six under-fives, Ofsted Good
Nursery Nurse    Little Acorns Day Nursery    Aug 2006 - Dec 2009
Maternity leave 2009

Qualifications
NVQ 3 Childcare, Paediatric First Aid, Food Hygiene Level 2
I receive Carer's Allowance.
"""

_SLOPPY = """kev walsh - wants care work
ring me on 07700900777

• 2019-21: barista @ costa
• 2021-22: care asistant at sunny bank carehome (nights)
• 22-now: uber driver
• before that: army 2008 to 2018, private then lance corporal

ive got my own car n full licence. did my care certificate + manual handling at sunny bank. done time in 2019 for
fighting but sorted now. im 38, bad back sometimes.
"""


def _table() -> bytes:
    document = docx.Document()
    document.add_paragraph("Lebenslauf / Curriculum Vitae")
    document.add_paragraph("Name: Jana Novotna, geb. 17.02.1990, ledig")
    table = document.add_table(3, 2)
    rows = (
        (
            "01.05.2017 – 31.10.2020",
            ("Elderly care assistant", "Seniorenheim Abendruh, Dresden", "Basic care, mobilisation, documentation"),
        ),
        ("11/2020 – 02/2023", ("Live-in carer", "Promedica24, Hamburg")),
        ("since 03/2023", ("Domestic assistant", "Sanctuary Care, Leeds", "Cleaning residents' rooms, laundry")),
    )
    document.paragraphs[-1].insert_paragraph_before("Professional experience")
    for n, (dates, lines) in enumerate(rows):
        table.cell(n, 0).text = dates
        table.cell(n, 1).text = "\n".join(lines)
    document.add_paragraph("Languages")
    document.add_paragraph("Czech, German, English B1")
    return docx_bytes(document)


SECOND_TEN = (
    Invented(
        "no dates at all",
        "txt",
        _NO_DATES.encode(),
        (
            Told("Dinner lady", None, None, None, "primary-schools", months=72),
            Told("Barmaid", None, None, None, "hospitality", months=48),
            Told("Home help", None, None, None, "social-care", months=132),
            Told("Cleaner", None, None, None, "cleaning-facilities"),
        ),
        ("Brenda", "Hargreaves", "900541", "61", "grandmother", "hip", "operation"),
        (),
        ("cooking", "cleaning"),
    ),
    Invented(
        "by skills",
        "pdf",
        as_pdf(_FUNCTIONAL),
        (
            Told("Customer Service Adviser", "2016", "2022", None, "it-telecoms"),
            Told("Administrative Officer", "2011", "2016", None, "public-administration"),
            Told("Retail Assistant", "2009", "2011", None, "retail"),
        ),
        ("Priya", "Raghunathan", "Hindu", "married", "children", "British"),
        ("a-levels", "degree-other"),
        ("data-entry",),
    ),
    Invented(
        "from a network's page",
        "pdf",
        as_pdf(_LINKED),
        (
            Told("Sous Chef", "2022-01", None, None, "catering", is_current=True),
            Told("Chef de Partie", "2016-08", "2019-05", None, "catering"),
            Told("Crew Member", "2014-06", "2016-07", None, "catering"),
        ),
        ("Tomasz", "Kaczmarek", "tomaszk"),
    ),
    Invented(
        "a letter",
        "docx",
        as_docx(_LETTER),
        (
            Told("hairdresser", None, None, "hairdresser", "hair-beauty"),
            Told("mobile hairdresser", "2019-04", "2023-11", "hairdresser", "hair-beauty"),
            Told("Volunteering", "2024-01", None, None, "volunteering", is_current=True),
        ),
        ("Gillian", "Foxcroft", "husband", "anxiety"),
        ("hairdressing-3",),
        (),
        (("driving_licence", True), ("vehicle", True), ("hours_max", 20.0)),
    ),
    Invented(
        "teacher from abroad",
        "docx",
        as_docx(_TEACHER),
        (
            Told("Primary School Teacher", "2013-09", "2017-08", None, "primary-schools"),
            Told("Caregiver", "2017-10", "2021-12", None, "social-care"),
            Told("Health Care Assistant", "2022-02", None, "healthcare-assistant", "social-care", is_current=True),
        ),
        (
            "ADEBAYO",
            "Olufunke",
            "Female",
            "1985",
            "Ekiti State",
            "Married",
            "Three",
            "Christianity",
            "555 0172",
            "Bello",
            "RCCG",
        ),
        ("teaching-degree",),
    ),
    Invented(
        "tall table",
        "docx",
        _table(),
        (
            Told("Elderly care assistant", "2017-05", "2020-10", "older-adults-care-worker", "social-care"),
            Told("Live-in carer", "2020-11", "2023-02", None, "social-care"),
            Told("Domestic assistant", "2023-03", None, None, "social-care", is_current=True),
        ),
        ("Jana", "Novotna", "1990", "ledig"),
        (),
        ("laundry", "languages"),
    ),
    Invented(
        "letters apart",
        "pdf",
        as_pdf(_APPRENTICE),
        (
            Told("Apprentice Electrician", "2021-09", "2023-06", None, "construction"),
            Told("Delivery Driver", "2023-07", "2024-10", "car-and-van-delivery-driver", "transport-driving"),
            Told("Support Worker", "2024-11", None, None, "social-care", is_current=True),
        ),
        ("K Y L E", "bradshaw", "dyslexia", "Caution", "cannabis"),
        (),
        (),
        (("driving_licence", True),),
    ),
    Invented(
        "interpreter",
        "txt",
        _INTERPRETER.encode(),
        (
            Told("Interpreter", "2018-05", None, None, "professional-technical", is_current=True),
            Told("Barber", "2017", "2018", None, "hair-beauty"),
            Told("Volunteer", "2015", "2017", None, "volunteering"),
            Told("Pharmacy Assistant", "2009", "2013", None, "health-community"),
        ),
        ("Hiwa", "Karim", "asylum seeker", "leave to remain", "Iraq", "Muslim", "Friday"),
        ("esol-2",),
        (),
        (("vehicle", True),),
    ),
    Invented(
        "back after children",
        "pdf",
        as_pdf(_RETURNER),
        (
            Told("Parent helper", "2021-09", None, None, "volunteering", is_current=True),
            Told("Childminder", "2010", "2014", None, "childcare"),
            Told("Nursery Nurse", "2006-08", "2009-12", None, "childcare"),
            Told("Caring", "2015", None, None, "unpaid-caring", is_current=True),
        ),
        ("Natalie", "Brookes", "Sycamore", "single mum", "cerebral palsy", "Maternity", "Allowance"),
        ("childcare-3", "paediatric-first-aid-certificate", "food-hygiene-2"),
        (),
        (("postcode", "WF1 5TT"),),
    ),
    Invented(
        "typed in a hurry",
        "txt",
        _SLOPPY.encode(),
        (
            Told("barista", "2019", "2021", "barista", "catering"),
            Told("care asistant", "2021", "2022", None, "social-care"),
            Told("driver", "2022", None, None, "transport-driving", is_current=True),
            Told("", "2008", "2018", None, "armed-forces"),
        ),
        ("kev", "walsh", "900777", "done time", "fighting", "38", "bad back"),
        ("care-certificate",),
        (),
        (("vehicle", True), ("driving_licence", True)),
    ),
)
