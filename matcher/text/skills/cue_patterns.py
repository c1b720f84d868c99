"""Patterns of the words that deny a skill, call it welcome, or promise to teach it.

All are Judgement: the ways adverts and people write these things, each tried on sentences of the tests. They read
lower-case text with straight apostrophes.
"""

__all__ = ["PATTERNS"]

_BE = r"(?:is|are|was|were|will be|would be|be|being|isn'?t|aren'?t|may be|can be)"
_GIVEN = r"(?:given|provided|offered|available|supplied|funded|paid for|delivered|arranged|included)"
_WARM = r"(?:helpful|useful|ideal|nice|great|good|fantastic|brilliant|lovely|handy|amazing|excellent|perfect|wonderful)"
_VERY = (
    r"(?:(?:highly|very|also|considered|seen as|an?|of|definite|distinct|real|huge|added|great|strong|clear|big|"
    r"significant|particularly|most|further|always|bonus|major|plus)\s+)*"
)

_NOTHING_DENIED = (
    r"(?:problems?|doubt|matter|less|fewer|more than|stranger|end (?:of|to)|two|one|nonsense|longer|fuss|limits?|"
    r"job|task|request|issues?|trouble|worries|worry|hesitation|better|shortage|complaints?|difficulty|difficulties|"
    r"qualms|time|mean|small|exception|excuses?|pressure|way|idea|obligation|objection|surprise|secret|wonder|to)\b"
)
_NOT = (
    r"(?:don'?t|doesn'?t|didn'?t|haven'?t|hasn'?t|hadn'?t|won'?t|wouldn'?t|cannot|can'?t|couldn'?t|isn'?t|aren'?t|"
    r"wasn'?t|weren'?t|\bnot\b|never)"
)
_BETWEEN = (
    r"(?:\s+(?:yet|really|currently|actually|personally|ever|normally|usually|be|been|being|to|very|that|so|so far|"
    r"myself|as|fully|strictly|always|have|had|got|ever))*"
)
_DENIED_VERB = (
    r"(?:have|had|got|do|does|did|done|doing|drive|drove|driven|driving|use|used|using|work|worked|working|need|"
    r"needed|requires?|required|includes?|involves?|provide|provided|offer|give|gave|given|hold|held|cook|cooked|lift|"
    r"lifted|lifting|know|want|trained|confident|comfortable|qualified|experienced|able|allowed|permitted|responsible|"
    r"expected|expect|carry|carried|administer|administered|handle|handled|look(?:ed)? after|cared for|take|taken|"
    r"speak|spoken|read|write|good at|great at|keen on|sure about|familiar|cover|supervise|supervised|manage|"
    r"managed|operate|operated|dealt with|deal with|studied|completed|attended|undertaken|performed|tried|"
    r"changed|washed|fed|hoisted|"
    r"learnt|learned|suitable for|asked to|in a position to|my strength|ask(?:ed)? for|look(?:ing)? for|"
    r"seeking|run|ran|assist(?:ed)?|support(?:ed)?|help(?:ed)?)\b"
)
_PRAISE = r"(?:\s+(?:a|any|to)?\s*(?:problems?|complaints?|accidents?|day off|sick day|late|afraid|off sick|trouble))"
_LEARN = (
    r"(?:learn|learning|be trained|train|training|be taught|study|get trained|gain|develop|acquire|undertake|complete)"
)
_TRAIN_WORDS = r"(?:training|courses?|qualifications?|inductions?|workshops?|e-?learning)"
_OFFER_WORDS = (
    r"(?:full|fully|further|all|ongoing|on-going|comprehensive|necessary|relevant|free|in-?house|extensive|excellent|"
    r"paid|specific|additional|specialist|complete|on the job|on-the-job|regular|any|appropriate|thorough|funded)"
)

PATTERNS: tuple[tuple[str, str, str], ...] = (
    # kind, where it looks (ahead, behind, either, beside), pattern
    ("none", "ahead", r"\bnot (?:only|just|merely|simply|to mention)\b"),
    (
        "desirable",
        "ahead",
        r"(?:^\W*|\b(?:while|whilst|although|though|if|but) )not (?:an? )?(?:essential|necessary|required)\b(?! to)",
    ),
    (
        "desirable",
        "behind",
        (
            r"\b(?:useful|helpful|nice|welcome|good|great|handy|ideal),? (?:but|though|although) "
            r"not\b"
        ),
    ),
    (
        "desirable",
        "behind",
        (
            rf"(?:\b{_BE}\s+)?(?:\bnot|n't)\s+(?:be\s+)?(?:always\s+|absolutely\s+)?(?:an? )?(?:essential|"
            r"must|prerequisite|pre-requisite)\b"
        ),
    ),
    ("deny", "ahead", rf"{_NOT}\s+(?:be\s+)?(?:required|needed|expected|asked|necessary|have) to\b"),
    (
        "deny",
        "behind",
        (
            rf"(?:\b{_BE}\s+)?(?:\bnot|n't)\s+(?:be\s+)?(?:currently\s+|strictly\s+|normally\s+|"
            r"always\s+)?(?:required|needed|necessary|expected|involved|included|part of|a requirement|"
            r"part of the)\b"
        ),
    ),
    ("deny", "ahead", rf"\bno\b(?!\s+{_NOTHING_DENIED})"),
    (
        "deny",
        "ahead",
        (
            r"(?<!or )\bwithout\b(?! (?:any )?(?:doubt|fail|fuss|being|complain|question|exception|"
            r"delay|supervision|hesitat|judg|having|prompt|need|problem|rush|compromis|direct|constant|"
            r"close|you|them|it|losing))"
        ),
    ),
    ("deny", "ahead", rf"{_NOT}{_BETWEEN}(?=\s+{_DENIED_VERB}(?!{_PRAISE}))"),
    (
        "deny",
        "ahead",
        (
            r"\b(?:i hate|hated|loathe|can'?t stand|hopeless (?:at|with)|useless (?:at|with)|rubbish (?:at|with)|"
            r"bad (?:at|with)|as if i(?:'?d)?|i'?d rather \w+ than|never been any good at)\b"
        ),
    ),
    (
        "deny",
        "ahead",
        (
            r"\b(?:lack of|lacking(?: in)?|little or no|zero|nil|unable to|not able to|rather than|"
            r"instead of|except(?: for)?|excluding|not including|neither|nor|non)\b"
        ),
    ),
    (
        "taught",
        "ahead",
        (
            r"\b(?:willing|willingness|happy|keen|eager|eagerness|want|wanting|wants|wanted|ready|"
            r"prepared|looking|hoping|hope|like|love|open|wish|excited|desire|interest(?:ed)? in|"
            rf"interested|enthusiastic|motivated|committed)(?: to| in| about)? {_LEARN}(?: more)?(?: "
            r"about| how to| to| in)?\b"
        ),
    ),
    (
        "taught",
        "ahead",
        (
            r"\b(?:opportunity|opportunities|chance)(?: for you)? to (?:learn|train|gain|develop|"
            r"be trained|study)\b"
        ),
    ),
    (
        "taught",
        "ahead",
        (
            r"\b(?:currently|now|still|am|i'm|about to start) (?:learning|studying|training|being "
            r"trained)(?: about| how to| to| in| for)?\b"
        ),
    ),
    ("taught", "ahead", r"\b(?:working|work|studying) towards?\b"),
    (
        "taught",
        "ahead",
        (
            r"\b(?:teach|train|show|coach|upskill) (?:you|them|people|staff|successful candidates?)(?: "
            r"fully)?(?: all)?(?: how)?(?: to| in| on| about| the)?\b"
        ),
    ),
    (
        "taught",
        "ahead",
        (
            r"\b(?:will|shall|can|you'll|to) (?:also |then |get |be |fully |all )*(?:taught|trained|"
            r"shown)(?: how)?(?: to| in| on| about| up)?\b"
        ),
    ),
    (
        "taught",
        "ahead",
        (
            r"\b(?:you|you'll|staff|carers|candidates?)(?: will| can)?(?: also)? learn(?: more)?(?: "
            r"about| how to| to)?\b"
        ),
    ),
    (
        "taught",
        "ahead",
        (
            rf"\b{_TRAIN_WORDS}(?: programme| package| course)? (?:{_BE}\s+)?{_GIVEN}(?: to you|"
            r" to all(?: staff)?| free)?,? (?:in|on|for|around|including|covering|such as|to)\b"
        ),
    ),
    (
        "taught",
        "ahead",
        (
            r"\b(?:receive|get|offer|provide|give you|given|undergo|undertake|complete|attend|offered|"
            rf"access to|includes?|including)\s+(?:(?:you|your|our|a|the|{_OFFER_WORDS}|mandatory|"
            rf"and)\s+)*{_TRAIN_WORDS}(?: programme| package| course| and support)?,? (?:in|on|for|"
            r"around|including|covering|such as|which includes|that covers|to)\b"
        ),
    ),
    (
        "taught",
        "ahead",
        (
            rf"\b{_OFFER_WORDS}\s+(?:{_OFFER_WORDS}\s+)?{_TRAIN_WORDS}(?: programme| package| course)? "
            r"(?:in|on|for|around|including|covering|such as)\b"
        ),
    ),
    (
        "taught",
        "beside",
        rf"[(–-]\s*(?:as |with )?(?:(?:{_OFFER_WORDS}|and)\s+)*{_TRAIN_WORDS}\s+(?:{_BE}\s+)?(?:fully\s+)?{_GIVEN}",
    ),
    (
        "none",
        "behind",
        (
            rf"\b(?:{_OFFER_WORDS})\s+(?:(?:{_OFFER_WORDS}|and)\s+)*{_TRAIN_WORDS}\s+(?:and \w+\s+)?"
            rf"(?:(?:{_BE})\s+)?(?:fully\s+)?{_GIVEN}"
        ),
    ),
    (
        "taught",
        "behind",
        rf"\b{_TRAIN_WORDS}\s+(?:and \w+\s+)?{_BE}\s+(?:fully\s+|all\s+)?{_GIVEN}\b|\b{_BE}\s+(?:fully\s+)?taught\b",
    ),
    ("taught", "behind", rf"\b{_TRAIN_WORDS}\s+(?:fully\s+)?{_GIVEN}\b"),
    ("desirable", "either", rf"(?:\b{_BE} )?\b(?:a )?nice to have\b"),
    ("desirable", "ahead", r"\b(?:ideally|preferably|bonus points|bonus if|desirably|advantageously)\b"),
    (
        "desirable",
        "ahead",
        (
            rf"\b(?:would|will|might|is|it's|'d) (?:also )?(?:be )?{_VERY}(?:advantages?|bonus|asset|"
            rf"plus|benefit|beneficial|desirable|advantageous|preferable|preferred|{_WARM}) (?:if|"
            r"to have|that you|for (?:you|candidates|applicants))\b"
        ),
    ),
    (
        "desirable",
        "ahead",
        (
            r"\b(?:we(?:'d| would) (?:love|like|prefer) it if|we(?:'d| would) prefer|preference "
            r"(?:will be |may be |is )?(?:given )?to|(?:would |particularly )(?:especially |particularly "
            r"|also )?welcome (?:applications from|applicants with|people with|candidates with))\b"
        ),
    ),
    (
        "desirable",
        "either",
        (
            rf"(?:\b{_BE}\s+)?\b{_VERY}(?:desirable|desired|advantageous|beneficial|preferred|preferable|"
            r"optional|an advantage|advantage|to your advantage|a bonus|bonus|a plus|an asset|of "
            r"benefit|a benefit|welcomed|(?<!to )welcome)\b(?! (?:to|all|our|patients|visitors|guests|residents"
            r"|candidates?\b.{0,3}$|provider|supplier|"
            r"name|employer|pack|scheme|payments?|extras?|pay|week))"
        ),
    ),
    ("desirable", "behind", rf"\b(?:would|will|could|may) (?:also |really |certainly )?be {_VERY}{_WARM}\b"),
    (
        "desirable",
        "behind",
        (
            r"\b(?:is|are) (?:very |also )?(?:useful|helpful|handy)\b|\b(?:would|will) help\b(?=\s*(?:$|"
            r"[.)]))"
        ),
    ),
)
