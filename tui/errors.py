"""The one tree of errors.

    RejoinderError          could not do what was asked; `str(error)` is a sentence for the user
    ├── SourceError         a page could not be had: missing file, folder, no such host, time-out
    ├── DraftError          a draft could not be read, written or found
    ├── SendError           a reply could not be sent, and nothing left
    ├── QueryError          a filter cannot be understood
    └── UsageError          the command line was used wrongly

Every error that leaves the layers below the screen and the command line is one of these. Its text
is one sentence that says what failed, with what, and what can be done; details go to the log by way
of `__cause__`. Parsing raises none of them: it never fails (see `tui.parse`).
"""


class RejoinderError(Exception):
    """Something could not be done; the text is a sentence for the user."""


class SourceError(RejoinderError):
    """A page could not be opened."""


class DraftError(RejoinderError):
    """A draft could not be read, written or found."""


class SendError(RejoinderError):
    """A reply could not be sent; no request has left."""


class QueryError(RejoinderError):
    """A filter cannot be understood; the text names the word that is wrong."""


class UsageError(RejoinderError):
    """The command line was used wrongly."""
