"""Words about somebody themselves that are taken out where they stand: age, sex, family, origin, belief."""

import re
from collections.abc import Iterator

from matcher.text.cvs.people import OTHERS
from matcher.text.cvs.protected_labels import Stretch

__all__ = ["find_bare_words", "find_protected_words"]

_I_AM = r"\b(?:I\s?['’]?\s?a?m|I\s+was|as)\s+(?:also\s+|now\s+|currently\s+|only\s+|nearly\s+|almost\s+)?"
# Words that may stand between "I am" and what is said: "a 45 year old married Polish woman".
_SAID_FIRST = (
    r"(?:(?:an?|of|half|proud|dual|originally|\d{2}|years?|old|years?-old|year-old|single|married"
    r"|divorced|widowed|young|older|mature|"
    r"friendly|hard[\s-]?working|honest|reliable|caring|black|white|asian|mixed|fe?male"
    r"|practi[sc]ing|devout|committed|gay|"
    r"british|polish|indian|nigerian|romanian|pakistani)[\s-]+){0,7}?"
)
_NATIONS = (
    "afghan|african|albanian|algerian|american|angolan|arab|argentinian|armenian|asian|australian|austrian|azerbaijani|"
    "bangladeshi|belarusian|belgian|bolivian|bosnian|brazilian|british|bulgarian|burmese"
    "|cambodian|cameroonian|canadian|"
    "chilean|chinese|colombian|congolese|croatian|cuban|cypriot|czech|danish|dominican|dutch"
    "|ecuadorian|egyptian|english|"
    "eritrean|estonian|ethiopian|european|filipin[oa]|finnish|french|gambian|georgian|german|ghanaian|greek|guyanese|"
    "hungarian|indian|indonesian|iranian|iraqi|irish|israeli|italian|ivorian|jamaican|japanese|jordanian|kazakh|kenyan|"
    "korean|kosovan|kurdish|latvian|lebanese|liberian|libyan|lithuanian|macedonian|malawian"
    "|malaysian|maltese|mauritian|"
    "mexican|moldovan|mongolian|moroccan|mozambican|namibian|nepalese|nepali|nigerian|norwegian|pakistani|palestinian|"
    "peruvian|polish|portuguese|romanian|russian|rwandan|saudi|scottish|senegalese|serbian"
    "|sierra\\s+leonean|singaporean|"
    "slovak(?:ian)?|slovenian|somali|south\\s+african|spanish|sri\\s+lankan|sudanese|swedish|swiss|syrian|taiwanese|"
    "tanzanian|thai|trinidadian|tunisian|turkish|ugandan|ukrainian|venezuelan|vietnamese|welsh"
    "|yemeni|zambian|zimbabwean"
)
_FAITHS = (
    "christian|catholic|protestant|anglican|methodist|baptist|pentecostal|orthodox|muslim|islamic"
    "|jewish|jew|hindu|sikh|"
    "buddhist|atheist|agnostic|quaker|mormon|rastafarian|pagan|evangelical|jehovah['’]?s\\s+witness"
)
_CHILDREN = r"(?:children|kids?|child|sons?|daughters?|baby|babies|twins|toddlers?|little\s+ones?|grandchildren|family)"
_NOT_WORK = (
    r"(?!\s+(?:speaker|speaking|language|teacher|tutor|interpreter|translator|food|restaurant|care"
    r"|school|charity|church|hospital|chef|kitchen|literature|studies|red\s+cross))"
)
_PATTERNS = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (
            "age",
            (
                r"\bI\s?['’]?\s?(?:a?m|was)\s+(?:now\s+|only\s+|nearly\s+|almost\s+)?(?:an?\s+"
                r"|aged\s+)?\d{2}(?:\s*-?\s*years?\s*-?\s*old|\s+years\s+(?:of\s+age|young))?(?!\w"
                r"|\s*(?:%|hours?|miles|minutes|months|of\b|years?|wpm|nvq))"
            ),
        ),
        (
            "age",
            (
                r"\b\d{2}\s*-?\s*(?:years?|yrs?|yo|y/o)\s*-?\s*(?:old|of\s+age"
                rf"|young)\b(?!-?\s+(?:\w+\s+)?{OTHERS})"
            ),
        ),
        ("age", r"\baged?\s*:?\s*\d{2}\b(?!\s*(?:-|–|to|and|\+)\s*\d)"),
        ("age", r"\bI\s+(?:have\s+)?(?:just\s+|recently\s+)?turn(?:ed|ing)?\s+\d{2}\b"),
        ("age", r"\bborn\s+(?:in|on|and\s+(?:raised|bred))\b[^,.;\n]{0,40}"),
        (
            "age",
            (
                r"\b(?:in\s+my\s+(?:early\s+|mid[\s-]*|late\s+)?(?:teens|twenties|thirties|forties|fifties"
                r"|sixties|seventies|[2-7]0['’]?s)|my\s+age|at\s+my\s+time\s+of\s+life|pensioner|oap)\b"
            ),
        ),
        ("birth", r"\bdate\s+of\s+birth\b[^\n|\t;]{0,40}|\bd\.?o\.?b\b\.?[^\n|\t;]{0,30}"),
        ("sex", r"\(?\b(?:she|he|they|ze|xe)\s?/\s?(?:her|him|them|hers|his|theirs|they|she|he)(?:\s?/\s?\w+)?\b\)?"),
        (
            "sex",
            (
                rf"{_I_AM}(?:an?\s+)?(?:[\w-]+\s+){{0,5}}?(?:woman|man|female|male|lady|girl|boy|guy|bloke"
                r"|gentleman|transgender|trans|non-?binary|gay|lesbian|bisexual|straight"
                r"|queer)\b(?!\s+(?:and\s+van|friday|support|youth|nurse|charity))"
            ),
        ),
        (
            "sex",
            (
                rf"\b(?:fe)?male\b(?!\s+(?:and|or|&|/)?\s*(?:\w+\s+)?(?:{OTHERS}|ward|wing|unit|prison"
                r"|refuge|hostel|specialist))"
            ),
        ),
        (
            "sex",
            (
                r"\btrans(?:gender)?\s+(?:woman|man|person|female|male)\b|\b(?:lgbtq?\+?"
                r"|transition(?:ed|ing)\s+(?:to|from)\s+(?:fe)?male|transgender|non-?binary"
                r"|gender\s+reassignment)\b(?!\s+(?:charity|youth|centre|foundation|group|people|support"
                r"|network|helpline|service))"
            ),
        ),
        (
            "nationality",
            (
                rf"{_I_AM}{_SAID_FIRST}(?:{_NATIONS})\b{_NOT_WORK}(?:\s+(?:national|citizen|origin|descent"
                r"|heritage))?(?:\s+from\s+\w+)?"
            ),
        ),
        (
            "nationality",
            (
                rf"\b(?:{_NATIONS}|eu|uk|non-eu|dual|foreign|commonwealth)\s+(?:nationals?"
                r"|citizens?(?!['’]?s?\s+advice)|citizenship|nationality|passport|national)\b"
            ),
        ),
        (
            "nationality",
            (
                r"\b(?:I\s?['’]?\s?a?m|I\s+come|came|originally"
                r"|hail)\s+(?:originally\s+)?from\s+[A-Z][\w-]+(?:\s+[A-Z][\w-]+)?|\bnative\s+of\s+\w+"
                r"|\bmy\s+(?:home|native)\s+country\b|\bback\s+home\s+in\s+\w+"
            ),
        ),
        (
            "ethnicity",
            (
                rf"{_I_AM}{_SAID_FIRST}(?:black|white|asian|mixed[\s-]race|mixed[\s-]heritage|brown|romany"
                r"|gypsy|traveller|roma|bame)\b(?:\s+(?:african|caribbean|british|asian|other))?"
            ),
        ),
        (
            "ethnicity",
            (
                r"\b(?:white|black|asian|mixed)\s*[-/:(]?\s*(?:british|irish|african|caribbean|european"
                r"|other)\b|\b(?:bame|mixed[\s-](?:race|heritage))\b(?!\s+(?:communit|charity|people"
                r"|groups?|young))"
            ),
        ),
        (
            "religion",
            (
                rf"{_I_AM}{_SAID_FIRST}(?:{_FAITHS})\b{_NOT_WORK}|\b(?:practi[sc]ing|devout|committed"
                rf"|born[\s-]again|strict)\s+(?:{_FAITHS})\b"
            ),
        ),
        (
            "religion",
            (
                r"\bmy\s+(?:own\s+)?(?:faith|religion|religious\s+beliefs?|beliefs|god|church|mosque"
                r"|temple|synagogue|gurdwara|prayers)\b|\b(?:I\s+pray|hijab|headscarf|turban|kirpan"
                r"|(?:member|active)\s+(?:of|in|at)\s+(?:[\w'’-]+\s+){0,5}?(?:church|mosque|temple"
                r"|synagogue|gurdwara|chapel|congregation)|(?:attend|go\s+to"
                r"|worship\s+at)\s+(?:[\w'’-]+\s+){0,4}?(?:church|mosque|temple|synagogue|gurdwara|chapel"
                r"|mass)|(?:observe|fast\s+(?:during|for)|keep)\s+(?:ramadan|the\s+sabbath|shabbat))\b"
            ),
        ),
        (
            "family",
            (
                rf"{_I_AM}{_SAID_FIRST}(?:married|divorced|divorcee|widow(?:ed|er)?|separated"
                r"|engaged(?!\s+(?:in|as|with|by))|single(?!\s+(?:point|handed|site))|cohabiting)\b"
            ),
        ),
        (
            "family",
            (
                r"(?:\b(?:single|lone|proud|busy|devoted|working|married|full[\s-]?time"
                r"|stay[\s-]at[\s-]home|new|young|teenage|foster)\s+)?\b(?:mum|mom|mother|dad|father"
                r"|parent|grandmother|grandad|grandparent|nan)\s+(?:of|to)\s+(?:(?:my|a|an|two|three|four"
                r"|five|six|\d|beautiful|lovely|small|young|grown[\s-]up|teenage|and)\s+)*(?:\w+\b)"
            ),
        ),
        (
            "family",
            (
                r"\b(?:single|lone|stay[\s-]at[\s-]home|full[\s-]time|working|busy|proud|new)\s+(?:mum|mom"
                r"|mother|dad|father|parent)\b"
            ),
        ),
        (
            "family",
            (
                r"\bI(?:\s?['’]ve|\s+have|\s+had|\s+have\s+got)\s+(?:(?:also|got|an?|no|my|own|two|three"
                r"|four|five|six|\d|young|small|little|grown[\s-]up|teenage|adult|lovely|beautiful"
                rf"|school[\s-]age|just|recently|started)\s+){{0,5}}{_CHILDREN}\b(?!['’]s)(?:\s+(?:aged?|of"
                r"|who|and|under|at|in)\b[^.;\n]{0,60})?"
            ),
        ),
        (
            "family",
            (
                r"\b(?:rais\w+|bringing\s+up|brought\s+up|bring\s+up"
                rf"|rear\w+)\s+(?:[\w-]+\s+){{0,4}}?{_CHILDREN}\b|\b(?:housewife|house-?husband"
                r"|home-?maker)\b"
            ),
        ),
        (
            "family",
            (
                rf"\b(?:my|our)\s+(?:own\s+)?(?:[\w-]+\s+){{0,3}}?(?:{_CHILDREN})\b(?!['’]s|\s+(?:carer"
                r"|business))(?:\s+(?:(?:is|are|was|were|started|now)\s+)?(?:at|aged?|in|to)\s+\w+)?"
            ),
        ),
        (
            "family",
            (
                r"\b(?:my|our)\s+(?:late\s+|ex-?\s?|former\s+)?(?:husband|wife|spouse|fianc[ée]e?"
                r"|boyfriend|girlfriend|ex|ex-partner|marriage|divorce|wedding|pregnancy)\b"
                r"|\bmy\s+partner\b(?!s|\s+(?:school|organisation))"
            ),
        ),
        (
            "family",
            (
                r"(?:^|[|,;•]\s?)(?:married|divorced|widow(?:ed|er)?|single|separated"
                r"|civil\s+partnership)(?=\s*(?:$|[|,;•\n.]))(?:\s*(?:,|with)\s*\w+\s+(?:children|kids"
                r"|child))?"
            ),
        ),
        (
            "family",
            (
                r"(?:^|[|,;•]\s?)(?:no|one|two|three|four|five|\d)\s+(?:young\s+|small\s+"
                r"|grown[\s-]up\s+)?(?:children|kids|dependants|dependents)(?=\s*(?:$|[|,;•\n.]))"
            ),
        ),
    )
)


_OTHERS = re.compile(OTHERS, re.IGNORECASE)
_LOOK_BACK = 30


_BARE = re.compile(
    (
        rf"(?:^|(?<=[|,;•(\t.]))\s{{0,3}}(?:(?P<nation>{_NATIONS})|(?P<faith>{_FAITHS})"
        r"|(?P<sex>(?:fe)?male|man|woman|gay|lesbian|bisexual|transgender|straight))(?=\s{0,3}(?:$|[|,;•)\t.\n]))"
    ),
    re.IGNORECASE,
)
_SPEAKS = re.compile(r"\b(?:languages?|speak\w*|fluent|spoken|native|tongue|bilingual)\b", re.IGNORECASE)


def find_bare_words(line: str, at: int) -> Iterator[Stretch]:
    """A nation, faith or sex that stands alone in a line of personal details: "Polish, born 1989", "Christian."."""
    if _SPEAKS.search(line):
        return
    for found in _BARE.finditer(line):
        kind = "nationality" if found["nation"] else "religion" if found["faith"] else "sex"
        yield kind, at + found.start(), at + found.end()


def find_protected_words(statement: str, at: int) -> Iterator[Stretch]:
    """Stretches of one statement that tell age, sex, family, origin or belief; `at` is where it starts in the text."""
    for kind, pattern in _PATTERNS:
        for found in pattern.finditer(statement):
            if kind == "age" and _OTHERS.search(statement, max(0, found.start() - _LOOK_BACK), found.start()):
                continue  # "residents aged 90"
            yield kind, at + found.start(), at + found.end()
