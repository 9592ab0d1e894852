"""The labels of blogs in twenty languages, as data, and how they are recognised.

`languages` holds one table a language; the functions here look a line up in all of them at once,
because a page's labels are often in another language than its text.
"""

from tui.parse.words.asking import asks_for_mail, asks_of_writer, is_decoy_label, is_riddle
from tui.parse.words.counts import stated_count
from tui.parse.words.gate import may_speak_of_comments
from tui.parse.words.labels import (
    answered_name,
    is_action_label,
    is_anonymous,
    is_closed_notice,
    is_comments_heading,
    is_deleted_notice,
    is_form_label,
    is_form_title,
    is_held_notice,
    is_login_notice,
    is_mail_note,
    is_markup_note,
    is_newer_link,
    is_older_link,
    is_post_author_mark,
    is_preview_label,
    is_reply_label,
    is_required_note,
    is_share_label,
    is_unfold_label,
    ping_label,
    replied_name,
    signed_by,
    without_unverified,
)
from tui.parse.words.language import Language
from tui.parse.words.partlabels import PartLabel, part_label
from tui.parse.words.says import says, says_glued, strip_says

__all__ = [
    "Language",
    "PartLabel",
    "answered_name",
    "asks_for_mail",
    "asks_of_writer",
    "is_action_label",
    "is_anonymous",
    "is_closed_notice",
    "is_comments_heading",
    "is_decoy_label",
    "is_deleted_notice",
    "is_form_label",
    "is_form_title",
    "is_held_notice",
    "is_login_notice",
    "is_mail_note",
    "is_markup_note",
    "is_newer_link",
    "is_older_link",
    "is_post_author_mark",
    "is_preview_label",
    "is_reply_label",
    "is_required_note",
    "is_riddle",
    "is_share_label",
    "is_unfold_label",
    "may_speak_of_comments",
    "part_label",
    "ping_label",
    "replied_name",
    "says",
    "says_glued",
    "signed_by",
    "stated_count",
    "strip_says",
    "without_unverified",
]
