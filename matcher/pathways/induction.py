"""The Care Certificate: where it is done, and what stands for it."""

__all__ = ["CARING", "CERTIFICATES"]

CARING = frozenset({"care-worker", "home-care", "support-worker", "live-in", "nursing-support"})
"""Role families in which whoever is new does the Care Certificate, usually within their first twelve weeks."""

CERTIFICATES = (
    "care-certificate",
    "care-certificate-qualification",
    "diploma-care-2",
    "diploma-care-3",
    "apprenticeship-adult-care-2",
    "apprenticeship-hcsw-2",
    "clinical-healthcare-2",
    "clinical-healthcare-3",
)
"""Qualifications that are it, cover it or stand above it; they are learnt in caring roles."""
