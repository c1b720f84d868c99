"""Ten invented people, by whose CVs the reader was built."""

import docx
from invented import Invented, Told
from writing import as_docx, as_pdf, as_two_columns, docx_bytes

__all__ = ["FIRST_TEN"]

_SHOP = """Maureen Tattersall
27 Bilberry Rise, Harehills, Leeds LS9 6QT
Tel: 07700 900417   Email: maureen.tattersall@example.com
Date of birth: 14/05/1968   Nationality: British   Marital status: Divorced

Personal Profile
I am a 58 year old mother of three with over twenty years in shops. Friendly, patient and reliable, I love talking
to customers and would like to move into care work.

Employment History
Customer Assistant >> March 2014 - Present
Morrisons, Hunslet
- Serving customers on the tills and handling cash
- Stock rotation and helping elderly customers with their bags
Sales Assistant >> Sept 2003 - Feb 2014
BHS, Leeds
- Worked on the shop floor, dealt with complaints
Kitchen Assistant >> 1999 - 2003
St Winifred's Primary School
- Prepared school meals, washing up

Education and Training
1984 Temple Moor High School - 5 CSEs
2015 Level 2 Food Hygiene

Interests
Baking, walking my dog

References
Mr Derek Ollerenshaw, Store Manager, Morrisons, 0113 496 0123
"""

_CARER = """I looked after my mum for six years until she died last year. She had dementia and later a stroke. I gave
her her tablets, did her shopping and cooking, got her washed and dressed every morning and dealt with the district
nurses.
Before that I never had a proper job because of my own depression. I am on Universal Credit now. I live in
Beeston, LS11. I can work mornings and weekends. I don't drive.
"""

_LEFT = """AGNIESZKA WROBLEWSKA

CONTACT
07700 900882
agnieszka.w@example.org
Flat 3, 91 Otley Road
Leeds LS6 3PX

PERSONAL
Polish, born 1989
Female, married, 1 child

LANGUAGES
Polish (native)
English (fluent)

SKILLS
Time management
Cleaning
Teamwork
Microsoft Word
"""

_RIGHT = """PROFILE
Hard-working housekeeper with hotel and factory experience.

WORK EXPERIENCE

06/2019 - present
Housekeeping Supervisor
Premier Inn, Leeds
Leading a team of eight room attendants, checking rooms.

02/2016 - 05/2019
Room Attendant
Queens Hotel, Leeds
Cleaning bedrooms and bathrooms, changing beds.

2012 - 2015
Production Operative
Greencore, Manton Wood
Packing sandwiches on a production line.

EDUCATION
2004 - 2008 Technikum Gastronomiczne, Lublin
NVQ Level 2 Housekeeping
"""

_NURSE_ROWS = (
    ("Dates", "Position", "Employer"),
    ("January 2018 - March 2024", "Staff Nurse", "St Luke's Medical Center, Manila"),
    ("June 2015 - December 2017", "Nursing Aide", "Davao Doctors Hospital"),
    ("2014", "Volunteer, vaccination campaign", "Philippine Red Cross"),
)
_NURSE = """MARIA LOURDES DELA CRUZ
Email: mlourdes@example.ph  Mobile: +63 917 555 0143
Civil status: Single   Religion: Roman Catholic   Citizenship: Filipino   Age: 31
Visa status: Health and Care Worker visa, valid until 2027

Objective
To work as a healthcare assistant while preparing for my OSCE and NMC registration.

Work Experience
Table

Education
2010 - 2014 Bachelor of Science in Nursing, University of Mindanao

Skills
Vital signs, wound care, infection control, phlebotomy, patient care

References available on request
"""

_EUROPASS = """Europass Curriculum Vitae

Personal information
First name(s) / Surname(s)\tIoan Petrescu
Address\tStrada Mihai Viteazu 14, Cluj-Napoca
Telephone\t+40 721 555 019
Nationality\tRomanian
Date of birth\t03.11.1979
Gender\tMale

Work experience
Dates\t09.2014 – 08.2016
Occupation or position held\tDriver
Main activities and responsibilities\tDelivered parcels around the city
Name and address of employer\tFan Courier, Cluj-Napoca
Type of business or sector\tTransport

Dates\t10.2016 – 03.2021
Occupation or position held\tWarehouse operative
Main activities and responsibilities\tPicking and packing, forklift
Name and address of employer\tAmazon, Doncaster

Dates\t04.2021 → present
Occupation or position held\tCare assistant
Main activities and responsibilities\tPersonal care, medication, moving and handling, dementia care
Name and address of employer\tBarchester, Wakefield

Education and training
Dates\t1994 – 1998
Title of qualification awarded\tBaccalaureate diploma
Name of organisation\tLiceul Teoretic

Personal skills and competences
Mother tongue\tRomanian
Other language(s)\tEnglish B2
Driving licence\tCategory B
"""

_DRIVER = """DAVID KERSHAW
19 Colliery Row, Barnsley. S70 4RB. 07700 900655

HGV Class 1 driver, hardworking, good timekeeping, clean licence.

Eddie Stobart, Barnsley     HGV driver      1998 to date
Trunking and multi drop all over the UK. Never had an accident.

Grimethorpe Colliery    Miner    1985 - 1993
Face work and haulage.

Various jobs through agencies 1993-98: warehouse and labouring

I gave up nights last year to look after my wife who has MS so I know about hoists and helping someone eat.
CPC, ADR, forklift licence. Full clean driving licence and own car. Looking for something local, days only, Mon-Fri.
"""

_LEAVER = """Tyrell Okafor-Banks
tyrell.ob@example.com | 07700 900233 | Chapeltown, Leeds LS7
He/him | DOB 02.09.2007

About me
I have just left college and I want to work with people. I am a young black man from Leeds. I am autistic and do best
with clear instructions.

Education
Leeds City College, 2024 - 2026: BTEC Level 3 Health and Social Care (Merit)
Roundhay School, 2019 - 2024: 6 GCSEs including English (5) and Maths (4)

Work experience
Summer 2025: Lifeguard, John Smeaton Leisure Centre
Feb 2024 - May 2024 (Saturdays) Newspaper delivery

Volunteering
Since Sept 2023 - helper at Chapeltown youth club
Two weeks in 2025 - work placement at Sunnyview care home, helped with activities and serving meals

Skills
First aid, teamwork, Makaton, good with technology
"""

_RELEASED = """Wayne Clegg
Address: 4 Tanner's Yard, Bradford BD5 0PL

Work
Warehouse Operative, Wincanton, Jan 2012 - Aug 2015
Reach truck driver, order picking.
HMP Leeds, Sept 2015 - Feb 2018, served a two year sentence, worked in the kitchen
Peer mentor, Emmaus Bradford (voluntary), April 2018 - Dec 2019
Supported people recovering from addiction and homeless people.
Night Cleaner, OCS, Jan 2020 - now
Office cleaning, floor machines

Health
I am four years sober and take methadone.

Convictions
Burglary 2015, spent.

Training
Level 2 Peer Mentoring
Manual handling
COSHH
"""

_SENIOR = """SANDRA OWUSU-MENSAH RGN (lapsed)
Senior Care Assistant
56 Nowell Mount, Leeds, LS9 6JB * sandra.om@example.co.uk * 0113 496 0455

PROFESSIONAL SUMMARY
Senior care assistant with 12 years' experience of dementia and end of life care. Enhanced DBS on the update service.

CAREER HISTORY

Senior Care Assistant
Springfield Care Home, HC-One, Leeds
Jan 2019 - Present
• Administering medication, completing MAR charts
• Supervising staff, writing care plans
• Supporting residents with dementia

Maternity leave
March 2017 - Dec 2018

Care Assistant
Moorview Nursing Home, Bradford
Sept '13 - Feb '17
• Personal care, hoisting, pressure area care

Healthcare Assistant (maternity ward)
Korle Bu Teaching Hospital, Accra, Ghana
2009 - 2012

EDUCATION & QUALIFICATIONS
NVQ Level 3 in Health and Social Care (2016)
Care Certificate
Moving & Handling, Safeguarding Adults Level 2, First Aid at Work
Currently studying Level 5 Diploma in Leadership and Management

ADDITIONAL INFORMATION
Full UK driving licence, own car. Christian. Indefinite leave to remain, full right to work in the UK.

REFEREES
Mrs Patricia Holroyd, Manager, Springfield Care Home
Rev. Samuel Addo, Bethel Church
"""


def _soldier() -> bytes:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Craig Sutherland | 07700 900311 | craig.s@example.com"
    for line in (
        "Personal statement",
        (
            "Ex-soldier who was medically discharged with PTSD in 2016. Calm under pressure, used to shifts. I would "
            "like to work with people with learning disabilities."
        ),
        "Experience",
        "2019 – 2023",
        "Door Supervisor, Pryzm nightclub, Leeds",
        "Crowd safety and first aid. Dealing with difficult people.",
        "2017 – 2018",
        "Security Guard, Securitas",
        "Patrols and CCTV.",
        "2006 – 2016",
        "Lance Corporal, Royal Logistic Corps, British Army",
        "Led a section of eight, trained recruits, drove HGVs. Two tours of Afghanistan.",
        "Since 2023",
        "Full-time carer for my grandad",
        "Qualifications",
        "SIA licence (door supervisor)",
        "Emergency First Aid at Work",
        "Driving licence B, C1",
        "Other",
        "I receive PIP and a war pension. Member of Hillside Methodist Church.",
    ):
        document.add_paragraph(line)
    return docx_bytes(document)


FIRST_TEN = (
    Invented(
        "shop assistant",
        "pdf",
        as_pdf(_SHOP),
        (
            Told("Customer Assistant", "2014-03", None, "shop-assistant", "retail", is_current=True),
            Told("Sales Assistant", "2003-09", "2014-02", "sales-assistant", "retail"),
            Told("Kitchen Assistant", "1999", "2003", "kitchen-assistant", "primary-schools"),
        ),
        (
            "Maureen",
            "Tattersall",
            "Bilberry",
            "900417",
            "1968",
            "British",
            "Divorced",
            "58 year",
            "mother",
            "Ollerenshaw",
            "496 0123",
        ),
        ("food-hygiene-2",),
        ("customer-service",),
        (("postcode", "LS9 6QT"),),
    ),
    Invented(
        "looked after mum",
        "txt",
        _CARER.encode(),
        (Told("Caring", None, None, None, "unpaid-caring", months=72),),
        ("depression", "Universal Credit", "stroke"),
        (),
        (),
        (("postcode", "LS11"), ("driving_licence", False)),
    ),
    Invented(
        "housekeeper in two columns",
        "pdf",
        as_two_columns(_LEFT, _RIGHT),
        (
            Told("Housekeeping Supervisor", "2019-06", None, None, "hospitality", is_current=True),
            Told("Room Attendant", "2016-02", "2019-05", None, "hospitality"),
            Told("Production Operative", "2012", "2015", None, "food-manufacturing"),
        ),
        ("WROBLEWSKA", "Wroblewska", "900882", "Otley Road", "Polish", "1989", "married", "1 child", "agnieszka"),
        (),
        ("cleaning", "languages"),
        (("postcode", "LS6 3PX"),),
    ),
    Invented(
        "nurse from abroad in a table",
        "docx",
        as_docx(_NURSE, rows=_NURSE_ROWS, table_after="Table"),
        (
            Told("Staff Nurse", "2018-01", "2024-03", "registered-nurse", "hospitals"),
            Told("Nursing Aide", "2015-06", "2017-12", None, "hospitals"),
            Told("Volunteer", "2014", None, None, "volunteering"),
        ),
        ("LOURDES", "mlourdes", "555 0143", "Single", "Catholic", "Filipino", "Age", "visa", "2027"),
        ("nursing-degree",),
        ("vital-signs", "wound-care", "phlebotomy"),
    ),
    Invented(
        "European format",
        "docx",
        as_docx(_EUROPASS),
        (
            Told("Driver", "2014-09", "2016-08", None, "transport-driving"),
            Told("Warehouse operative", "2016-10", "2021-03", "warehouse-worker", "warehouse-logistics"),
            Told("Care assistant", "2021-04", None, "care-assistant", "social-care", is_current=True),
        ),
        ("Ioan", "Petrescu", "Viteazu", "555 019", "Romanian", "1979", "Male"),
        (),
        ("personal-care", "dementia-care"),
        (("driving_licence", True),),
    ),
    Invented(
        "lorry driver without headings",
        "txt",
        _DRIVER.encode(),
        (
            Told("HGV driver", "1998", None, "cargo-vehicle-driver", "transport-driving", is_current=True),
            Told("Miner", "1985", "1993", None, "energy-utilities"),
            Told("Caring", None, None, None, "unpaid-caring"),
        ),
        ("KERSHAW", "Kershaw", "Colliery Row", "900655", "has MS", "wife"),
        ("forklift-licence",),
        (),
        (("driving_licence", True), ("vehicle", True), ("postcode", "S70 4RB")),
    ),
    Invented(
        "school leaver",
        "pdf",
        as_pdf(_LEAVER),
        (
            Told("Lifeguard", "2025", None, None, "sport-leisure"),
            Told("delivery", "2024-02", "2024-05", None, "transport-driving"),
            Told("helper", "2023-09", None, None, "volunteering", is_current=True),
        ),
        ("Tyrell", "Okafor", "900233", "He/him", "2007", "black", "autistic"),
        ("btec-hsc-3",),
        ("makaton",),
        (("postcode", "LS7"),),
    ),
    Invented(
        "after prison",
        "txt",
        _RELEASED.encode(),
        (
            Told("Warehouse Operative", "2012-01", "2015-08", "warehouse-worker", "warehouse-logistics"),
            Told("Peer mentor", "2018-04", "2019-12", None, "volunteering"),
            Told("Cleaner", "2020-01", None, None, "cleaning-facilities", is_current=True),
        ),
        ("Wayne", "Clegg", "Tanner", "HMP", "sentence", "sober", "methadone", "Burglary", "2018-02"),
        ("coshh-certificate",),
        (),
        (("postcode", "BD5 0PL"),),
    ),
    Invented(
        "senior carer",
        "pdf",
        as_pdf(_SENIOR),
        (
            Told("Senior Care Assistant", "2019-01", None, "senior-care-assistant", "social-care", is_current=True),
            Told("Care Assistant", "2013-09", "2017-02", "care-assistant", "social-care"),
            Told("Healthcare Assistant", "2009", "2012", None, "hospitals"),
        ),
        (
            "SANDRA",
            "OWUSU",
            "Nowell",
            "sandra.om",
            "496 0455",
            "Maternity leave",
            "Christian",
            "Indefinite",
            "right to work",
            "Holroyd",
            "Addo",
            "2018-12",
        ),
        ("care-certificate", "diploma-care-3", "first-aid-at-work"),
        ("dementia-care", "hoisting", "mar-charts"),
        (("driving_licence", True), ("vehicle", True), ("dbs_status", "update_service")),
    ),
    Invented(
        "soldier",
        "docx",
        _soldier(),
        (
            Told("Door Supervisor", "2019", "2023", None, "security"),
            Told("Security Guard", "2017", "2018", "security-guard", "security"),
            Told("Lance Corporal", "2006", "2016", None, "armed-forces"),
            Told("Caring", "2023", None, None, "unpaid-caring", is_current=True),
        ),
        ("Craig", "Sutherland", "900311", "PTSD", "discharged", "PIP", "pension", "Methodist"),
        ("emergency-first-aid",),
        ("first-aid",),
        (("driving_licence", True),),
    ),
)
