"""Other programs of the user's system: commands, the editor, the clipboard's tools."""
