"""Sentences of the engine, which speak to an advisor about somebody, said to that somebody.

The engine has one sentence for each reason. Here a closed list of its turns of phrase is put into the second person, so
that a jobseeker reads the same reason and not another one; a test holds that nothing of the third person is left.
"""

import re

__all__ = ["to_you"]

_TURNS = (
    # What has not been asked.
    (r"Nobody has asked about a check; the work needs", "The work needs"),
    (r"nobody has asked about qualifications, or those named are not known here", "you have not said which you have"),
    (r"Nobody has asked about skills yet", "You have not said which skills you have"),
    (r"Nobody has asked about the right to work yet", "You have not said whether you may work in the UK"),
    (r"Nobody has asked which shifts suit", "You have not said when you can work"),
    (r"and nobody has asked which suit", "and you have not said when you can work"),
    (r"Nobody has asked where they worked or cared before", "You have not said where you worked or cared before"),
    (r"nobody has asked how many are wanted", "you have not said how many you want"),
    (r"nobody has asked how much there is", "you have not said how much you have"),
    (r"nobody has asked where", "you have not said where"),
    (r"nobody has asked what pay is needed", "you have not said what pay you need"),
    (r"nobody has asked how they travel", "you have not said how you travel"),
    (r"nobody has asked whether the person has one", "you have not said whether you have one"),
    (r"; no limit has been given", ""),
    # What is to be asked.
    (r"ask how far they would travel", "think how far you would travel"),
    (r"ask how they would get (there|home)", r"think how you would get \1"),
    (r"ask how they travel", "say how you travel"),
    (r"ask how long it takes at that hour", "look up how long it takes at that hour"),
    (r"ask for the full postcode", "give your full postcode"),
    (r"; ask for the age band", ""),
    (r"ask which the person is in", "say how old you are"),
    (r"ask whether the person holds it", "ask for it if you do not hold it"),
    (r"Asking about all former work may add to this", "Tell us about all your former work, and this may rise"),
    (r": ask, it is only an estimate", ", by our estimate: ask the employer"),
    (r": ask for a postcode", ""),
    # What somebody has and can.
    (r"^Has 0 of (\d+) (essential|optional) skills", r"None of the \1 \2 skills is named yet"),
    (r"^Has (\d+) of (\d+) (essential|optional) skills", r"You have \1 of the \2 \3 skills"),
    (r", counts (\d+)%", r", so it gives \1% of the points"),
    (r"^Has not worked, cared or volunteered before", "You have not worked, cared or volunteered before"),
    (r"^Has no right", "You have no right"),
    (r"^Has (a driving licence|a vehicle)", r"You have \1"),
    (r"a vehicle of one's own", "a vehicle of your own"),
    (r"A vehicle of one's own", "A vehicle of your own"),
    (r"^Holds what counts", "You hold what counts"),
    (r"^Holds nothing that counts (.+) yet", r"You hold nothing that counts \1 yet"),
    (r"^Holds ", "You hold "),
    (r"^Is registered", "You are registered"),
    (r"^Is (\d+) or over", r"You are \1 or over"),
    (r"^May work", "You may work"),
    (r"^Can work", "You can work"),
    (r"^Needs ", "You will need "),
    (r"(they|and they) can work", lambda found: found[0].replace("they", "you")),
    (r"would be new to them", "would be new to you"),
    (r"^(Worked|Looked|Brought|Gave|Served|Already)\b", lambda found: f"You {found[0].lower()}"),
    (r"^Has used care", "You have used care"),
    (r"^Studying or seeking", "You are studying or seeking"),
    (r"^Paid by the person\b", "Paid by you"),
    (r"the employer or the person usually pays", "you or the employer usually pay"),
    (r"; (\d[^;]*|at (?:most|least) [^;]*) wanted\.$", r"; you want \1."),
    (r"^Background:", "You told us:"),
    (r"^Earlier work:", "You worked as:"),
    (r"What they say about themselves", "What you say about yourself"),
    (r"There is no description of the person or", "You have not described yourself, and there is no description"),
    (r"There is no description of the person to compare", "You have not described yourself yet"),
    (r"The person's place is not known", "Where you live is not known"),
    (r"all of them outside the hours the person gave", "all outside the times you gave"),
    (r"outside the hours the person gave", "outside the times you gave"),
    (r"and the person has none at present", "and you have none at present"),
    (r"for this person's age", "for your age"),
    (r"for the person's age band", "for your age"),
    (r"nothing for the person to change", "nothing for you to change"),
    (r"the £(\d+\.\d\d) needed", r"the £\1 you need"),
    (r"Nothing is known yet of earlier work: the beginning", "You have not said what you did before: the beginning"),
    # Questions.
    (r"^How long a journey would they accept", "How long a journey would you make"),
    (r"^Which occupation comes nearest to what they did last", "What was your last or main job"),
    (r"^Which age band are they in \(.*\)", "How old are you"),
    (r"^Is their right to work", "Is your right to work"),
    (r"^Do they have a vehicle they", "Do you have a vehicle you"),
    (r"^Do they have", "Do you have"),
    (r"\b(do|did|could|would|are|can) they\b", r"\1 you"),
    (r"^Are they\b", "Are you"),
)  # fmt: skip
_COMPILED = tuple((re.compile(pattern), said) for pattern, said in _TURNS)


def to_you(sentence: str) -> str:
    """One or more sentences of the engine, said to the person they are about."""
    for pattern, said in _COMPILED:
        sentence = pattern.sub(said, sentence)
    return sentence
