"""How adverts ask for values and manner, for communication, and for ways of working with others."""

__all__ = ["MANNER"]

# Judgement: as `finding` says; a line that begins with two spaces goes on with the one above.
MANNER = r"""
teamwork: \b(?:as|being) (?:an? )?(?:\w+ ){0,3}(?:part|member) of (?:an?|the|our|this) (?:[\w-]+ ){0,4}team
  |\bwork(?:ing|s)? (?:\w+ ){0,2}(?:in|within) an? (?:[\w-]+ ){0,3}team\b|\bteam[\s-](?:player|work(?:er|ing)?
  |approach|member(?!s)|spirit)|(?<!become )(?<!be )(?<!you )\bpart of a (?:[\w-]+ ){0,3}team\b
  |\bworking as a (?:[\w-]+ ){0,3}team\b|\bteamwork\b|\bwork (?:well )?(?:with others|together|collaboratively)
  |\bas well as in a team\b|\bin a team\b|\bteam working\b|\bthe ward team\b|\bteam ethic\b
  |\bwork(?:ing)? as a team\b
independent-working: (?<!live )(?<!living )(?<!lives )(?<!remain )(?<!safely and )(?<!people )(?<!as )\b(?:work(?:in
  g)? |or |both )?independently\b(?! (?:liv|of|as possible))|\bown initiative\b|\bwithout (?:direct
   |close )?supervision\b|\bminim(?:um|al) supervision\b|\bunsupervised\b|\bautonomous(?:ly)?\b|\bon your own\b
  |\balone\b(?= (?:and|or|as well))|\bunder (?:your|their) own\b|\bautonomy\b|\bas well as individually\b
  |\bindividually and as\b
compassion: \bcaring\b(?! (?:for|homes?|responsib))|\bcompassion(?:ate)?\b|\bkind(?:ness)?\b(?! of)
  |\bpassion(?:ate)? (?:for|about|to|in) (?:\w+ ){0,4}(?:car(?:e|ing)|help|support|people|patients|women|famil
  |residents|mak|differ|lives)|\bdesire to (?:\w+ )?(?:help|care|make a)|\bmak(?:e|ing) a (?:\w+ )?difference (?:to
  |in) (?:\w+ ){0,4}(?:lives|people)|\bdriven with a desire\b|\bwarm(?:th)?[\s-]?(?:hearted)?\b(?= (?:and|,|person
  |approach|nature))|\bthoughtful\b|\bgood heart|\b(?:genuinely|really|truly) cares?\b|\bcare about (?:people
  |others)\b|\b(?:love|enjoy)s? (?:caring|helping|looking after|supporting) \w+|\bbig heart\b|\bheart for\b
positive-attitude: \benthusias(?:m|tic)\b|\bfriendly\b(?! (?:and happy|team|environment|and (?:supportive
  |professional|dynamic|welcoming) (?:team|staff|environment|work)|welcome|multi|atmosphere|dedicated|staff|parking
  |place|initative|initiative|people$))|\bcan[\s-]do\b|\bpositive (?:attitude|approach|and dynamic|outlook
  |and professional|manner)|\b(?:right|great|good) attitude\b|\bcheerful\b|\bsense of humou?r\b
  |\bfun[\s-]?(?:loving)?\b(?= person)|\benergetic\b|\bpositivity\b|\bbubbly\b|\bapproachable\b
  |\boutgoing\b(?= (?:person|and|nature))|\bwelcoming (?:nature|manner|personality|person)\b|\bsmile\b(?! and park)
  |\bpolite\b|\bcourteous\b
hard-working: \b(?:self[\s-]|highly |well[\s-])?motivated\b(?! (?:teams?|staff))|\bhard[\s-]?working\b
  |\bdedicated\b(?! (?:team|staff|bookings|compliance|to (?:provid|the|our)|consult|education|service|ward
  |and friendly|support|area|learning|admin))|\bdedication\b|\bcommitted\b(?! to (?:safeguard|equal|support|develop
  |provid|invest|deliver|divers|build|creat|ensur|promot|our|being an|a |the (?:well|safe)))|\bwork ethic\b
  |\bdriven\b|\bcommitment\b(?= (?:to|and) (?:high|provid|deliver|the role|excell|quality|care))|\bconscientious\b
  |\bambitious\b|\bcommitment\b(?=[.,;]| and (?:enthus|dedic|passion))|\b(?:compassion|passion|drive
  |enthusiasm) and commitment\b|\bcommitment and passion\b|\bdrive and (?:passion|enthusiasm|determination
  |commitment|dedication)\b|\bhave the drive\b
communication: \bcommunicat(?:e|es|ing|or)\b (?:\w+ ){0,2}(?:effectively|clearly|well|with|sensitively|skills?
  |at all)|\b(?:excellent|good|great|effective|strong|clear) (?:\w+ ){0,3}communicat\w+
  |\bcommunication(?:s)?(?: and| &|,| or)? (?:[\w-]+ ){0,3}skills?\b|\binter-?personal (?:and (?:\w+ ))?skills?\b
  |\bexcellent communicator|\bgreat at communicating|\bpeople skills\b|\b(?:written|verbal|oral) (?:and|&|or
  |/) (?:written|verbal|oral)\b|\b(?:written|verbal|oral),? (?:and \w+ )?communication\b|\b(?:clear|convey\w*
  |pass\w* on|relay\w*|receiv\w* and (?:give|pass|convey|record)\w*|give and receive) (?:\w+ ){0,2}(?:messages
  |information)\b
building-rapport: \b(?:build|develop|establish|form|maintain|foster
  |creat)\w*(?: and maintain\w*)? (?:[\w,-]+ ){0,5}(?:relationships?|rapport|bonds?
  |(?<!the )(?<!our )(?<!nhs )trust)\b|\bpositive relationships?\b|\b(?:therapeutic|working
  |professional) relationships?\b|\brapport\b
flexibility: (?<!more )\bflexib(?:le|ility)\b(?! (?:working (?:opportun|pattern|hour|option)|hours to suit|work
  |benefit|pension|learning|bank|options|rota|retire|shifts? to suit|annual|pay|over your|it provides
  |to support work|part|and family|contract|around|patterns|schedul|for you))|\b(?:ability|willing\w*|prepared|need
  |must|have) (?:to )?work flexibly\b
adaptability: \badaptab(?:le|ility)\b|\badapt (?:\w+ )?to\b|\bopen to change\b|\bchanging (?:environment|priorities
  |demands)\b
reliability: \breliab(?:le|ility)\b|\bdependab\w+|\btrusted to\b|\bgood attendance\b|\bconsistent in\b
trustworthiness: \bhonest(?:y)?\b|\bintegrity\b|\btrustworth\w+
empathy: \bempath\w+|\bunderstanding (?:and|of others|of people's|nature|person|attitude)\b|\b(?:and
  |be) understanding\b(?! of)|\bsensitiv(?:e|ity)\b(?! (?:information|data|issues|areas|situations|manner))
  |\bsympathetic
patience: \bpatient\b(?=,(?! (?:equipment|staff|visitor|famil|relative|service|carer|client|nurs))
  | and (?:understand|car|kind|compass|empath|calm|flex|non|support|friend|rel))|\b(?:and|be
  |calm,) patient\b(?! (?:focus|cent|led|facing|contact|transport|flow|group|record|journey|care|safety|experience
  |needs|and (?:family|relative|staff|visitor)))|\bpatience\b
resilience: \bresilien(?:t|ce)\b|\brobust\b(?= (?:resil|and|character|person))
confidence: \bconfident\b(?! (?:in|that)\b)|\bself[\s-]?confiden\w+
initiative: \b(?:use|show|take|using|own|demonstrat\w+|and) initiative\b|\bpro[\s-]?active\b|\bself[\s-]starter\b
  |\bthink(?:ing)? ahead\b
willingness-to-learn: \bwilling(?:ness)? to (?:learn|train|develop|undertake|complete|study|attend)|\b(?:keen|eager
  |desire|want|looking|enthusiasm|commit\w*) to (?:learn|develop|progress)|\binterest in learning\b
  |\bcommitted to (?:achieving|completing|learning|your own)|\blearn new skills\b|\bdevelop themselves\b
  |\bbalance academic\b|\bcommit to completing\b|\bgain new (?:knowledge|skills)|\binterest in (?:developing
  |learning)\b|\b(?:willing\w*|commit\w*|prepared|happy|keen) (?:to )?(?:work(?:ing)? towards|achiev\w+|complet\w+
  |gain\w*|tak\w+) (?:an? |the |your |any )?(?:\w+ ){0,3}(?:diploma|nvq|qcf|qualification|certificate|training)\b
calm-under-pressure: \bcalm\b(?!ing)|\bcomposed\b|\b(?:under|with) (?:considerable |extreme |some )?pressure\b
  |\bpressur(?:ised|ed) environment|\bhigh[\s-]pressure\b|\bbusy environment|\b(?:busy|fast[\s-]paced)(?:,? (?:and
   |often )*[\w-]+){0,6} environment\b
time-management: \btime[\s-]management\b|\borganise (?:\w+ ){0,2}own time\b|\bmanage (?:\w+ ){0,2}time\b
  |\bmeet(?:ing)? deadlines
organisation-skills: \b(?:highly |well[\s-])?organi[sz]ed\b(?! (?:by|and happy|events))
  |\borgani[sz]ation(?:al)? (?:skills|abilit)|\bmethodical\b
prioritising: \bprioriti[sz](?:e|ing|ation)\b(?= (?:\w+ ){0,4}(?:work|task|time|need|care|duties|case)|\b)|\b(?:own
  |busy|varied) work\s?load\b|\bmanag\w* (?:\w+ )?(?:own|individual|your) work\s?load\b
multitasking: \bmulti[\s-]?task\w*|\bmultiple tasks\b
attention-to-detail: \battention to detail\b|\bmeticulous\b|\beye for detail\b|\b(?:level|high) of detail\b
  |\baccura(?:te|cy)\b(?! (?:record|data|and complete|information|document|report))
problem-solving: \b(?:problem[\s-]solv\w+|resolve problems|solve problems|resolving problems|resourceful)\b
decision-making: \b(?:sound |good )?judg(?:e)?ment\b|\bdecision[\s-]making\b|\bmake decisions\b|\bcommon sense\b
english-skills: \b(?:fluen\w+|proficien\w+|good (?:level|standard|command)|spoken|written|literate
  |literacy)\b[^.]{0,30}\b(?:english|literacy)\b|\benglish (?:language|skills|both|is)\b|\bwell in english\b
  |(?<!computer )(?<!system )(?<!digital )(?<!it )(?<!health )\bliteracy\b
  |\bliterate\b(?<!computer literate)(?<!it literate)
numeracy: \bnumera(?:cy|te)\b|\bcalculations\b|\bnumeracy\b|\bmaths\b(?! (?:and english|gcse|at|&))
professional-boundaries: (?<!health )(?<!healthcare )(?<!care )(?<!other )(?<!multi-)\bprofessional(?:ism)?\b(?=,(?!
   \w+ (?:staff|team|services))| (?:and (?:caring|friendly|polite|positive|courteous|respectful|compass)|attitude
  |manner|approach|focus|conduct|at all|boundaries|behaviour|image|standards|focus\w*|individual|person)\b)
dignity: \bdign(?:ity|ified)\b|\brespect(?:ful|fully|ing)?\b(?! (?:of their|to the))|\bprivacy and\b
person-centred-care: \b(?:person|people|patient|client|resident)[\s-](?:centred|centered|focus(?:s)?ed|led)\b
  |\bindividual(?:s)?['’]?s?['’]? (?:specific |own |unique |personal )?needs\b|\btailored to\b
  |\bpatient experience\b|\boutcome[\s-]focus+ed|\b(?:residents?|clients?|customers?|people|individuals?
  |service users?|patients?|tenants?|them|someone)(?:['’]s?)? at the (?:heart|centre) of\b|\b(?:wishes|preferences
  |likes) (?:and|,)|\bindividual (?:wishes|preferences|likes)\b
inclusion: \bnon[\s-]?judge?mental\b|\bequality\b(?= (?:and|of|,))|\bdiversity\b|\binclusive\b
confidentiality: \bconfidential(?:ity)?\b(?! (?:counsel|advice|help|support))
discretion: \bdiscre(?:et|tion)\b|\btact(?:ful)?\b|\bsensitive (?:situations|information|issues)\b|\bdiploma(?:tic
  |cy)\b
following-policies: (?<!surgical )(?<!endoscopic )(?<!clinical )(?<!medical )(?<!diagnostic )(?<!invasive )(?<!elect
  ive )(?<!minor )(?<!range of )(?<!other )(?<!such )(?<!operating )(?<!nursing )\b(?:policies|procedures
  |guidelines|protocols)\b(?! (?:manual|development|writing))|\bbehavioural framework\b|\bcode of conduct\b
written-instructions: \b(?:follow|accordance with|prescribed by|according to|implement
  |deliver)\w* (?:[\w,'’]+ ){0,5}(?:care|support|treatment) plans?\b|\bfollow(?:ing)? instructions\b
  |\bplans? of care\b|\b(?:as|per|agreed|outlined|detailed|identified|line with|within)\b (?:\w+ ){0,3}(?:care
  |support) plans?\b
supervision-in-care: (?P<no>\bwithout (?:direct |close |constant )?supervision\b)|\b(?:under|with) (?:the |direct
   |close )*(?:direct )?(?:supervision|direction|guidance)\b(?! and)|\b(?:directed|delegated|allocated|instructed
  |guided) by (?:an?|the|our)\b|\bas directed\b|\bduties as delegated|\bwith (?:the )?support (?:of|from) (?:an?
   |the )?(?:registered|qualified|senior) \w+|\breceiv\w+ (?:\w+ )?supervision from\b|\bsupervised by (?:an?
   |the )?(?:registered|qualified|senior|nurs\w+|professional)\w*
family-communication: (?P<no>\b(?:impact|difference)\b[^.]{0,80}?\bfamilies)|\b(?:communicat|keep|listen|shar
  |relationship|liais|link|support|talk|involv|inform|engag|contact|work|welcom|visit|greet|reassur|rapport|meet
  |partner|updat|respond|advi[cs]e|teach|explain|interact|quer
  |enquir)\w*[^.;]{1,90}?(?<!impact on )(?<!difference to )(?<!lives of )\b(?:famil(?:y|ies)(?: members?)?
  |relatives|loved ones|next of kin|(?:their|and|family|unpaid|with) carers)\b(?! (?:and friends test|life|friendly
  |home in|leave|room|run|business|feel|atmosphere|values|support payment|owned|medicine|doctor))
patient-communication: \b(?:communicat|interact|talk|liais|engag|explain|listen)\w* (?:\w+ ){0,4}(?:patients?
  |clients?|public)\b|\bworking with the (?:general )?public\b|\bdealing with the (?:general )?public
professional-liaison: \b(?:(?:other|different|range of|external|partner|health|healthcare|allied|multi
  |social) (?:[\w,]+ ){0,4}(?:professionals|agencies|organisations|disciplines|providers|stakeholders)|(?:other
  |external|partner|with (?:\w+ ){0,2}social) (?:\w+ ){0,3}services)\b|\bliais\w+ (?:with
  |effectively)\b(?! (?:famil|relat|patient))|\b(?:multi|inter)[\s-]?agency\b
  |\bwork(?:ing)? in partnership with\b(?!.{0,60}\bwe\b)|\bdevelop\w* (?:of )?links with\b|\bforge (?:\w+ )?links\b
multidisciplinary-team: \b(?:multi|inter)[\s-]?(?:disciplinary|professional)\b|\bmdt\b
  |\bintegrated (?:\w+ ){0,4}team\b
emotional-support: \bemotional(?:ly)?(?: and \w+)? (?:support|needs|well-?being|care)\b|\b(?:physical|practical
  |social) (?:and|&|,) emotional\b|\breassur(?:e|ance|ing)\b
positivity-support: \bencouragement\b|\bencourag(?:e|ing) (?:and support\w* )?(?:people|service users|residents
  |individuals|patients|clients|them)\b(?! (?:to|who)\b)|\bboost\w* (?:\w+ )?confidence|\b(?:encourag(?:e|es|ing)
  |motivat(?:e|es|ing)|inspir(?:e|es|ing))(?: and \w+)? (?:our )?(?:residents?|clients?|customers?|people
  |individuals?|service users?|patients?|tenants?|them|someone)(?:['’]s?)?\b(?! (?:to|who|in)\b)
empowerment: \bempower\w*|\bchoice and control\b|\bmake (?:\w+ )?choices\b|\binvolv\w+ (?:people|individuals|them
  |service users|residents|patients|clients) in\b|\binformed (?:choices?|decisions?)\b
  |\bchoices? and (?:independence|rights|dignity)\b
patient-empathy: \bfeel (?:\w+ )?(?:welcome|comfortable|at ease|safe|valued)(?: and \w+)?\b(?! (?:when|at work))
  |\bput(?:ting)? (?:patients|people) at ease
answering-calls: \banswer\w* (?:\w+ ){0,3}(?:phones?|telephones?|calls)\b|\btelephone (?:calls|enquir)
shift-work: \bunsoci(?:al|able) hours\b
quick-thinking: \bthink (?:quickly|on your feet)\b|\bthink (?:fast|on (?:their|one.s) feet)\b|\bquick[\s-]think\w+
accountability: \baccountab\w+|\btake (?:on )?responsibility\b|\bsense of (?:responsibility|accountability)\b
  |\bresponsible for your own (?:actions|practice)\b
trust-building: \b(?:trusting|build\w* trust|gain\w* (?:the )?trust)\b
creativity: \bcreativ(?:e|ity)\b(?! (?:energy|arts|team))|\b(?:innovative|imaginative)\b(?= (?:person|individual
  |people|candidate|approach|and|,))|\bnew ideas\b|\binnovative in\b
communication-needs-support: \bnon[\s-]verbal(?:ly)?\b(?! (?:and verbal|skills))|\b(?:communication
  |speech) (?:difficulties|needs|aids|impairments?|methods)\b|\b(?:forms|methods|ways) of communicat\w+
handovers: \bhand[\s-]?overs?\b
punctuality: \bpunctual\w*|\btime[\s-]?keep\w+
cpd: \b(?:commit\w*|particip\w*|responsib\w*|engage|own) (?:\w+ )?(?:to|in|for)? ?(?:\w+ ){0,4}(?:professional
  |continuous|continuing) (?:and \w+ )?development\b|\b(?:keep|maintain)\w* (?:your
   |own )?(?:\w+ ){0,3}(?:knowledge|skills|training|practice) up[\s-]to[\s-]date\b
  |\bup[\s-]to[\s-]date with (?:\w+ ){0,3}(?:training|practice|knowledge)\b
  |\battend (?:\w+ ){0,2}training (?:sessions|courses|events)\b
languages: \bwelsh(?: language|[\s-]speak\w+)?\b(?! (?:government|nhs|ambulance|assembly|health|blood|border))
  |\b(?:speak|fluen\w+ in) (?:another|other|a second) languages?\b
privacy: \bprivacy\b
holistic-approach: \bholistic(?:ally)?\b
advocacy: \badvoca(?:te|cy|ting)\b|\bchampion\w* (?:their|residents|people|patients|service users|dignity)\b
  |\bspeak up for\b|\bspeak(?:ing)? (?:up )?for themselves\b|\bon (?:their|residents[\'’]|clients[\'’]) behalf\b
service-user-rights: \b(?:their|people[\'’]s|human|individuals?[\'’]?|residents[\'’]|patients[\'’]) rights\b
  |\brights (?:of|and (?:choices?|dignity|responsib))\b
cultural-awareness: \bcultural(?:ly)? (?:needs|aware\w*|sensitiv\w*|compet\w*|divers\w*|and religious|beliefs
  |preferences)\b
religious-needs: \b(?:religious|spiritual) (?:and \w+ )?(?:needs|beliefs|support)\b
healthcare-communication: \breport(?:ing|s)? (?:back |directly )?(?:to|any \w+ to) (?:an?
   |the )?(?:\w+ ){0,2}(?:clinician|nurses?|midwife|doctor)\b|\bfeed(?:ing)?[\s-]?back (?:to|on) (?:the
   |a )?(?:\w+ ){0,3}(?:progress|nurse|clinician|team|staff)\b|\breport on progress\b
  |\bshar\w+ information (?:\w+ ){0,4}with (?:\w+ ){0,2}(?:nurses?|clinicians?|doctors?|colleagues)\b
colleague-cooperation: \b(?:assist|support|help)\w* (?:your |other |fellow |all )?colleagues\b
  |\bwork alongside (?:\w+ )?colleagues\b
changing-situations: \bchanging (?:\w+ )?needs\b|\brespond\w* to (?:\w+ )?chang(?:es?|ing)\b|\bunpredictable\b
isolation-prevention: \bloneliness\b|\bsocial(?:ly)? isolat\w+|\bisolation\b(?= (?:and lone|of older))
active-listening: \b(?:good|great|active|excellent) listen\w+|\blisten(?:s|ing)? to (?:\w+ ){0,2}(?:residents
  |clients|patients|people|service users|concerns|feelings)\b|\bgood listener\b
phone-communication: \btelephone (?:manner|skills)\b
"""
