"""What a post asks for by its title: a cook cooks, a night carer works at night."""

__all__ = ["TITLES"]

# Judgement: as `matcher.text.adverts.demands.finding` says; only what everybody with that title does.
TITLES = r"""
cooking: \b(?:cook|chef|commis|sous chef)\b
food-preparation: \b(?:kitchen|catering|food service) (?:assistant|porter|worker|team|operative)s?\b
washing-up: \bkitchen porter\b
cleaning: \b(?:cleaners?|domestics?|housekeepers?|housekeeping assistant|cleaning)\b
laundry: \blaundry\b
transporting-patients: \bporters?\b(?<!kitchen porter)
home-care: (?<!care )(?<!nursing )\b(?:home|domiciliary|community) care(?:r|rs)?\b
live-in-care: \blive[\s-]in\b
night-care: \bnights?\b
activity-planning: \b(?:activit(?:y|ies)|lifestyle|recreation) (?:and \w+ )?(?:co-?ordinator|assistant|lead|worker)\b
admin: \b(?:administrat(?:or|ion|ive)|admin|clerk|secretar(?:y|ial)|receptionist)\b
reception: \breceptionist\b
driving: \bdrivers?\b
minor-repairs: \b(?:maintenance|handy ?(?:man|person)|caretaker)\b
phlebotomy: \bphlebotom\w+
leading: \bteam lead(?:er)?\b|\bshift lead(?:er)?\b
coordinating-care: \bcare co-?ordinator\b
running-care-home: \b(?:registered|care home|home) manager\b
nursing-care: \b(?:registered|staff|general|community) nurse\b
offender-work: \bhmp\b|\bprison\b
"""
