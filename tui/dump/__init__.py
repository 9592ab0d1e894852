"""Pages without the screen: text for people and screen readers, Markdown, and JSON for programs.

Nothing that a terminal would act on comes out of here, whatever went in. Each form is a module that
is loaded where it is asked for.
"""
