"""Adverts made up for the tests, with the skills that somebody would write down for them."""

from typing import NamedTuple

__all__ = ["ADVERTS", "Advert"]


class Advert(NamedTuple):
    """`asked` and `welcome` are ids of skills; both are all that a person would note."""

    title: str
    text: str
    asked: str
    welcome: str = ""


ADVERTS = (
    Advert(
        "Care Assistant",
        """About Larch House
Larch House is a warm, friendly home for forty residents and is rated Good. Our garden won a prize.

Your duties will include:
- Helping residents to wash, dress and get ready for the day
- Assisting at mealtimes and recording what residents eat and drink
- Using hoists and slide sheets safely
- Spending quality time with residents
- Keeping daily care notes up to date
- Telling the nurse about any changes in a resident's condition

About you
You will be kind and patient, a good communicator and able to work as part of a team.
A care certificate would be an advantage.

What we offer
- Free meals and full training in dementia and first aid
- Flexible hours""",
        "washing-bathing dressing-support eating-support nutrition-hydration hoisting repositioning companionship"
        " care-records noticing-changes compassion patience communication teamwork",
    ),
    Advert(
        "Night Care Assistant",
        """We are looking for a reliable night carer to join our nursing home for people living with dementia.

The role
You will carry out regular checks, help residents to the toilet and turn those cared for in bed.
You will reassure residents who wake up anxious, and do the laundry.
You will report to the nurse in charge and follow our policies and procedures.

You must be able to stay calm and use your own initiative. Full training will be given in moving and handling.""",
        "night-care reliability residential-care dementia-care toileting-support repositioning"
        " emotional-support laundry"
        " following-policies calm-under-pressure independent-working healthcare-communication",
    ),
    Advert(
        "Home Care Worker",
        """Do you enjoy helping people? Hollow Lane Care is recruiting home care workers in and around Ludlow.

As a home care worker you will:
- Visit clients in their own homes
- Provide personal care
- Prompt clients to take their medication
- Prepare simple meals and drinks
- Help with shopping and light housework
- Log every visit on our app

You need a full driving licence and your own car. You will work alternate weekends.

In return we offer paid mileage, a company phone and a friendly team.

Desirable
- Experience of catheter care
- Ability to speak Welsh""",
        "home-care compassion personal-care medication-prompting cooking shopping-for-people housekeeping care-records"
        " driving",
        "catheter-care languages",
    ),
    Advert(
        "Support Worker (Supported Living)",
        """Join our team supporting four men with learning disabilities and autism in their shared home.

What you'll do:
- Support people to manage their money and pay bills
- Encourage them to cook, clean and do things for themselves
- Go with them to appointments, clubs and on day trips
- Follow positive behaviour support plans
- Administer medication and complete MAR charts
- Act as a key worker for one person

What we need from you:
- Patience, resilience and a sense of humour
- A flexible approach: you will work on a rota with sleep-ins
- A willingness to learn

We are a not-for-profit charity with 30 services across the country, including mental health and homelessness.""",
        "learning-disability autism supported-living money-support promoting-independence accompanying-people outings"
        " positive-behaviour-support medication-administration mar-charts key-working patience resilience"
        " positive-attitude flexibility shift-work willingness-to-learn night-care",
    ),
    Advert(
        "Healthcare Support Worker, Ward 7",
        """Ward 7 cares for patients recovering from a stroke.

You will work under the supervision of a registered nurse as part of a multidisciplinary team.
You will take and record observations, collect specimens, assist with feeding and support exercise programmes.
You will maintain patient confidentiality and follow infection control procedures at all times.

Essential: good standard of English and numeracy.
Desirable: phlebotomy; ECG recording.

For further enquiries contact the ward manager, who can tell you about our palliative care team.""",
        "stroke-care supervision-in-care multidisciplinary-team vital-signs specimen-collection eating-support"
        " exercise-support confidentiality infection-control english-skills numeracy",
        "phlebotomy ecg",
    ),
    Advert(
        "Ward Clerk",
        """The ward needs an organised and friendly clerk to be the first point of contact for visitors.

Main duties
- Answering the telephone and dealing with enquiries
- Booking appointments and transport
- Entering patient information on the computer system
- Filing notes and sorting the post
- Ordering stationery

Person specification
- Excellent communication and customer service skills
- Able to prioritise and work under pressure
- Knowledge of Microsoft Word and Excel
- Attention to detail""",
        "admin organisation-skills positive-attitude greeting-visitors answering-calls customer-queries appointments"
        " transport-organising data-entry computer-literacy patient-data filing mail-handling"
        " communication customer-service prioritising"
        " calm-under-pressure microsoft-office spreadsheets attention-to-detail",
    ),
    Advert(
        "Domestic Assistant",
        """Are you hard-working and reliable? Our hospital is looking for domestic assistants.

To clean wards, toilets and corridors to a high standard.
To empty bins and dispose of waste safely.
To mop and buff floors.
To follow COSHH and health and safety rules.
To report faults.

This is a physically demanding job. Some weekend work is needed.

We offer a generous pension and a cycle to work scheme.""",
        "hard-working reliability cleaning dispose-waste vacuuming coshh health-and-safety physical-stamina",
    ),
    Advert(
        "Cook",
        """Rowan Court is a residential care home for older people, set in lovely gardens.

Responsibilities:
- Plan menus with residents
- Prepare fresh, home-cooked meals, including pureed and diabetic diets
- Order food and check stock
- Keep the kitchen clean
- Supervise the kitchen assistant

You should hold a food hygiene certificate and be able to work to a budget.""",
        "cooking menu-planning texture-modified-food special-diets kitchen-stock kitchen-cleaning supervising-staff"
        " food-hygiene budgets residential-care older-people-care",
    ),
    Advert(
        "Activities Co-ordinator",
        """We would love to meet a creative, enthusiastic person with great ideas.

You will plan and run activities: arts and crafts, music, quizzes and gentle exercise.
You will take residents on trips out.
You will encourage residents who stay in their rooms to join in.

Previous experience with people living with dementia is essential. A D1 licence would be welcome.""",
        "activity-planning creativity positive-attitude arts-and-crafts music games-and-quizzes"
        " exercise-support outings"
        " promoting-recreation dementia-care",
        "minibus-driving",
    ),
    Advert(
        "Senior Carer",
        """You will lead a shift of five carers in our home.

- Supervise and mentor staff
- Give out medication and audit MAR charts
- Write and review care plans and risk assessments
- Liaise with GPs, district nurses and families
- Report safeguarding concerns
- Be on call one week in five

You will need a level 3 diploma, leadership skills and sound judgement.""",
        "leading supervising-staff mentoring medication-administration auditing mar-charts care-planning care-reviews"
        " risk-assessment-service-users professional-liaison family-communication safeguarding-adults on-call"
        " decision-making",
    ),
    Advert(
        "Personal Assistant to a young woman",
        """I am a young woman with cerebral palsy who uses a wheelchair, and I am looking for a personal assistant.

You will help me with personal care, getting out of bed with a ceiling hoist, and cooking.
You will help me with letters and forms.
You will drive my adapted car and come with me to college.
You must be punctual, honest and discreet, and respect my privacy.

No experience is needed: I will teach you.""",
        "physical-disability-support personal-care hoisting cooking personal-admin-support driving learning-support"
        " punctuality trustworthiness discretion dignity privacy",
    ),
    Advert(
        "Hospital Porter",
        """Porters keep our hospital moving.

What the job involves
- Moving patients in beds and wheelchairs
- Delivering specimens to the laboratory
- Collecting waste and linen
- Moving equipment and gas cylinders

What we are looking for
- Polite and helpful with patients
- Able to work shifts, including nights, on a rotating pattern
- Physically fit

Closing date: 3 March. We welcome applications from people of all backgrounds and are committed to safeguarding.""",
        "transporting-patients specimen-transport dispose-waste manual-handling-goods positive-attitude"
        " shift-work physical-stamina",
    ),
)
