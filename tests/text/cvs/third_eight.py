"""Eight more invented people, read when the reader had been mended by the twenty."""

from invented import Invented, Told

__all__ = ["THIRD_EIGHT"]


def _typed(
    name: str,
    text: str,
    jobs: tuple[Told, ...],
    secrets: tuple[str, ...],
    qualifications: tuple[str, ...],
    facts: tuple[tuple[str, object], ...],
) -> Invented:
    return Invented(name, "txt", text.encode(), jobs, secrets, qualifications, (), facts)


THIRD_EIGHT = (
    _typed(
        "bus driver",
        """Mohammed Iqbal Hussain
12 Ravensthorpe Road, Dewsbury WF13 3AB
mob 07700 900 444

CAREER SUMMARY
May 2009 – August 2024   Bus Driver, Arriva Yorkshire
Aug 2003 – Apr 2009      Taxi driver (self employed)
1998 – 2003              Machine operator, Fox's Biscuits, Batley

TRAINING
PCV licence, Driver CPC, Midas
Emergency first aid at work (2022)

ABOUT ME
I am a practising Muslim, 54, and a grandfather. After my heart attack in 2024 I decided to do something different.
I have been helping to look after my father in law who is blind since January 2025.
""",
        (
            Told("Bus Driver", "2009-05", "2024-08", "bus-driver", "transport-driving"),
            Told("Taxi driver", "2003-08", "2009-04", None, "transport-driving"),
            Told("Machine operator", "1998", "2003", None, "food-manufacturing"),
            Told("Caring", "2025-01", None, None, "unpaid-caring", is_current=True),
        ),
        ("Mohammed", "Iqbal", "Hussain", "Ravensthorpe", "900 444", "Muslim", "grandfather", "heart attack", "blind"),
        ("emergency-first-aid", "midas"),
        (("postcode", "WF13 3AB"),),
    ),
    _typed(
        "office manager with labels",
        """CURRICULUM VITAE OF RUTH ANNE PEMBERTON-SHAW
Status: divorced, no dependants | D.O.B: 9 June 1971 | Clean driving licence | LS17

WORK HISTORY
Position: Office Manager
Company: Pemberton & Lowe Solicitors, Leeds
From: 04/2011 To: 12/2023
Duties: payroll, rotas, supervising four staff

Position: PA to the Director
Company: Yorkshire Building Society
From: 06/2001 To: 03/2011
Duties: diaries, minutes

Position: Ward Clerk
Company: St James's Hospital
From: 1996 To: 2001

QUALIFICATIONS
RSA typing, ILM Level 3 Management, 7 O levels
VOLUNTARY WORK
Befriender, Age UK Leeds, 2022 to date
""",
        (
            Told("Office Manager", "2011-04", "2023-12", None, "legal-accounting"),
            Told("PA", "2001-06", "2011-03", None, "finance-insurance"),
            Told("Ward Clerk", "1996", "2001", None, "hospitals"),
            Told("Befriender", "2022", None, None, "volunteering", is_current=True),
        ),
        ("RUTH", "PEMBERTON-SHAW", "divorced", "dependants", "1971"),
        ("management-3",),
        (("driving_licence", True),),
    ),
    _typed(
        "left a nursing course",
        """Chloe Adeyemi
chloe.a@example.com

PROFILE
Caring and enthusiastic 19-year-old looking for my first full time job in care. I left my nursing course because of
my mental health but I am better now.

EXPERIENCE
Healthcare Assistant (bank), Leeds Teaching Hospitals NHS Trust
Feb 2025 - now
Taking observations, helping patients to eat and wash

Team Member, KFC
Sept 2023 - Jan 2025

Babysitting for neighbours
2021 - 2023

EDUCATION
A levels: Biology B, Psychology C, Sociology B
9 GCSEs grades 9-4
AVAILABILITY
Any shifts including nights and weekends
""",
        (
            Told("Healthcare Assistant", "2025-02", None, "healthcare-assistant", "hospitals", is_current=True),
            Told("Team Member", "2023-09", "2025-01", None, "catering"),
            Told("Babysitting", "2021", "2023", None, "childcare"),
        ),
        ("Chloe", "Adeyemi", "mental health"),
        ("a-levels",),
        (),
    ),
    _typed(
        "carer in four sentences",
        """Hi, I'm Dawn and I'm 47. For the last nine years I've been a full-time carer for my daughter who has Down's
syndrome, and before that I was a teaching assistant at a special school from 2005 to 2016. I also ran the local
Brownies on Thursday nights for about ten years. I get Carer's Allowance and PIP for
her. I drive and have a car. I could do school hours.
""",
        (
            Told("Caring", None, None, None, "unpaid-caring", months=108),
            Told("teaching assistant", "2005", "2016", "primary-school-teaching-assistant", "primary-schools"),
            Told("", None, None, None, "volunteering"),
        ),
        ("Dawn", "Down's", "Allowance", "PIP"),
        (),
        (("driving_licence", True), ("vehicle", True)),
    ),
    _typed(
        "months before days",
        """Name: Krzysztof Nowak
Born: 04.07.1983, Poznan
Family status: married, 2 children
Health: no contraindications

PROFESSIONAL EXPERIENCE:
2021.03 - until now: Forklift Operator – Clipper Logistics, Selby
2016.05 - 2021.02: Meat factory worker – Cranswick Foods, Hull
2009 - 2016: Welder – shipyard, Gdansk

EDUCATION:
2002 Technical secondary school, mechanic

LANGUAGES: Polish - native, English - good, Russian - basic
DRIVING LICENCE: B
""",
        (
            Told("Forklift Operator", "2021-03", None, None, "warehouse-logistics", is_current=True),
            Told("worker", "2016-05", "2021-02", None, "food-manufacturing"),
            Told("Welder", "2009", "2016", None, "manufacturing"),
        ),
        ("Krzysztof", "Nowak", "1983", "Poznan", "married", "contraindications"),
        (),
        (("driving_licence", True),),
    ),
    _typed(
        "bullets with brackets",
        """Aisha Begum – Receptionist

Work experience
* Receptionist, Bupa Dental Care (2020 - 2024): greeting patients, booking appointments
* Bank clerk at Lloyds Bank (2014 - 2020)
* Shop assistant in my uncle's shop (summers 2010 - 2013)
* 2024 - 2025: out of work with long covid

Skills
Urdu and Punjabi speaker, typing, phone manner, filing
I wear a hijab. Residency: ILR.
""",
        (
            Told("Receptionist", "2020", "2024", None, "health-community"),
            Told("clerk", "2014", "2020", None, "finance-insurance"),
            Told("Shop assistant", "2010", "2013", "shop-assistant", "retail"),
        ),
        ("Aisha", "Begum", "covid", "hijab", "ILR"),
        (),
        (),
    ),
    _typed(
        "employer above title",
        """JONATHAN P. WHITTAKER MBA
Operations leader | jon@example.com | linkedin.com/in/jonwhit | +44 7700 900765

Barchester Healthcare                                        Leeds
Deputy Home Manager                                          2020 – Present
- Deputised for the registered manager; 60 beds; CQC rated Good

Marriott Hotels                                              Leeds
Duty Manager                                                 2014 – 2020
- Led 40 staff

Pret A Manger                                                London
Assistant Manager                                            2010 – 2014

Education: MBA, Leeds Beckett 2019; Level 5 Diploma in Leadership and Management for Adult Care (in progress)
Personal: gay, HIV positive, partner and dog. Caution 2008.
""",
        (
            Told("Deputy Home Manager", "2020", None, None, "social-care", is_current=True),
            Told("Duty Manager", "2014", "2020", None, "hospitality"),
            Told("Assistant Manager", "2010", "2014", None, "catering"),
        ),
        ("JONATHAN", "WHITTAKER", "jonwhit", "900765", "gay", "HIV", "Caution", "partner"),
        ("management-7",),
        (),
    ),
    _typed(
        "without dates or headings",
        """Bill Thackray, Otley

Gardener for Leeds City Council parks dept, 31 years, took early retirement on health grounds 2019.
Part time lollipop man since 2021.
Help out at the church lunch club every Wednesday.
City and Guilds horticulture. First aider. Clean licence, own van.
Cared for the wife till she passed.
""",
        (
            Told("Gardener", None, None, None, "public-administration", months=372),
            Told("lollipop man", "2021", None, None, "primary-schools", is_current=True),
            Told("", None, None, None, "volunteering"),
            Told("Caring", None, None, None, "unpaid-caring"),
        ),
        ("Bill", "Thackray", "health grounds"),
        (),
        (("driving_licence", True),),
    ),
)
