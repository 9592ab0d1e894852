"""The shape of a language's table of words."""

from __future__ import annotations

from msgspec import Struct


class Language(Struct, frozen=True):
    """The words of blogs, comment threads and dates in one language.

    Labels are written as pages show them; case, punctuation and kinds of white space and quotes do
    not count when they are compared. `{n}` stands for a number, `{title}` for the post's title,
    `{name}` for a commenter's name. The labels are those of the catalogues of WordPress, Blogger,
    Typecho and Isso, old and new, and of common themes.

    Attributes:
        code: The BCP 47 tag.
        stop: The most frequent words of running text, which give a language away.
        none: Counts that say there is no comment.
        one: Counts that say there is one comment, without a digit.
        many: Counts with a number.
        headings: Headings of a thread without a count; they also count with a number beside them.
        form: Titles of the form that takes replies.
        chrome: Other labels of the form: its buttons, its fields, its hints.
        says: What stands between a commenter's name and the colon; " " before it is required but
            in scripts without spaces.
        reply: The link that answers one comment.
        answers: Lines that say whose comment one answers.
        actions: The other links and buttons of one comment.
        mail: Beginnings or parts of the note that the mail address is not shown.
        required: Parts of the note that some fields must be filled.
        held: Parts of the notice that a comment waits for moderation.
        unfold: Links that open the rest of a comment or replies that are folded away.
        older: Links to older pages of comments, or to more of them.
        newer: Links to newer pages of comments.
        closed: Notices that the thread takes no replies.
        preview: Buttons of the form that show a reply before it is sent.
        login: Parts of the notice that one has to log in to write.
        reply_mail: Parts of the line that asks for replies by mail; "mail" stands for "e-mail" and
            "email" as well.
        decoy: Parts of the label of a field that people are to leave empty and robots fill in.
        writer_name: Words for the writer's name in labels and names of a form's fields.
        writer_mail: The same for the mail address.
        writer_site: The same for the writer's own site.
        numbers: The first numbers as words, separated by spaces, for sums that a form sets.
        sums: What stands between two numbers of a sum, likewise.
        pingback: Labels before a pingback.
        trackback: Labels before a trackback.
        share: Headings and links of boxes for sharing and for related posts.
        anonymous: Names of commenters who give none.
        deleted: What stands where a comment was taken away.
        post_author: Marks of a comment that the post's author wrote.
        unverified: What Drupal puts behind the name of a commenter who has no account.
        by: What stands before the name in a byline.
        published: What a line begins with that says when an article was published.
        changed: The same for its last change.
        months: The months, each with its forms and abbreviations, separated by spaces.
        days: The days of the week, Monday first, likewise.
        joiners: What stands between day and month, day and time, or before a date.
        ago: Relative dates; `{n}` is a number or a word of `one_unit`, `{unit}` a word of `units`.
        about: Relative dates that say they are not exact.
        units: Words for seconds, minutes, hours, days and all longer spans, each group separated by
            spaces and begun with the word for one.
        one_unit: Words that stand for the number one before a unit.
        two_units: Words of `units` that mean two by themselves.
        brief: Abbreviations of the same five groups, glued to their number ("8d").
        days_back: Whole relative dates of today, of yesterday and of the day before.
        relative: Other whole relative dates, which are not certain to the day.
        half_days: Words for before noon and after noon.
        allowed: Parts of the note that tells which HTML tags writers may use.
        part: Lines that number a page or part of an article; `{m}` is how many there are.
        continued: Lines that say from which page an article goes on, or on which.
    """

    code: str
    stop: str
    none: tuple[str, ...]
    one: tuple[str, ...]
    many: tuple[str, ...]
    headings: tuple[str, ...]
    form: tuple[str, ...]
    chrome: tuple[str, ...]
    says: tuple[str, ...]
    reply: tuple[str, ...]
    answers: tuple[str, ...]
    actions: tuple[str, ...]
    mail: tuple[str, ...]
    required: tuple[str, ...]
    held: tuple[str, ...]
    unfold: tuple[str, ...]
    older: tuple[str, ...]
    newer: tuple[str, ...]
    closed: tuple[str, ...]
    preview: tuple[str, ...]
    login: tuple[str, ...]
    reply_mail: tuple[str, ...]
    decoy: tuple[str, ...]
    writer_name: tuple[str, ...]
    writer_mail: tuple[str, ...]
    writer_site: tuple[str, ...]
    numbers: str
    sums: str
    pingback: tuple[str, ...]
    trackback: tuple[str, ...]
    share: tuple[str, ...]
    anonymous: tuple[str, ...]
    deleted: tuple[str, ...]
    post_author: tuple[str, ...]
    unverified: tuple[str, ...]
    by: tuple[str, ...]
    published: tuple[str, ...]
    changed: tuple[str, ...]
    months: tuple[str, ...]
    days: tuple[str, ...]
    joiners: str
    ago: tuple[str, ...]
    about: tuple[str, ...]
    units: tuple[str, str, str, str, str]
    one_unit: str
    days_back: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    relative: tuple[str, ...]
    two_units: str = ""
    brief: tuple[str, str, str, str, str] = ("", "", "", "", "")
    half_days: tuple[str, str] = ("", "")
    allowed: tuple[str, ...] = ()
    part: tuple[str, ...] = ()
    continued: tuple[str, ...] = ()
