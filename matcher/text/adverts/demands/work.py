"""How adverts ask for clinical, practical, office and leading work."""

__all__ = ["WORK"]

# Judgement: as `finding` says; a line that begins with two spaces goes on with the one above.
WORK = r"""
care-health-safety: \b(?:safe|clean)(?:,| and)? (?:\w+ ){0,3}environment\b|\benvironment (?:\w+ )?is safe\b
  |\bhealth (?:and|&) safety\b(?= (?:of|at|polic|procedure|regul|guide|standard|in))|\bsafe working
  |\bclean and safe\b|\bsafe and clean\b
tidy-work-area: \b(?:clean(?:liness)?|tidy|tidiness)(?:,| and| &)? (?:\w+ ){0,3}(?:environment|tid(?:y|iness)|area
  |condition)|\bclean and tidy|\bcleanliness\b|\b(?:keep|maintain|leave
  |ensur)\w* (?:[\w,]+ ){0,4}(?:clean and )?(?:tidy|clutter[\s-]free)\b
noticing-changes: \b(?:report|observ|notic|recognis|monitor|identify)\w* (?:[\w,'’]+ ){0,5}(?:changes?|concerns?
  |deteriorat\w+|abnormal\w*|occurrences|problems)\b|\boccurrences are\b|\b(?:rais|escalat|pass\w* on
  |flag)\w* (?:\w+ ){0,2}concerns?\b|\bchanges? in (?:[\w\'’]+ ){0,4}(?:condition|well-?being|health|needs
  |behaviou?r|mood)\b
monitoring-health: \b(?:observ|monitor|check)\w*(?: and monitor\w*)? (?:[\w,'’]+ ){0,5}(?:well-?being|health
  |condition|progress)\b|\b(?:medical|welfare|health) (?:and|&) (?:medical|welfare|health|well-?being) needs\b
  |\bhealth (?:checks?|screening|monitoring)\b(?! (?:to|for staff))|\bscreening (?:new )?patients\b
  |\bclosely observing\b
care-records: \b(?:accurate|complete|clear|legible|up[\s-]to[\s-]date|detailed|care|daily
  |written)(?: and \w+)?,? (?:\w+ )?(?:records?|documentation|notes|record[\s-]keeping)\b|\brecord[\s-]?keeping\b
  |\b(?:maintain|keep|complet|updat|writ)\w* (?:[\w,]+ ){0,4}(?:records?|documentation|notes|paperwork|charts
  |logs)\b|\b(?:daily|visit|care) (?:logs?|notes|records|diar(?:y|ies)|reports?|charts?)\b
  |\brecord\w* (?:\w+ ){0,3}(?:visits?|care given|tasks|information accurately|accurately)\b|\blog (?:all|every
  |each|your) (?:visits?|care)\b
patient-health-records: \bpatients?['’]?s?['’]? (?:\w+ )?(?:documentation|records?|notes)\b|\b(?:clinical|medical
  |nursing) (?:records|notes|documentation)\b|\bdocument(?:ed|ing)? (?:as|in|patient|care|all)
  |\brecord\w* (?:\w+ ){0,2}(?:information|details) (?:about|on|of) (?:\w+ )?patients?\b
delegating-clinical-tasks: \b(?:delegated|allocated) (?:\w+ ){0,4}(?:by|tasks?|duties|care|interventions)\b
  |\binterventions? (?:\w+ ){0,3}as delegated\b|\bdelegated by\b
clinic-support: \b(?:support|assist|help)(?:s|ing)?(?! (?:of|from|by)\b) (?:\w+ ){0,3}(?:nurs(?:es?|ing)
  |practitioners?|clinic(?:al(?! (?:trials?|research|governance|skills))|ians?|s)?\b|qualified staff|doctors?
  |medical staff|midwi\w+|consultants?|surgeons?)\b|\bclinics?\b(?= (?:services?|and|,|across|sessions|list))
  |\brunning clinics?|\bprepar\w+ (?:[\w,]+ ){0,6}(?:treatments?|procedures?|clinics?|equipment)\b
  |\bclinical (?:treatments?|support)\b(?! (?:workers?|assistants?|staff|team|services|manager))
  |\b(?:day[\s-]to[\s-]day|smooth|general) running of (?:the )?(?:\w+ )?clinics?\b
  |\balongside (?:\w+ ){0,2}(?:registered|qualified) (?:\w+ ){0,2}nurses\b
customer-service: \bcustomer[\s-](?:service|care|focus\w*|satisfaction)s?\b
greeting-visitors: \b(?:first|initial) point of (?:contact|call)\b|\b(?:meet|greet|welcom)(?:ing
  |e)? (?:and (?:greet\w*|welcom\w*) )?(?:all )?(?:patients|visitors|guests|people|clients|families)\b
  |\bmeet and greet|\bfront of house\b
customer-queries: \b(?:enquir|quer)(?:y|ies)\b|\brequests and enquiries
admin: (?<!medication )(?<!insulin )(?<!drug )(?<!medicine )(?<!medicines )(?<!vaccine )\b(?:administrat(?:ive|ion
  |or|ors)|clerical|admin|ward clerk|filing|photocopying)\b(?! (?:of (?:medic|drug)|of their|officer to|team
  |services? manager|line manager|staff))
stock-levels: \b(?:stock|supplies|consumables|restock\w*|re-stock\w*)\b(?! (?:exchange|photo))
equipment-maintenance: (?<!use of )\b(?:clean|maintain|check|maintenance|test
  |care)\w*(?: and \w+)? (?:\w+ ){0,4}equipment\b|\bequipment (?:\w+ ){0,4}(?:cleaned|maintained|stored)\b
infection-control: \binfection (?:prevention|control)\b
specimen-collection: \b(?:swab\w*|(?:blood|urine|other|biological|collect\w*|tak\w*|obtain\w*
  |test) (?:\w+ ){0,2}(?:samples?|specimens?)|urinalysis)\b
phlebotomy: \bphlebotom\w+|\bven[ei]puncture\b|\b(?:taking|take|blood) (?:blood|tests|monitoring)s?\b
vital-signs: (?<!safe )(?<!enhanced )(?<!therapeutic )(?<!level )(?<!continuous )(?<!one )\b(?:observations(?! (?:to
   the|and engage|of (?:patients|service users|residents)))|vital signs|pulse|respirations?|oxygen saturations?
  |heart rate|peak flow|physiological measurements)\b|\b(?:observ\w*|tak\w+|record\w*|monitor\w*|check\w*
  |measur\w*)(?: of)? (?:[\w,]+ ){0,3}temperatures?\b(?! (?:of|in) (?:food|fridge|water))
weighing-measuring: \b(?:height|weight)s?\b(?=,| and| including| check)
health-education: \b(?:health (?:promotion|education|advice)|breast-?feeding|parenting skills)\b
  |\bwell-?being promotion\b|\bpromot\w+ (?:\w+ ){0,2}(?:health and well-?being|healthy living)\b
housekeeping: \b(?:domestic|household|housekeeping) (?:tasks|duties|chores)\b|\bhousework\b|\blight (?:household
  |domestic|cleaning|housework)\b|\bcleaning and cooking\b
cooking: \b(?:cook(?:ing)?|prepar\w+) (?:\w+ ){0,3}meals?\b|\bcooking\b|\b(?:prepar|cook
  |mak)\w* (?:[\w,-]+ ){0,4}(?:meals?|food|dishes|dinners?|lunch(?:es)?|breakfasts?)\b(?! (?:choices|orders
  |hygiene))|\bmeal prep\w*
serving-meals: \bserv\w+ (?:\w+ ){0,4}(?:meals|food|drinks|snacks)\b
cleaning: \b(?:clean(?:ing)?) (?:of )?(?:\w+ ){0,4}(?:wards?|departments?|areas|rooms|stations?|floors|toilets
  |environment|duties|services?)\b|\bdomestic (?:assistant|cleaner|services?|skills)\b|\bcleaning (?:tasks|duties
  |experience|skills|schedules?|standards)\b|\bcleans\b|\bclean\w* (?:of )?(?:[\w,]+ ){0,4}(?:bedrooms?|bathrooms?
  |lounges?|kitchens?|corridors?|offices?|communal areas)\b|\bcleaning\b(?=,| and| duties|$|\.)
  |\bkeep\w* (?:[\w,]+ ){1,6}clean\b(?! and (?:tidy|safe))
medication-administration: \b(?:administ\w+|giv\w+|support\w*|assist\w*|help\w*) (?:[\w,]+ ){0,4}medic(?:ation
  |ine)s?\b|\bmedication (?:administration|rounds?)\b
rehabilitation: \brehab(?:ilitat\w+)?\b
assist-rehabilitation: \brehab(?:ilitation)? (?:support|assistant|programme|goals?|plan)\w*|\btherap(?:y
  |eutic) (?:assistant|support|programme|plan|exercise|intervention)\w*
computer-literacy: \b(?:computer|i\.?t\.?|system|digital(?:ly)?)[\s-](?:skills?|litera\w+|systems?)\b
  |\bkeyboard skills\b|\binformation technology\b|\b(?:competent|confident|proficient|literate|knowledge|use|using
  |experience|skills?) (?:\w+ ){0,3}(?-i:IT)\b|\b(?-i:IT)[\s-]litera\w+|\bcomputers?\b(?= (?:literate|skills
  |systems?)|,|\.|$)
driving: \b(?:able to|ability to|must|can|need to) drive\b|\bcar (?:owner|driver)
motivating: \b(?:encouraging and challenging|motivat(?:e|ing) (?:others|people|staff))\b
leading: \b(?:lead(?:ing)?|manag(?:e|ing)) (?:a |the |an )?(?:\w+ ){0,2}(?:team|shift)s?\b
supervising-staff: (?P<no>\b(?:under|with) (?:the )?(?:\w+ )?supervision of\b[^.]*)|\bsupervis(?:e
  |ing)(?:/\w+)? (?:\w+ ){0,4}(?:staff|team|colleagues|\w*assistants?|workers?)\b|\bsupervis(?:e|ing
  |ion of) (?:[\w,]+ ){0,5}(?:members?|carers|colleagues|juniors?)\b|\bteam members are (?:\w+ and )?(?:trained
  |supervised)
newborn-care: (?P<no>\b(?:with|including)\b[^.;]*\bmaternity\b)|\b(?:maternity|newborn|neonatal|post-?natal
  |midwifery)\b(?! (?:leave|pay|package|and paternity|cover|benefit|scheme))
laundry: \blaundry\b|\bwash\w*(?:,| and)? (?:\w+,? ){0,4}clothes\b|\bclothes\b(?= (?:wash|are wash|laundered))
  |\blaundering\b
healthy-lifestyle-advice: \bhealthy lifestyles?\b
wound-care: \b(?:wound (?:care|dressings?)|(?:simple|changing|basic) dressings)\b|\bwounds?\b(?=,| and| care| dress
  | manag)|\b(?:chang|apply|undertak|do)\w* (?:\w+ )?dressings\b|\bcare of wounds\b
catheter-care: \bcatheter\w*
peg-feeding: \b(?:peg\b|gastrostomy|enteral)
blood-pressure: \bblood pressure
ecg: \becgs?\b|\belectrocardiogra\w+
blood-glucose: \bblood (?:glucose|sugar)s?\b
first-aid: \bfirst aid(?:er)?\b|\bfirst[\s-]aid\b
mail-handling: \b(?:delivery|collection|distribut\w+|sort\w*) (?:and \w+ )?(?:of )?(?:the )?(?:post|mail)\b
cctv: \bcctv\b
nutrition-hydration: \b(?:nutrition|hydration|fluids?|diet)(?:al|ary)? (?:and|&) (?:nutrition|hydration|fluids?)\w*
  |\bfluid (?:intake|balance)\b|\bfood and (?:fluid|drink) intake\b|\bhydrated\b|\b(?:record|monitor
  |chart)\w* what (?:\w+ ){0,3}(?:eat|drink|ate|drank)\b
stoma-care: \b(?:stoma|colostomy|ileostomy)\b
cannulation: \bcannula\w*
complex-care: \btracheostom\w+|\bventilat(?:ion|or|ed)\b|\b(?:oral )?suction(?:ing)?\b
  |\bcomplex(?: clinical)? care(?: experience| packages?| to| for)\b
life-support: \b(?:basic|immediate|intermediate) life support\b|\bresuscitat\w+|\bcpr\b
emergency-response: \brespond\w* (?:[\w,]+ ){0,4}(?:emergenc(?:y|ies)|crash calls?|alarms?)\b
  |\bemergency (?:situations?|response)\b
specimen-transport: \b(?:deliver\w*|transport\w*|tak\w+)(?: and \w+)?(?: of)? (?:\w+ ){0,2}(?:samples?
  |specimens?)\b(?= (?:to|for|from|around|between))
assist-physiotherapists: \b(?:support|assist|help|work)\w* (?:[\w,]+ ){0,4}physiotherap\w+
occupational-therapy: \b(?:support|assist|help)\w* (?:[\w,]+ ){0,6}occupational therap\w+
sterilisation: \bsterilis\w+|\bdecontaminat\w+
clinical-guidelines: \bevidence[\s-]based\b
care-quality: \b(?:quality|service) improvements?\b|\b(?:improv|monitor
  |maintain)\w* (?:the )?quality of (?:\w+ )?care\b
ordering-supplies: \border(?:ing|s)?(?: of)? (?:\w+ ){0,2}(?:stock|supplies|equipment|consumables)\b
dispose-waste: \b(?:empty|dispos|remov|collect)\w* (?:of )?(?:\w+ ){0,3}(?:waste|rubbish|refuse|bins)\b
  |\bwaste (?:disposal|collection|removal|management)\b
bed-making: \b(?:mak|chang)\w* (?:\w+ ){0,2}(?:beds|bed linen|linen|bedding)\b
reception: \breception(?:ist)?\b(?= (?:and|duties|desk|area|service|support|cover|skills|work|experience))
patient-data: \bpatient (?:data|details|information|administration)\b
data-entry: \bdata (?:input\w*|entry)\b|\binput\w* (?:of )?(?:\w+ )?data\b|\b(?:updat
  |enter)\w* (?:[\w,]+ ){0,4}(?:database|computer system|data)s?\b|\bdata collection\b
  |\bcollect\w* (?:and \w+ )?(?:of )?data\b
email: \b(?:use of|using|including|excel|word|outlook|internet|packages|check|send
  |read)\W+(?:[\w/]+\W+){0,5}e-?mails?\b|\be-?mail and internet\b
microsoft-office: \b(?:ms|microsoft)\b(?! teams)\b|\boutlook\b(?= and|,| email)
spreadsheets: \bspread ?sheets?\b|\bexcel\b(?=,| and| or|\.|$| skills)(?<!to excel)
web-search: \binternet\b(?=,| and| or)
appointments: \b(?:book|arrang|schedul|mak|manag)\w* (?:of )?(?:[\w,]+ ){0,3}appointments\b
minute-taking: \bminute[\s-]taking\b|\b(?:tak|typ)\w* (?:\w+ )?minutes\b
complaint-handling: \bcomplaints?\b(?! procedure)
auditing: \baudits?\b
training-staff: \b(?:train|teach|induct)\w* (?:and \w+ )?(?:of )?(?:\w+ ){0,2}(?:new )?(?:staff|colleagues
  |new starters|team members|students|carers)\b(?! (?:will|receive|are given))(?<!trained staff)
  |\bteam members are (?:\w+ and )?trained\b|\bsupervise/train\b
mentoring: \bmentor(?:s|ing)?\b(?! (?:will|from|and support you))
coordinating-care: \bco-?ordinat\w* (?:of )?(?:\w+ ){0,3}(?:care|visits|care packages|support)\b
medication-prompting: \b(?:prompt|remind)\w* (?:[\w,]+ ){0,4}(?:medic\w+|tablets)\b
equipment-instruction: \b(?:teach|show|instruct|demonstrat|train)\w* (?:[\w,]+ ){0,7}(?:use
  |fit)\w* (?:and \w+ )?(?:the |their |of )?(?:\w+ )?(?:equipment|aids)\b
medication-effects: \bside[\s-]effects?\b
medication-storage: \bstor(?:e|age|ing)(?: of)? (?:\w+ ){0,2}medic(?:ation|ine)s?\b
ordering-medicines: \border\w*(?:,? (?:and |of )?\w+){0,3} medic(?:ation|ine)s?\b
  |\bcollect\w* (?:\w+ )?prescriptions?\b
oxygen-therapy: \b(?:us\w+|home|therapy|supplementary) oxygen\b|\boxygen (?:therapy|equipment|cylinders?)\b
health-and-safety: \bhealth (?:and|&) safety\b(?! executive)
ready-meals: \blight (?:meals?|snacks?)\b|\bsnacks\b(?= and (?:light|drinks))
ironing: \biron(?:ing)?\b(?=,| and| of|\.| duties|$| \w+[\'’] clothes| clothes)
induction: \binduct\w* (?:of )?(?:new )?(?:staff|starters|colleagues)\b|\bnew (?:starters|staff|colleagues
  |members)\b[^.;]{0,20}\binduction\b|\bbuddy (?:up|new|for)\b
grounds-maintenance: \b(?:look\w* after|maintain\w*|tend\w*|upkeep of) (?:\w+ ){0,3}(?:grounds|gardens?)\b
food-hygiene: \bfood (?:hygiene|safety|standards)\b
special-diets: \b(?:special|specialist|individual|specific|different) (?:\w+ )?diet(?:s|ary)\b|\bdietary (?:needs
  |requirements)\b
menu-planning: \bmenus?\b(?= |,|\.|$)(?<!set menu)
hot-drinks: \b(?:teas?|hot drinks?|cups? of tea|drinks and snacks)\b(?= |,|\.|$)
washing-up: \bwash\w*[\s-]up\b|\bdishwash\w*|\bpot[\s-]wash\w*
fire-safety: \bfire (?:safety|drills?|procedures?|evacuation|warden|alarms?)\b
digital-care-records: \b(?:electronic|digital) care (?:plan\w*|record\w*|system\w*|notes?)\b|\b(?:care planning
  |care) (?:app|software)\b|\b(?:pcs|nourish|access care|log my care|birdie)\b(?= )
rota-planning: \b(?:plan|manag|writ|creat|prepar|produc|organis|coordinat)\w* (?:[\w,]+ ){0,3}(?:rotas?|rosters?)\b
spot-checks: \bspot[\s-]checks?\b|\bfield supervisions?\b
staff-supervisions: \b(?:supervisions?|appraisals?)\b(?= (?:and (?:appraisals?|supervisions?)|for (?:staff
  |your team|carers)|of (?:staff|your)))|\b(?:carry\w* out|conduct\w*|hold\w*|undertak\w*
  |complet\w*) (?:\w+ ){0,2}(?:supervisions|appraisals)\b
on-call: \bon[\s-]call\b
recruiting: \b(?:recruit\w*|select\w*) (?:and \w+ )?(?:of |new )(?:\w+ )?(?:staff|carers|team members)\b
  |\brecruit\w* and (?:retain|select|train)\w*
managing-staff: \b(?:line manag\w+|manag\w+ (?:a |the |your )?(?:\w+ )?(?:team|staff) of)\b|\bline[\s-]management\b
lone-working: \blone[\s-]work\w*|\bworking alone\b
hand-hygiene: \bhand (?:hygiene|washing)\b
ppe: \bppe\b|\bpersonal protective equipment\b
coshh: \bcoshh\b
texture-modified-food: \b(?:pureed?|soft|modified|textured?) (?:\w+ ){0,3}(?:diets?|meals?|food)\b
bowel-care: \bbowel (?:care|management)\b
syringe-drivers: \bsyringe drivers?\b
minor-repairs: \b(?:minor|small|general) (?:\w+ )?(?:repairs|maintenance)\b
building-safety-checks: \b(?:safety|fire|water|equipment|building|legionella) checks\b
deep-cleaning: \bdeep[\s-]clean\w*
dusting: \bdusting\b
vacuuming: \b(?:hoover|vacuum|mop|mopp)(?:ing|s)?\b
petty-cash: \bpetty cash\b
bookings: \b(?:tak|manag|mak)\w* bookings\b
filing: \bfiling\b(?=,| and|\.|$)
letters: \b(?:typ\w+|writ\w+|send\w*) (?:of )?(?:\w+ )?letters\b
kitchen-stock: \border\w* (?:of )?(?:food|ingredients|provisions)\b|\bfood (?:stocks?|orders?|ordering)\b
medication-safety: \bsafe (?:management|handling|use|administration) of medic\w+
kitchen-cleaning: \b(?:clean|wash)\w* (?:\w+ ){0,2}kitchens?\b|\bkeep\w* (?:the )?kitchen (?:\w+ )?clean\b
"""
