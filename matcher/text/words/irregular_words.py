"""Words that no rule of spelling reaches: irregular verbs and plurals, and American spellings."""

__all__ = ["AMERICAN", "IRREGULAR"]

# A stem (as `matcher.text.words.stems` makes it of the plain form), and the forms that lead to it.
_FORMS = """
be: am is are was were been being im youre theyre were hes shes
have: has had having ive youve theyve weve
do: does did done doing
go: goes went gone going
get: gets got gotten getting
give: gives gave given giving
take: takes took taken taking
make: makes made making
drive: drives drove driven driving
feed: feeds fed feeding
feel: felt
lead: leads led leading
teach: taught
run: ran running
write: wrote written writing
hold: held
keep: kept
deal: dealt
buy: bought
sell: sold
bring: brought
think: thought
speak: spoke spoken
say: said says saying
tell: told
read: reads reading
meet: met
spend: spent
send: sent
stand: stood
understand: understood
sit: sat sitting
sleep: slept
sing: sang sung singing
swim: swam swum swimming
wear: wore worn
break: broke broken
choose: chose chosen choosing
know: knew known
grow: grew grown
see: sees saw seen seeing
learn: learnt
leave: left leaves leaving
lose: lost losing
build: built
teach: taught
catch: caught
fight: fought
find: found
pay: paid pays paying
lay: laid
put: putting
set: setting
cut: cutting
let: letting
shut: shutting
sew: sewn sewed sewing
hear: heard
come: came coming
begin: began begun beginning
rise: rose risen rising
win: won winning
show: shown showed showing
draw: drew drawn
wake: woke woken waking
ride: rode ridden riding
tidy: tidies tidied tidying
die: dies died dying
lie: lies lied lying
tie: ties tied tying
use: uses used using
child: children childrens childs
person: persons
man: men mens
woman: women womens
foot: feet
tooth: teeth
life: lives
wife: wives
knife: knives
shelf: shelves
loaf: loaves
baby: babies babys
lady: ladies ladys
bus: buses
gas: gases
news: news
diabetes: diabetes
series: series
during: during
takings: takings
thing: things
something: something
anything: anything
everything: everything
nothing: nothing
evening: evenings
morning: mornings
ceiling: ceilings
string: strings
king: kings
spring: springs
bed: beds
red: reds
need: needs needed needing
shed: sheds
sibling: siblings
bring: brings bringing
ring: rings rang ringing
wellbeing: wellbeing
housing: housing
nursing: nursing
"""


def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in _FORMS.strip().splitlines():
        plain, forms = line.split(":")
        table.setdefault(plain, plain)
        for form in forms.split():
            table.setdefault(form, plain)
    return table


IRREGULAR = _table()

# Part of a word in American spelling, and in British; the first that fits is used.
AMERICAN = (
    ("behavior", "behaviour"),
    ("color", "colour"),
    ("favor", "favour"),
    ("honor", "honour"),
    ("humor", "humour"),
    ("neighbor", "neighbour"),
    ("endeavor", "endeavour"),
    ("harbor", "harbour"),
    ("pediatric", "paediatric"),
    ("orthopedic", "orthopaedic"),
    ("anesthe", "anaesthe"),
    ("diarrhea", "diarrhoea"),
    ("hemorrh", "haemorrh"),
    ("gynecolog", "gynaecolog"),
    ("counselor", "counsellor"),
    ("traveler", "traveller"),
    ("enrollment", "enrolment"),
    ("fulfill", "fulfil"),
    ("skillful", "skilful"),
    ("judgment", "judgement"),
    ("jewelry", "jewellery"),
    ("aluminum", "aluminium"),
    ("analyz", "analys"),
    ("centers", "centres"),
    ("centered", "centred"),
    ("center", "centre"),
    ("theater", "theatre"),
    ("fiber", "fibre"),
    ("defense", "defence"),
    ("practise", "practice"),
    ("practising", "practicing"),
    ("license", "licence"),
    ("licensing", "licencing"),
    ("mommy", "mummy"),
)
