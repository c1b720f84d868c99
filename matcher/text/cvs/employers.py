"""Employers that everybody in Britain knows, and words of employers' names, by the sector they belong to.

Judgement: each belongs to the sector that most of its staff work in. A name is only ever met whole, as words.
"""

__all__ = ["EMPLOYER_WORDS", "KNOWN_EMPLOYERS"]

KNOWN_EMPLOYERS = {
    "retail": (
        "tesco; sainsbury's; sainsburys; asda; morrisons; aldi; lidl; waitrose; co-op; coop; the "
        "co-operative; iceland; "
        "marks and spencer; m&s; boots; superdrug; primark; next; argos; b&q; wickes; homebase; i"
        "kea; john lewis; debenhams; "
        "house of fraser; tk maxx; poundland; poundstretcher; home bargains; b&m; wilko; wilkinson; woolworths; bhs; "
        "matalan; new look; topshop; h&m; zara; sports direct; jd sports; halfords; currys; pc wo"
        "rld; dixons; wh smith; "
        "whsmith; waterstones; clarks; specsavers; costco; booker; makro; spar; nisa; londis; one stop; farmfoods; "
        "the range; dunelm; screwfix; card factory; the works; claire's; greggs bakery; ann summe"
        "rs; river island; peacocks"
    ),
    "catering": (
        "mcdonald's; mcdonalds; burger king; kfc; subway; greggs; costa; costa coffee; starbucks;"
        " caffe nero; pret a manger; "
        "pret; nando's; nandos; pizza hut; pizza express; domino's; dominos; five guys; wagamama; frankie and benny's; "
        "harvester; toby carvery; compass group; sodexo; aramark; iss catering; itsu; leon; wimpy"
        "; little chef; tgi fridays; "
        "deliveroo kitchens"
    ),
    "hospitality": (
        "wetherspoon; wetherspoons; jd wetherspoon; premier inn; travelodge; hilton; marriott; holiday inn; ibis; "
        "whitbread; greene king; mitchells and butlers; stonegate; marston's; britannia hotels; b"
        "utlins; butlin's; haven; "
        "center parcs; pontins; hard rock cafe; novotel; radisson; best western; jurys inn"
    ),
    "transport-driving": (
        "royal mail; dpd; hermes; evri; yodel; ups; fedex; dhl; parcelforce; uber; bolt; delivero"
        "o; just eat; stagecoach; "
        "arriva; first bus; go ahead; national express; network rail; northern rail; lner; tfl; transport for london; "
        "city link; tnt; addison lee; eddie stobart; metrolink; translink"
    ),
    "warehouse-logistics": (
        "amazon; amazon fulfilment; wincanton; xpo; gxo; clipper logistics; asos warehouse; ocado; kuehne nagel"
    ),
    "hospitals": (
        "nhs; nhs trust; nhs foundation trust; royal infirmary; general infirmary; nuffield healt"
        "h; spire; bupa hospital; "
        "circle health; bmi healthcare; teaching hospitals"
    ),
    "health-community": (
        "gp; gp surgery; gp practice; ambulance service; st john ambulance; boots opticians; mydentist; bupa dental"
    ),
    "social-care": (
        "hc-one; hc one; four seasons; barchester; care uk; bupa care; anchor; sanctuary care; mh"
        "a; methodist homes; runwood; "
        "mencap; scope; leonard cheshire; voyage care; lifeways; dimensions; turning point; creat"
        "ive support; choice support; "
        "home instead; helping hands; bluebird care; caremark; carewatch; allied healthcare; mears; sevacare; radis; "
        "city and county healthcare; prestige nursing; nestor; sue ryder; marie curie; avery; mar"
        "ia mallaband; orchard care; "
        "age uk; united response; community integrated care; walsingham; affinity trust; cera; agincare; right at home"
    ),
    "cleaning-facilities": "iss; mitie; ocs; g4s facilities; molly maid; churchill cleaning; initial; rentokil",
    "security": "g4s; securitas; group 4; mitie security",
    "call-centre": "capita; teleperformance; webhelp; serco call centre; ventura; firstsource; sitel; arvato; hgs",
    "finance-insurance": (
        "hsbc; barclays; lloyds; lloyds bank; natwest; santander; halifax; nationwide; rbs; tsb; "
        "yorkshire building society; "
        "aviva; direct line; axa; admiral; legal and general; northern rock; post office counters; building society"
    ),
    "it-telecoms": (
        "bt; british telecom; vodafone; ee; o2; three; sky; virgin media; talktalk; carphone warehous"
        "e; openreach; microsoft; ibm"
    ),
    "energy-utilities": (
        "british gas; npower; e.on; eon; edf; scottish power; yorkshire water; thames water; united u"
        "tilities; biffa; veolia; centrica"
    ),
    "public-administration": (
        "dwp; hmrc; jobcentre; job centre; jobcentre plus; city council; county council; borough coun"
        "cil; civil service; home office; dvla; passport office"
    ),
    "emergency-justice": (
        "hmp; hm prison service; prison service; police; west yorkshire police; fire service; fire an"
        "d rescue; probation service; hmcts; crown prosecution service; border force"
    ),
    "armed-forces": (
        "british army; royal navy; raf; royal air force; royal marines; territorial army; army reserv"
        "e; mod; ministry of defence; regiment; battalion; rifles"
    ),
    "employment-agency": (
        "adecco; manpower; reed; blue arrow; hays; randstad; pertemps; staffline; office angels; kell"
        "y services; brook street; search consultancy; thornbury; newcross; newcross healthcare"
    ),
    "food-manufacturing": (
        "greencore; bakkavor; samworth; samworth brothers; 2 sisters; two sisters; moy park; warburto"
        "ns; nestle; nestlé; cadbury; mcvitie's; haribo; arla; muller; coca-cola; walkers crisps; cra"
        "nswick; premier foods; noon products"
    ),
    "manufacturing": (
        "nissan; toyota; jaguar land rover; rolls-royce; bae systems; siemens; unilever; procter and "
        "gamble; jcb; burberry; komatsu; ford; vauxhall"
    ),
    "construction": (
        "balfour beatty; kier; taylor wimpey; barratt; persimmon; wates; laing o'rourke; carillion; m"
        "organ sindall; keepmoat"
    ),
    "travel-tourism": (
        "british airways; easyjet; ryanair; jet2; tui; thomas cook; thomson; flybe; emirates; swisspo"
        "rt; menzies aviation; heathrow airport; airport"
    ),
    "sport-leisure": (
        "puregym; pure gym; david lloyd; the gym group; virgin active; nuffield gym; william hill; la"
        "dbrokes; coral; betfred; paddy power; mecca bingo; gala bingo; leisure centre; gym; football"
        " club; cinema; odeon; cineworld; vue"
    ),
    "housing-property": (
        "home group; guinness partnership; l&q; peabody; clarion; riverside housing; sanctuary housin"
        "g; purplebricks; connells; housing association"
    ),
    "charities": (
        "british heart foundation; oxfam; barnardo's; barnardos; nspcc; shelter; red cross; british r"
        "ed cross; salvation army; citizens advice; ymca; mind; samaritans; save the children; rspca;"
        " crisis; emmaus; st vincent de paul; sue ryder shop; trussell trust"
    ),
    "childcare": (
        "bright horizons; busy bees; kids planet; nursery; day nursery; pre-school; playgroup; surest"
        "art; sure start; creche; childminding; holiday club"
    ),
    "primary-schools": (
        "primary school; infant school; infants school; junior school; primary academy; special school; school"
    ),
    "secondary-schools": "high school; secondary school; grammar school; comprehensive",
    "colleges-training": "college; university; training provider; learndirect",
}
"""Names, separated by semicolons, by prior sector; lower case, a sector that a taxonomy lacks is passed over."""

EMPLOYER_WORDS = {
    "social-care": (
        "care home; nursing home; carehome; nursinghome; residential home; rest home; residential"
        " care; homecare; home care; domiciliary care; care agency; "
        "supported living; care services; care group; care ltd; care limited; day centre; hospice"
        "; extra care; sheltered housing; "
        "children's home; social services; adult social care; community care; care solutions; res"
        "pite; live-in care; retirement village"
    ),
    "hospitals": (
        "hospital; hospitals; medical center; general hospital; infirmary; ward; a&e; theatre departm"
        "ent; outpatients; nhs"
    ),
    "health-community": (
        "surgery; health centre; health center; medical centre; medical practice; clinic; dental; den"
        "tist; pharmacy; chemist; optician; opticians; ambulance; physiotherapy"
    ),
    "retail": (
        "supermarket; shop; store; stores; superstore; convenience store; newsagent; newsagents; "
        "off licence; department store; "
        "boutique; retail; retailer; florist; florists; market stall; garden centre; butchers; gr"
        "eengrocers; grocers; corner shop; petrol station; "
        "bookmakers shop; bookshop; clothes shop; shoe shop; cash and carry; mini market; minimarket; outlet"
    ),
    "catering": (
        "restaurant; cafe; café; coffee shop; takeaway; take away; fish and chip shop; chip shop; chi"
        "ppy; kitchen; canteen; pizzeria; catering; bistro; tea room; tearoom; tea rooms; sandwich sh"
        "op; bakery; grill; diner; tandoori; deli; school kitchen"
    ),
    "hospitality": (
        "hotel; hotels; pub; inn; bar; tavern; nightclub; guest house; bed and breakfast; b&b; holida"
        "y park; caravan park; arms; hostel; resort; spa hotel; cruise ship; working men's club; soci"
        "al club; events"
    ),
    "cleaning-facilities": (
        "cleaning; cleaners; cleaning services; facilities; facilities management; laundry; laundrett"
        "e; dry cleaners; window cleaning; domestic services"
    ),
    "hair-beauty": "salon; hair; hairdressers; hairdressing; barbers; barber; beauty; nail bar; nails; spa",
    "personal-services": "funeral; funeral directors; funeral care; crematorium; undertakers",
    "call-centre": "call centre; contact centre; call center; helpline; telesales",
    "transport-driving": (
        "taxi; taxis; private hire; bus; buses; coaches; haulage; couriers; courier; delivery; delive"
        "ries; removals; parcels; minicab; railways; transport; van"
    ),
    "warehouse-logistics": "warehouse; distribution; distribution centre; logistics; fulfilment centre; depot; storage",
    "food-manufacturing": (
        "food factory; foods; biscuits; confectionery; dairy; meat factory; chicken factory; bake"
        "ry factory; brewery; sandwich factor"
        "y; food processing; abattoir; fish processing"
    ),
    "manufacturing": (
        "factory; manufacturing; mill; textiles; engineering; foundry; production; plastics; printers"
        "; assembly; steel; steelworks; packaging; sewing factory"
    ),
    "construction": (
        "construction; builders; building; building site; roofing; plumbing; joinery; electrical; sca"
        "ffolding; decorators; decorating; plastering; contractors; demolition"
    ),
    "agriculture": (
        "farm; farms; nurseries and garden; landscapes; landscaping; gardening; gardens; estate garde"
        "ns; fishing; forestry; orchard; growers; agricultural; plantation"
    ),
    "animal-care": "vets; veterinary; kennels; cattery; stables; animal rescue; zoo; animal sanctuary",
    "security": "security; door staff; cctv",
    "office-admin": "office; offices; business services; secretarial; admin services",
    "legal-accounting": "solicitors; law firm; accountants; accountancy; legal; chambers; bookkeeping; payroll",
    "finance-insurance": "bank; insurance; mortgages; credit union; finance; financial services; pensions",
    "employment-agency": "recruitment; employment agency; agency; staffing; temp agency",
    "public-administration": "council; government; embassy; local authority; jobcentre; ministry",
    "emergency-justice": "prison; police; court; courts; fire brigade; fire station; young offenders institution",
    "armed-forces": "army; navy; air force; armed forces; military",
    "childcare": (
        "nursery; babysitting; babysitter; nanny; childminding; day nursery; pre-school; preschoo"
        "l; playgroup; creche; childminder; after school cl"
        "ub; breakfast club; kindergarten; children's centre"
    ),
    "primary-schools": (
        "lollipop; school crossing; primary school; infant school; junior school; primary academy; school; "
        "schools; sen school; special school"
    ),
    "secondary-schools": "high school; secondary school; grammar school; sixth form",
    "colleges-training": "college; university; training centre; adult education; language school",
    "it-telecoms": "software; it services; telecoms; technologies; computer shop",
    "arts-media": "theatre; museum; gallery; newspaper; radio; studio; library; film; orchestra; dance school",
    "sport-leisure": (
        "gym; leisure centre; sports centre; swimming pool; fitness; bingo; bookmakers; casino; golf "
        "club; football club; cinema; betting shop"
    ),
    "travel-tourism": "airport; airlines; airline; airways; travel agents; travel agency; tours",
    "motor-repair-hire": "garage; motors; car hire; car dealership; mot; tyres; autos; car wash; bodyshop; mechanics",
    "domestic-employers": "private household; private family; private client; au pair",
    "housing-property": "housing association; housing; estate agents; lettings; property management; homeless hostel",
    "charities": (
        "charity; church; mosque; community centre; youth club; foundation; trust fund; charity shop;"
        " refuge; temple; gurdwara; synagogue"
    ),
    "energy-utilities": "water company; recycling; power station; mine; colliery; oil rig; gas company",
}
"""Words of employers' names, in the same form; longer ones take their words first."""
