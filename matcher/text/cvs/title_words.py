"""Words that job titles are made of, for lines that say a job the taxonomy does not know."""

import re

__all__ = ["has_title_word"]

_WORDS = (
    "accountant actor adviser advisor agent aide ambassador analyst animator apprentice architect artist assembler "
    "assessor assistant associate attendant auditor babysitter baker bar barber barista barmaid b"
    "arman barperson bartender beautician biochemist "
    "bookkeeper brewer bricklayer builder busker butcher butler buyer caregiver caretaker carer c"
    "arers caseworker cashier "
    "caterer chambermaid chaplain chauffeur chef chemist childminder cleaner clerk coach coordinator co-ordinator "
    "commis conductor consultant controller cook cooks copywriter corporal counsellor courier cre"
    "w dancer dealer decorator "
    "demonstrator dentist deputy designer developer dietitian director dispatcher domestic doorman dressmaker driver "
    "drivers economist editor electrician employee engineer entertainer estimator examiner execut"
    "ive facilitator farmer "
    "farmhand filler finisher firefighter fisherman fitter florist foreman founder freelance fundraiser gardener "
    "governess greengrocer groom groundsman guard guide hairdresser hca healthcare head helper ho"
    "st hostess housekeeper "
    "housemaid houseparent hygienist inspector installer instructor intern interpreter interviewer invigilator janitor "
    "jeweller joiner journalist keyworker labourer lawyer leader lecturer librarian lifeguard loader machinist maid "
    "manager manageress masseuse matron mechanic mentor merchandiser midwife miller miner musician nanny nurse nurses "
    "officer operative operator optician organiser orderly owner packer painter pa paralegal para"
    "medic partner pharmacist "
    "phlebotomist photographer physiotherapist picker pilot pot plasterer plumber policeman policewoman porter postman "
    "postwoman practitioner presser printer producer programmer proprietor psychologist radiographer receptionist "
    "recruiter registrar rep representative researcher resident rider roofer sailor salesman sale"
    "sperson saleswoman scaffolder "
    "scientist seamstress secretary sergeant server servant shopkeeper shopper signaller soldier specialist stacker "
    "staff steward stewardess stocker storeman storekeeper student stylist superintendent supervi"
    "sor surgeon surveyor tailor "
    "teacher teller technician telephonist telesales temp tester therapist trader trainee trainer translator treasurer "
    "trustee tutor typist undertaker usher valeter vet volunteer waiter waitress warden warehouseman warehouseperson "
    "welder worker workers writer minder bouncer cabbie caregiver dogsbody landlord landlady fish"
    "monger milkman pharmacist"
)
_PHRASES = (
    r"au pair|dinner lady|lollipop (?:lady|man)|team member|crew member|sales (?:assistant|associate|floor)|"
    r"front of house|customer services?|data entry|kitchen hand|farm hand|stage hand|shop floor|bar staff|"
    r"night shift|care staff|support staff|waiting staff|self[- ]employed|business owner"
    r"|second in command|paper round|newspaper delivery|babysitting|work (?:experience|placement)"
    r"|placement|odd jobs|"
    r"sous|home help|private (?:soldier)|lance corporal|able seaman|school crossing|shelf filler|general assistant"
)
_TITLE_WORD = re.compile(rf"\b(?:{'|'.join(_WORDS.split())}|{_PHRASES})\b", re.IGNORECASE)


def has_title_word(words: str) -> bool:
    """Whether some words hold one that titles are made of."""
    return _TITLE_WORD.search(words) is not None
