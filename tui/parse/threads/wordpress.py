"""What all WordPress comment markup shares: the plug-ins, marks and pager around core's comments.

Source: `wp-includes/class-walker-comment.php`, `comment-template.php` and `link-template.php`, and
the markup that Jetpack and common like and share plug-ins put into comments.
"""

from __future__ import annotations

from tui.parse.threads.system import Surroundings

LEFT_OUT: tuple[str, ...] = (
    ".reply",
    ".comment-reply",
    ".comment-reply-link",
    ".comment-reply-login",
    ".comment-edit-link",
    ".edit-link",
    ".comment-edit",
    ".says",
    ".comment-awaiting-moderation",
    "[class*='comment-likes']",
    "[class*='likes-widget']",
    "[class*='likebtn']",
    "[class*='pd-rating']",
    ".sharedaddy",
    ".jp-relatedposts",
    "[class*='quote_link']",
    "[class*='direct_link']",
    "[class*='permalink']",
    ".comment-number",
    ".badge",
)
"""Links, notices and widgets among a comment's words that nobody wrote."""

SURROUNDINGS = Surroundings(
    area=(
        "#comments, .comments-area, #entry-comments, .entry-comments, .comments-section, "
        ".comments-wrapper, .comment-list, .commentlist, #commentlist, #respond, .comment-respond, "
        "#commentform, .wp-block-comments, .wp-block-post-comments, .wp-block-post-comments-form, "
        "#wpdcom"
    ),
    headings=(
        ".comments-title, .comment-title, #comments-title, .wp-block-comments-title, "
        ".wpd-thread-info, "
        "h1, h2, h3, h4, h5, h6, [class*='comments-title'], [class*='comment-count'], "
        "[class*='comments-count']"
    ),
    closed=".no-comments, .nocomments, .comments-closed",
    more="a[href*='comment-page-'], a[href*='cpage=']",
)
"""Core's containers and those of the classic themes."""

BY_POST_AUTHOR = ".bypostauthor"
PINGBACK = ".pingback"
TRACKBACK = ".trackback"
HELD = ".comment-awaiting-moderation"
