"""The general finder: comments in markup that no module knows, by what all threads have in common.

A thread is a repeated element; each repetition has a date, a reply button or a name of its own, and
some words; and something around it says that these are comments.

`gate` tells in a moment that a page has none. `anchors` finds dates and `buttons` the buttons;
`groups` are the elements that repeat around them. `surface` holds what is asked of the page as a
whole, `prospects` tells where nothing speaks of comments at all, and `evidence` weighs what the
elements are. `alike` adds comments without a date, `runs`
what follows a line about a comment; `parts` says where names and words are, `ids` and `parents`
what each answers, and `finder` puts them together.
"""
