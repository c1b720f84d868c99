"""Free text read: skills it names, and job titles linked to occupations."""

from matcher.text.mentions import SkillMention, find_skills
from matcher.text.titles import link_title

__all__ = ["SkillMention", "find_skills", "link_title"]
