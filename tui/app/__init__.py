"""The screen: a Textual application over the layers below."""
