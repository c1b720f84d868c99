"""Whether a sentence of an advert asks something of the person, or speaks of the employer, the benefits, the form."""

import re

from matcher.taxonomy import Taxonomy
from matcher.text.adverts.said import Said
from matcher.text.adverts.sections import Placed, Section

__all__ = ["describes_employer", "is_about_applying", "is_asked", "is_offered", "turns_to_you"]

_OFFER = re.compile(
    r"\b(?:we|they) (?:can |will |also |are able to )*(?:offer|provide|support you|give|invest|reward|value)\b"
    r"(?! (?:(?!you\b)[\w,-]+ ){0,7}(?:care|support|services?|treatment|accommodation) (?:to|for) (?!you))"
    r"|\bwe(?:['’]ll) (?:offer|give|provide|support)\b|\bin return\b|\byou(?:['’]ll| will)? (?:also )?(?:receive|get"
    r"|benefit|enjoy access|be offered|be rewarded|be paid|be supported|access)\b"
    r"|\b(?:chance|opportunity) to (?:make|have) an? (?:\w+ )?impact\b|\bcareer goals\b"
    r"|^free\b|\bbenefits\b|\bpension\b|\bdiscounts?\b|\bannual leave\b|\bopportunit(?:y|ies) (?:to|for) (?:you|further"
    r"|develop|progress|professional|work in|train|personal|a person)|\bfull (?:induction|training|comprehensive)\b"
    r"|\b(?:on-?going|further|excellent|free|internal|statutory|mandatory"
    r"|comprehensive) (?:\w+ ){0,3}(?<!undertake further )(?<!undertake any further )(?<!complete further"
    r" )(?<!undertake mandatory )(?<!attend mandatory )(?<!complete mandatory )training\b"
    r"|\btraining (?:is|will be|given|provided|opportunities|programme|and development)\b|\binduction\b"
    r"|\b(?:join|for|be part of) an? (?:[\w-]+ ){0,5}(?:organisation|employer|company|service) (?:that|which|who"
    r"|committed)\b|\bwhere you can (?:build|develop|grow)\b|\bbuild on your\b|^(?:do|are) you (?:want|value"
    r"|like the idea|looking to|ready to|interested in)"
    r"|\b(?:great|excellent) way to\b|\b(?:gain|giving you) (?:\w+ ){0,3}(?:knowledge and )?experience\b",
    re.IGNORECASE,
)
# Judgement: a sentence that begins with the employer speaks of the employer, unless it then asks.
_EMPLOYER = re.compile(
    r"^(?:(?:here )?at |as (?:an?|part of) |working in partnership|with (?:an?|over|more)|from |in \d{4}|across "
    r"|based )?(?:(?:the|our|this) )?(?:[\w&'’()-]+,? ){0,8}?(?:we|trust|teams?|homes?|company|services?|hospitals?"
    r"|wards?"
    r"|units?|department|group|charity|organisation|centre|staff|values|focus|aim|mission|chef|carers|nurses|residents"
    r"|managers?)(?:['’](?:re|ve))? (?:\w+ )?(?:is|are|am|was"
    r"|were|has|have|had|believe|strives?|aims?|recogni[sz]es?|understand|values?|supports?|provides?|offers?"
    r"|delivers?|uses?|works?|covers?|prides?|accommodates?|consists?|focus\w*|know|want our|love|care|operates?"
    r"|runs?|prepares?|complete|enjoy|receive|specialis\w+|comprises?|continue|pride|listen|may|also)\b",
    re.IGNORECASE,
)
_EMPLOYER_ASKS = re.compile(
    r"\b(?:looking (?:for|to (?:recruit|appoint|employ|hire|add|welcome|fill|find|expand (?:our|the|its) \w*team))"
    r"|seeking|recruit\w*|candidates?|applicants?|need|want(?! our)|require|opportunit\w+|vacanc\w+|would (?:like"
    r"|love)|expect"
    r"|welcome|invite|appoint|enables? you to|allows? you to)\b|\byou (?:will|must|should|can)\b|\byou(?:['’]ll)\b",
    re.IGNORECASE,
)
_APPLYING = re.compile(
    r"\bfor (?:any |an )?(?:further|more|informal) (?:enquir|information|details|discussion)|\bto apply\b"
    r"|\bapply (?:for|now|today|online|by|directly|via)\b|\bapplication(?:s| form"
    r"| process)?\b(?! from (?:\w+ )?(?:those|people|candidates|individuals|anyone|experienced|applicants|hcsws"
    r"|support workers|\w+ care (?:assistants|workers)))|\binterviews?\b|\bshort-?list|\bclosing\b|\bclose (?:the"
    r"|this) (?:advert|vacancy)|\bsponsorship\b|\breferences\b|\bcv\b|\bvisit (?:our|us)\b|\bwebsite\b"
    r"|\bequal opportunit|\bwelcomes? applications? from (?:all|every|any (?:back|sec)|suitably|under|disabled"
    r"|people,? (?:of|from|regardless|irrespective)|individuals from|the)\b|\bdiverse (?:background|workforce)"
    r"|\bbackgrounds?\b(?! (?:in|is"
    r"|would|of))|\bprotected characteristic|\bdisabled applicants|\bguaranteed interview"
    r"|\bcommitted to safeguarding|\bredeploy|\bappointments? to\b|\bjob description\b(?! and be)",
    re.IGNORECASE,
)
_OF_YOU = re.compile(
    r"^(?:come and )?(?:join|help) \w+|\bwould (?:love|like) to (?:hear from|meet)\b|^to (?:\w+ly )?[a-z]+ "
    r"|\b(?:emphasis|focus|aim|purpose) (?:is|will be) (?:on|to)\b|\byou(?:r|['’]ll|['’]re|['’]ve)?\b"
    r"|\bcandidates?\b|\bapplicants?\b|\bpost[\s-]?holders?\b|\blooking (?:for"
    r"|to)\b|\bseeking\b|\brecruit\w*|\b(?:the|this|our) (?:\w+ ){0,4}(?:role|post|position|job|person)\b|\b(?:role"
    r"|post|job) (?:is|will|includes|involves|of)\b|\bmust\b|\bessential\b|\brequired?s?\b|\bability to\b"
    r"|\bable to\b|\bexperience (?:of|in|with|working)\b|\bskills\b|\bwe (?:need|want|require|seek|ask)\b"
    r"|\bneed (?:someone|people|to)\b|\bpeople (?:who|with)\b|\bsomeone (?:who|with)\b|\bindividuals? (?:who|with"
    r"|to)\b|\bperson (?:who|with|to)\b|\bduties\b|\bresponsib\w+|\bmy support workers\b|\bevidence of\b|\bkey to\b"
    r"|\b(?:assistant|worker|carer|clerk|porter|nurse|cleaner|domestic)s? (?:will|to|who|is|are|plays?|provides?)\b"
    r"|\bopportunity\b",
    re.IGNORECASE,
)
# Judgement: a sentence that begins so, without saying who does it, is a duty.
_BEGINS_AS_DUTY = re.compile(
    r"^(?:(?:provid|support|assist|help|maintain|ensur|deliver|promot|encourag|participat|contribut|undertak"
    r"|communicat|report|record|liais|monitor|prepar|follow|adher|comply|attend|respond|build|develop|observ|clean"
    r"|escort|administ|organis|keep|check|collect|greet|answer|respect|demonstrat|engag|implement|identif|perform"
    r"|serv|accompan|facilitat|supervis|safeguard|complet|updat|assess)(?:e|es|s|ing|er|ying|y)?"
    r"|carry(?:ing)? out|work(?:ing)? (?:as|with|alongside|closely|under|within|in)|act(?:ing)? as|tak(?:e|ing) part"
    r"|giv(?:e|ing)|us(?:e|ing)|be(?:ing)? (?:able|part|a|an|responsible|involved)) ",
    re.IGNORECASE,
)
# Judgement: among what is offered or taught, a sentence that begins so says all the same what the person does.
_TURNS_TO_YOU = re.compile(
    r"^(?:(?:as|with) [\w ,]{3,60}?)?you(?: will|['’]ll| could| may| would) (?:also )?(?:be (?:an? |involved"
    r"|responsible"
    r"|working"
    r"|part|expected|required|supporting|providing|caring|assisting)|work|support|provide|assist|help|deliver|need)\b"
    r"|^(?:we(?:['’]re| are) looking for|you must|the (?:successful|ideal) (?:candidate|applicant)s? (?:will|must))\b",
    re.IGNORECASE,
)
# Judgement: who the person works with says what they must know of, so these groups count where a sentence describes the
# place of work; what else a place of work does or has says nothing of the person.
_GROUPS_OF_PLACES = frozenset({"conditions"})
_SKILLS_OF_PLACES = frozenset(
    {
        "older-people-care",
        "residential-care",
        "supported-living",
        "home-care",
        "childcare",
        "newborn-care",
        "palliative-care",
        "offender-work",
        "substance-misuse",
        "deal-with-aggression",
        "special-needs-support",
        "respite-care",
        "crisis-intervention",
    }
)
_PLACE = re.compile(
    r"\b(?:homes?|ward|unit|services?|hospital|hospice|team|clinic|centre|site|department|client group|residents?"
    r"|patients?|service users?|people (?:with|who|we)|adults?|children|individuals?|i (?:am|have|live|use))\b",
    re.IGNORECASE,
)
_WHOLE_EMPLOYER = re.compile(
    r"\b(?:\d{2,} (?:services|locations|homes|sites|years)|across (?:england|the (?:uk|country|region)|wales)"
    r"|national(?:ly|wide)?|network of|one of the (?:largest|leading|biggest)|group|country|including:|charity"
    r"|across the (?:county|region|country|city|borough|north|south)"
    r"|specialit(?:y|ies)|works? (?:very )?closely|we also (?:run|operate|have)|foundation trust"
    r"|range of (?:\S+ ){0,8}services(?! for (?:men|women|people|adults|children))|founded|established in"
    r"|adults,? (?:and )?children|children(?:,? (?:and )?young people)?(?:,| and) adults)\b",
    re.IGNORECASE,
)


def is_asked(said: Said, item: Placed, taxonomy: Taxonomy) -> bool:
    """Whether a sentence under no telling heading speaks of the person, or of the place they will work in."""
    text = item.sentence.text
    if _APPLYING.search(text) or is_offered(said.start - item.sentence.start, text):
        return False
    is_ours = item.section in {Section.OPEN, Section.TERMS} and not describes_employer(text)
    if is_ours and (item.sentence.in_list or _OF_YOU.search(text) or _BEGINS_AS_DUTY.match(text)):
        return True
    return _is_of_places(said.skill, taxonomy) and bool(_PLACE.search(text)) and not _WHOLE_EMPLOYER.search(text)


def is_offered(place: int, text: str) -> bool:
    """Whether what stands at a place of a sentence is offered: an offer rules what follows it."""
    offer = _OFFER.search(text)
    return offer is not None and (offer.start() <= place or not _OF_YOU.search(text, 0, offer.start()))


def turns_to_you(text: str) -> bool:
    """Whether a sentence says what the person does or must be, whatever part of the advert it stands in."""
    return bool(_TURNS_TO_YOU.match(text)) and not _OFFER.search(text) and not _APPLYING.search(text)


def is_about_applying(text: str) -> bool:
    """Whether a sentence tells how to apply and what becomes of applications."""
    return bool(_APPLYING.search(text))


def describes_employer(text: str) -> bool:
    """Whether a sentence tells what the employer is or does, and asks nothing besides."""
    return bool(_EMPLOYER.search(text)) and not _EMPLOYER_ASKS.search(text)


def _is_of_places(skill: str, taxonomy: Taxonomy) -> bool:
    return skill in _SKILLS_OF_PLACES or taxonomy.skills[taxonomy.skill_index[skill]].group in _GROUPS_OF_PLACES
