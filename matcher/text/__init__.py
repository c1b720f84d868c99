"""Free text read: the skills it names and is about, job titles linked to occupations, titles and texts compared."""

from matcher.text.reader import Reader
from matcher.text.skills.mentions import SkillMention, find_skills, skills_of
from matcher.text.skills.standing import Standing
from matcher.text.titles.links import OccupationLink
from matcher.text.titles.naming import link_title

__all__ = ["OccupationLink", "Reader", "SkillMention", "Standing", "find_skills", "link_title", "skills_of"]
