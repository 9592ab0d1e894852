"""The reply form of an HTML page: which form it is, its fields, how it is sent, what bars the way.

Document -> finder -> fields     its controls, and which of them people see
                   -> caption    its title and its notes
                   -> sending    address, method, encoding, character set
                   -> barriers   what only a browser with a person before it gets past
"""

from tui.parse.forms.finder import find_form
from tui.parse.forms.mail import find_reply_mail

__all__ = ["find_form", "find_reply_mail"]
