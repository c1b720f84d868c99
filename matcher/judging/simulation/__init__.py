"""The proving ground: programmes that do not exist, whose truth is known. Whatever it says is simulated, and says so.

Towns of invented people and vacancies are scored by the engine; a world draws true weights and what nobody recorded;
advisors refer from the ranking; what becomes of the referrals is an outcomes file; the learning room reads it; and the
weights it fits are judged on people and vacancies that it has not met.
"""

from matcher.judging.simulation.proving import Row, build_towns, prove, sentences

__all__ = ["Row", "build_towns", "prove", "sentences"]
