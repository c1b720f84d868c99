"""How adverts ask for care, support and the knowledge of those who are cared for."""

__all__ = ["CARE"]

# Judgement: as `finding` says; a line that begins with two spaces goes on with the one above.
CARE = r"""
safeguarding-adults: \bsafeguard(?:s|ing)?\b(?! (?:children|commit|and promoting the welfare of child|children))
  |\bprotect\w* (?:\w+ ){0,4}(?:from|against) (?:abuse|harm|neglect)\b
patient-safety: \bpatient safety\b(?! is)|\b(?:safety|welfare)(?:[ ,]+(?:and|&)? ?(?:comfort|well-?being|dignity
  |security|welfare))* of (?:all |the |our )?(?:patients?|residents?|service users?|clients?|people|individuals
  |customers)\b|\bstay(?:ing)? safe\b|\bkeep\w* (?:people|residents|patients|them|service users|me) safe\b
incident-reporting: \b(?:report|record)\w* (?:\w+ ){0,3}(?:incidents?|accidents?|near misses)\b|\bincident report\w*
care-planning: \b(?:writ|develop|creat|review|contribut|involv|plan|updat|assist
  |support)\w* (?:[\w,'’]+ ){0,7}(?:care|support)[\s-]plan(?:s|ning)?\b
basic-patient-care: \b(?:provid|deliver|giv|support|assist|high[\s-]quality|standard of|fundamental|quality
  |excellent|direct|hands[\s-]on|aspects of|elements of)\w* (?:[\w,'’-]+ ){0,6}(?:patient|nursing) care\b
  |\b(?:care (?:to|for|of)|caring for|support(?:ing)? (?:to|for)?) (?:[\w,'’-]+ ){0,3}patients?\b
  |(?<!difference to )(?<!lead to )(?<!to )\bpatient care\b|\bbasic healthcare duties\b|\b(?:patients?[\'’]?
  |patient) basic needs\b|\bbasic (?:care )?needs of (?:\w+ )?patients\b
home-care: \b(?:in|within|at|to) (?:the )?(?:their|his|her|own|patients?['’]?s?['’]?|clients?['’]?s?['’]?
  |customers?['’]?s?['’]?|people['’]s|service users?['’]?s?['’]?|the person['’]s|family)(?: own)? homes?\b
  |\bhome visits\b|\bvisit(?:ing|s)? (?:\w+ ){0,4}homes?\b|\bfamily home\b|\bhome care\b(?! assistant)|\b(?:hospice
  |care|hospital|support|nursing) at home\b|\b(?:in|at|within) the homes? of\b|\bhome setting\b|\bdomiciliary\b
  |\bhome[\s-]?care (?:service|agency|company|provider|team|worker|experience|round)\b
  |\bliv\w+ (?:at home )?with (?:her|his|their) family\b|\bclients[\'’]? homes\b|\bhome[\s-]?(?:health)?care (?:is
  |are) (?:seeking|looking|recruiting)\b|\bof (?:their|his|her) own homes?\b|\b(?:care|double[\s-]?up|morning
  |tea[\s-]?time|lunch|bed) (?:calls|visits)\b|\bvisit\w* (?:our )?(?:clients|customers|service users)\b
community-access: \b(?:access\w*|support\w* (?:[\w,]+ ){0,5}(?:access|engage|participate|involved|integrate|out)
  |out|activities|involv\w*|integrat\w*|part of) (?:[\w,]+ ){0,7}(?:the|their|my|his|her|local) (?:local
   |wider )?communit(?:y|ies)\b(?! (?:hospital|mental|nurs|team|service|health|therap))|\bcommunity activities\b
  |\bdays out\b|\b(?:life|live|involved|included|participat\w*|part) (?:\w+ ){0,2}in (?:their|the) (?:local
   |wider )?community\b|\bcommunity (?:life|based activities|groups|events|facilities|outings|presence)\b
  |\bget out and about\b|\b(?:us\w+|access\w*|travel\w* on) (?:of )?public transport\b|\b(?:use|access
  |visit) local (?:shops|clubs|amenities|groups|facilities)\b|\b(?:in|into|around) the (?:local
   |wider )community\b(?= (?:to|by|such|activit|and (?:at|in)))|\bengage\w* (?:[\w,]+ ){0,5}in the (?:local
   |wider )?community\b|\bopportunities for (?:\w+ )?in the community\b|\bengagement opportunities\b
promoting-independence: \b(?:promot|encourag|maximis|maintain|support|develop|regain|increas
  |enabl)\w* (?:[\w,'’]+ ){0,5}independen(?:ce|tly|t)\b|\bindependent as\b|\blive (?:as )?independently\b
  |\bindependent lives\b|\b(?:safely and|as) independently\b|\b(?:remain|stay|be(?:come)?|live) (?:as
   |more )?independent\b|\b(?:lead|live|liv\w+) (?:\w+,? ){0,3}(?:fulfil\w+|meaningful|independent) li(?:fe|ves)\b
  |\bmaximis\w+ (?:\w+ )?independence\b|\bdo (?:as much as|things|more|what) (?:they can )?(?:for )?themselves\b
  |\bas much as (?:they can|possible) for themselves\b|\bto (?:be|live|remain|stay) as independent\w* as\b
  |\bliv\w+ (?:the|their) li(?:fe|ves) (?:they|to the)\b
daily-living-skills: \b(?:daily|everyday) living\b|\bindepend[ea]nt living skills\b|\bdaily (?:activities|tasks
  |lives|routines?)\b|\bactivities of daily\b|\bday[\s-]to[\s-]day (?:activities|tasks|lives|needs)\b
  |\bday[\s-]to[\s-]day (?:living|support)\b|\bdaily support\b
personal-care: \b(?:personal|intimate)(?: (?!and\b|or\b)\w+)? (?:care|needs)\b(?! standards)
  |\bpersonal hygiene needs\b|\bhygiene needs\b|\bhelp\w* (?:\w+ ){0,3}(?:get up|go to bed)|\b(?:assist|help
  |support)\w* (?:[\w,]+ ){0,7}(?:personal )?hygiene\b
dressing-support: \bdress(?:ing|ed)?\b(?=,? (?:and |or |, )?(?:bath|wash|toilet|undress|groom|feed|eat))
  |\b(?:wash(?:ing|ed)?|bath(?:ing)?|shower(?:ing)?|toilet(?:ing)?)(?:,| and| &|/
  | or) (?:and )?(?:\w+, )?dress(?:ing|ed)?\b
washing-bathing: \b(?:wash(?:ing|ed)?|bath(?:e|ing)|shower(?:ing)?)\b(?=,? (?:and |or |& |, )?(?:dress|toilet|feed
  |groom|eat|bath|shower|get))|\bdress(?:ing)?(?:,| and| &) (?:bath|wash|shower)\w*|\b(?:wash|bath|shower)(?:e
  |ing)? (?:and \w+ )?(?:patients|residents|people|clients|service users)\b|\bhav\w+ an? (?:wash|shower|bath)\b
  |\b(?:bath|shower) or (?:wash|shower)\b|\bget\w* washed\b
eating-support: \b(?:assist|help|support|nutrition)\w* (?:\w+ ){0,5}(?:feed(?:ing)?|eat(?:ing)?|mealtimes?
  |meal times?|nutritional needs)\b|(?<!peg )(?<!tube )(?<!breast )(?<!gastrostomy )(?<!enteral )(?<!extended )\bfee
  ding\b(?=,| and| patients| residents)
accompanying-people: \b(?:escort|accompan)(?:s|ing|y|ied)? (?:and \w+ )?(?:patients?|residents?|service users?
  |people|clients?|individuals?|them|to)\b|\b(?:attend|accompan|support|tak|driv|escort|go|going|come
  |coming)\w* (?:[\w,\'’]+ ){0,6}appointments?\b
transporting-patients: \b(?:mov|transfer|transport|port)(?:e|es|ing|ering|er|s|ation)?(?: of)? (?:all )?patients?\b
  |\bpatient (?:moves|movement|transfers?|transport(?:ation)?)\b(?! (?:service|assistant|driver|crew))
  |\bporter(?:ing|s)?\b|\btak(?:e|ing) patients (?:to|from|between|around)\b
manual-handling-goods: \b(?:equipment|material|goods)(?: and \w+)? moves\b
  |\bmov\w+ (?:of )?(?:\w+ ){0,2}(?:equipment|furniture|goods)\b|\bmanual handling\b
physical-stamina: \bphysical(?:ly)? (?:agil|fit|demand|aspects|able|active|strong|stamina)\w*|\bphysical (?:role
  |work|job|nature|effort|strength)\b|\b(?:long periods|all day|time|spent) on your feet\b|\bfit (?:individuals?
  |people|person|and (?:healthy|active|able))\b|\bphysically\b(?! (?:disab|and emotionally ab|impair|or))
moving-and-handling: \bmoving (?:and|&) handling\b|\bmanual handling\b(?= (?:of|where|tech))|\b(?:mov\w+
  |lift\w*) (?:\w+ ){0,2}safely\b|\bmoving techniques\b|\bpeople handling\b|\bmoving and assisting\b
deal-with-aggression: \b(?:violen\w+|aggress\w+)\b|\bbehaviou?rs? (?:that|which|of|may
  |perceived) (?:\w+ ){0,2}(?:challeng\w+|concern)|\bchalleng(?:e|ing) behaviou?rs?\b
de-escalation: \bde[\s-]?escalat\w+
activity-planning: \b(?:plan(?!s\b)|organis|arrang|deliver|run|lead|facilitat)\w* (?:\w+ ){0,4}activities\b
  |\bactivity programme|\b(?:social|recreational|leisure|meaningful|stimulating|engaging|therapeutic|group
  |sensory)(?:,? (?:and )?\w+)? activities\b|\bactivities such as\b|\b(?:provid|undertak)\w* activities\b
promoting-recreation: \b(?:participat|engag|take part|join|support
  |encourag)\w* (?:[\w,]+ ){0,5}(?:(?<!daily )(?<!living )activities(?! of)|hobbies|interests)\b|\b(?:to
  |and) join in\b|\btak\w+ part in (?:\w+ )?activities\b
mental-health-support: \bmental (?:health(?:care)?|illness\w*|ill[\s-]health)\b(?! (?:act|first aid
  |and well-?being (?:support|of staff)|nurs))|\bpersonality disorders?\b|\bpsychiatric\b|\beating (?:disorders?
  |difficulties)\b
night-care: (?<!no )\b(?:waking )?night (?:care|support|shifts?|duty|team|staff|work\w*)\b|\bovernight\b
  |\bnights\b(?= (?:from|in|as|only))|\b(?:during|through(?:out)?|in) the night\b|\bsleep[\s-]?ins?\b
  |\bnight (?:checks|calls|time)\b
older-people-care: \b(?:older|elderly) (?:people['’]?s?|adults|persons?|residents|patients|clients)\b
  |\bthe elderly\b|\belders\b|\bcare of the elderly
residential-care: \b(?:care|nursing|residential) homes?\b
childcare: \bchildren\b(?!['’]s (?:centres?|services|hospitals?))(?! and (?:adults|education))|\byoung (?:girl|boy
  |child)\b
youth-work: (?<!children and )(?<!children & )\b(?:young people|young adults|adolescents|teenagers)\b
disability-care: \bdisabilit(?:y|ies)\b(?<!learning disability)(?<!learning disabilities)(?! (?:confident|discrim
  |or|, gender|gender|network|friendly|pay|passport))
one-to-one-support: \b(?:one|1)[\s-]*(?:to|:|2)[\s-]*(?:one|1)\b
palliative-care: \bpalliative\b|\bhospice\b
end-of-life-care: \bend[\s-]of[\s-]life\b|\bend of (?:their|someone[\'’]s|a \w+[\'’]s) li(?:fe|ves)\b
  |\blast (?:days|weeks|months|years) of (?:their )?li(?:fe|ves)\b|\bterminal(?:ly)? ill\w*
autism: \bautis(?:m|tic)\b
dementia-care: \bdementia\b|\balzheimer\w*
diabetes: \bdiabet(?:es|ics?(?! diet))\b
epilepsy: \bepilep\w+|\bseizures?\b
stroke-care: \bstroke(?:s)?\b(?! (?:of|team|unit staff))
parkinsons-care: \bparkinson\w*
brain-injury: \b(?:brain|head) injur(?:y|ies)\b
learning-disability: \blearning disab\w+
physical-disability-support: \bphysical(?:ly)? disab\w+|\bwheelchair users?\b|\bus(?:es|ing|e) a wheelchair\b
  |\bcerebral palsy\b
visual-disability: \b(?:blind(?:ness)?|visual(?:ly)? impair\w*|sight loss|partially sighted)\b
hearing-disability: \b(?:deaf(?:ness)?|hearing (?:loss|impair\w*))\b
special-needs-support: \b(?:special|additional|complex) (?:support |health ?care |health |physical
   |medical )?needs\b
substance-misuse: \b(?:substance|drug|alcohol)s? (?:and/or |and |& |or )?(?:\w+ )?(?:mis)?(?:use|abuse)\b
  |\baddictions?\b|\b(?:drugs?|alcohol) (?:and|or) (?:drugs?|alcohol)\b|\bdrug and alcohol\b
offender-work: \b(?:prison(?:s|ers)?|criminal justice|offend(?:er|ers|ing)|custody|hmp|detainees)\b
homelessness-support: \b(?:homeless\w*|rough sleep\w*)\b
protecting-vulnerable: \bvulnerable (?:\w+ )?(?:adults?|people|individuals?|patients|residents|clients|groups?)\b
healthcare-law: \b(?:relevant |healthcare |health )legislation\b|\b(?:knowledge|understanding|aware(?:ness)?
  |principles|requirements) of (?:[\w,]+ ){0,7}(?:legislation|legal framework|law|mental health act)\b
  |\blegal framework\b
referrals: \breferrals?\b(?! (?:scheme|bonus|fee|from a))
playing-with-children: \bplay\s?time\b|\bplay(?:ing)? (?:with|activities|therapy)\b|\bplay(?:s|ing)? (?:board
   |interactive |computer )?games\b|\bplay time\b|\bplayroom\b|\bgames with\b|\bplay and\b
crisis-intervention: \b(?:in|during|times? of|mental health) (?:a )?crisis\b|\bcrisis (?:team|tier|service|support
  |work|intervention|resolution|care)\b
outings: \b(?:days? (?:out|trips?)|outings|trips out)\b|\b(?:trips?|outings?|holidays?) (?:out|for|with|to)
   |\bgo\w* on (?:\w+ )?(?:holiday|trips?|outings?)\b|\bon (?:day |days? )?(?:trips|outings|excursions)\b
shopping-for-people: \bshopping\b(?! (?:discount|voucher|centre))|\b(?:weekly|food|grocery) shop\b
risk-assessment: \brisk (?:assess\w*|management)\b
extreme-emotions: \b(?:become|becomes|are|is|in|feeling|who) (?:\w+ )?(?:distress(?:ed)?|agitated|upset)\b
  |\bdistressed\b|\bemotionally (?:demanding|challenging)\b
companionship: \bcompanionship\b|\bkeep\w* (?:\w+ ){0,3}company\b|\bbe(?:ing)? a (?:friend|companion
  |friendly face)\b|\bchat and listen\b|\b(?:sit|chat
  |spend\w* (?:quality )?time)\w* (?:and \w+ )?with (?:\w+ ){0,2}(?:residents?|clients?|patients?|customers?|people
  |them)\b|\bbefriend\w*
developing-skills-support: \blife[\s-]skills\b|\b(?:teach|develop|build|improv|gain|maintain
  |promot)\w* (?:[\w,]+ ){0,4}(?:independence|practical|social|everyday) skills\b
  |(?<!clinical )\bskills (?:training|building|teaching)\b|\b(?:people|individuals|them|residents|service users
  |clients) (?:to )?(?:learn|develop|gain|acquire) (?:\w+ )?(?:\w+ )?skills\b|\b(?:teach|help|support
  |enabl)\w* (?:residents?|clients?|customers?|people|individuals?|service users?|patients?|tenants?|them
  |someone)(?:['’]s?)? (?:to )?(?:\w+ ){0,3}(?:new |practical |their )*skills\b|\bachiev\w* (?:their
  |personal) (?:\w+ )?(?:goals|outcomes|aspirations)\b
supported-living: \bsupported (?:living|housing|accommodation|tenanc\w+)\b|\bextra[\s-]care (?:housing|scheme
  |living|service)\b|\btenanc(?:y|ies)\b
live-in-care: \blive[\s-]?in (?:care|carer|role|position|basis)\b
respite-care: \brespite\b|\bshort[\s-]breaks?\b
key-working: \b(?:as|be|being|becom\w+|role of) (?:an? |the )?(?:\w+ )?key[\s-]?worker\b|\bkey[\s-]?working\b
  |\bnamed worker\b
money-support: \b(?:manag|handl|support|help|assist|look)\w* (?:[\w,\'’]+ ){0,5}(?:money|personal finances|finances
  |bills|budgeting)\b|\bmanaging budgets\b(?= to)
mobility-support: \b(?:support|assist|encourag|help|promot|improv|maintain
  |need)\w*(?:[ /,]{1,2}\w+){0,6} mobili(?:ty|se|sing|sation)\b|\bmobility (?:needs|support)\b|\bwalking aids?\b
  |\b(?:help|support|assist)\w* (?:residents?|clients?|customers?|people|individuals?|service users?|patients?
  |tenants?|them|someone)(?:['’]s?)? to (?:move|walk|get) (?:around|about|to)\b|\bassist\w* with (?:walking
  |mobilising)\b
falls-prevention: \bfalls\b(?= (?:prevention|clinic|risk|team|and|service|awareness|pathway))|\bprevent\w* falls\b
  |\brisk of fall(?:s|ing)\b|\breduc\w* falls\b
hoisting: \bhoist(?:s|ing)?\b
toileting-support: \btoilet(?:ing|ed)\b|\btoilet(?= needs)|\b(?:in)?continence (?:care|needs|support|products
  |management)\b|\b(?:to|use|using) the (?:toilet|bathroom|loo|commode)\b
oral-care: \b(?:oral|mouth) (?:care|hygiene)\b
grooming-support: \bgrooming\b|\bshaving\b
pressure-area-care: \bpressure (?:areas?|sores?|ulcers?|damage|relief|care)\b|\bskin (?:care|integrity)\b
  |\btissue viability\b
profound-disability: \bp(?:ml|lm)ds?\b|\bprofound(?:ly)?(?: and| or|,)? (?:multiple|severe|learning|and multiple)\b
neurological-conditions: \bneurological (?:condition|disorder|illness|disease)\w*|\b(?:multiple sclerosis
  |motor neurone|huntington\w*)\b
suicide-self-harm: \bself[\s-]harm\w*|\bsuicid\w+
identify-mental-health: \b(?:understanding|knowledge|identif\w+
  |recogni\w+)(?: of)? (?:\w+ )?mental health (?:diagnos\w+|conditions?|problems?|illness\w*|needs)\b
signposting: \bsign[\s-]?post\w*|\badvice,? (?:support,? )?(?:and )?information\b
  |\binformation,? (?:and )?(?:advice|guidance)\b|\badvice and guidance\b
risk-assessment-service-users: \brisks? (?:associated with|presented by|posed by|to|for) (?:the
   |our )?(?:individuals?|people|patients?|residents?|service users?|clients?)\b|\bpositive risk\b
  |\brisk management plans?\b|\bassess\w* (?:and \w+ )?risks?\b|\b(?:care|support) plans?(?: and|,) risk assess\w*
  |\brisk assessments? and (?:care|support) plans?\b
safeguarding-children: \bsafeguard\w* (?:\w+ ){0,4}children\b
positive-behaviour-support: \bpositive behaviou?r(?:al)? (?:support|management)\b|\bpbs\b
  |\bbehaviou?r(?:al)? (?:support|management|interventions?)\b
pmva: \bphysical interventions?\b|\brestraint\b|\b(?:pmva|mapa)\b|\bbreakaway\b
learning-support: \b(?:at|to|in|attend\w*|during) (?:\w+ )?(?:school|college|nursery)\b(?! (?:of|leav|trust
  |hospital|holid))|\beducational setting\b
case-management: \bcase\s?load\b
care-assessment: \b(?:provid|undertak|carry out|conduct|complet)\w* (?:[\w,-]+ ){0,3}assessments?\b(?= (?:and|of
  |for))|\bassess(?:es|ing)? (?:\w+ ){0,3}(?:needs|(?:residents?|clients?|customers?|people|individuals?
  |service users?|patients?|tenants?|them|someone)(?:['’]s?)?)\b|\bneeds assessments?\b
exercise-support: \b(?:movement|physical|gentle|prescribed|strengthening|therapy|rehabilitation) exercises?\b
  |\bexercise (?:programme|class|group|plan)\w*
personal-admin-support: \b(?:help|support|assist)\w* (?:[\w,]+ ){0,10}(?:letters|correspondence|paperwork|forms
  |form filling|benefit forms)\b
pet-care: \b(?:feed|look\w* after|car\w+ for) (?:[\w'’]+ ){0,3}(?:pets?|cats?)\b|\bpet care\b
dog-walking: \bwalk\w* (?:[\w'’]+ ){0,3}dogs?\b
repositioning: \b(?:turn\w*|re-?position\w*) (?:and \w+ )?(?:\w+ )?(?:residents?|clients?|customers?|people
  |individuals?|service users?|patients?|tenants?|them|someone)(?:['’]s?)? \b|\bre-?position(?:ing)?\b
  |\bturn\w* (?:\w+ ){1,6}in bed\b
transferring-patients: \b(?:bed to chair|chair to bed|in(?:to)? and out of (?:bed|chairs?))\b
  |\btransfers?\b(?= (?:using|with|from bed))|\btransferring (?:residents|people|clients|patients|service users)\b
bereavement-support: \bbereave\w+\b|\bgriev\w+\b
housing-advice: \b(?:with|about|find\w*|maintain\w*) (?:their )?(?:housing|accommodation|tenancy)\b(?= (?:issues
  |needs|advice)|$|\.|,)
arts-and-crafts: \barts?,? (?:and|&) crafts?\b|\bcrafts?\b(?=,| and| sessions| activities)
music: \bmusic\b(?=,| and| sessions| therapy| activities| with)
gardening: \bgardening\b
games-and-quizzes: \b(?:quizzes|bingo|board games)\b
care-reviews: \b(?:care|care plan|support plan|annual|client|residents?[\'’]?|service user|cpa
  |multi-agency) reviews?\b
sen-support: \bspecial educational needs\b|\bsend?\b(?= (?:pupils|children|support))
carer-support: \b(?:unpaid|family|informal|young) carers\b
career-advice: \b(?:into|find\w*|gain\w*|access\w*) (?:paid )?(?:work|employment|volunteering
  |training)\b(?! (?:towards|with|for you))(?<!gain training)
benefits-advice: \b(?:claim\w*|welfare|housing) benefits?\b|\bbenefit claims?\b
mental-capacity: \bmental capacity\b|\bdols\b|\bdeprivation of liberty\b
care-compliance: \bcqc\b(?= (?:standards|regulations|requirements|compliance|guidelines))|\b(?:care
  |national minimum|regulatory) standards\b
reablement: \bre-?ablement\b|\bregain\w* (?:\w+ )?(?:independence|confidence|skills)\b
dysphagia: \b(?:dysphagia|swallowing (?:difficult|problem|need)\w*|thicken\w* fluids?)\b
complaints-support: \b(?:help|support|assist)\w* (?:[\w,]+ ){0,5}(?:complaints? procedure|mak\w+ a complaint
  |complain)\b
"""
