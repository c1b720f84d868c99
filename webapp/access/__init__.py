"""Who may open what: declared on every route, checked before it runs, and written down after it.

A route without a declaration answers nobody. A page of one role is a 403 for every other; a record that is somebody
else's is a 404, the very same as one that does not exist.
"""

from webapp.access.checking import register_access
from webapp.access.declaring import ADMIN, ADVISOR, JOBSEEKER, PROVIDER, SIGNED_IN, Access, allow, allow_anybody
from webapp.access.recording import record, record_all
from webapp.access.signing_in import account, act_by_key, sign_in, sign_out, signed_in

__all__ = [
    "ADMIN",
    "ADVISOR",
    "JOBSEEKER",
    "PROVIDER",
    "SIGNED_IN",
    "Access",
    "account",
    "act_by_key",
    "allow",
    "allow_anybody",
    "record",
    "record_all",
    "register_access",
    "sign_in",
    "sign_out",
    "signed_in",
]
