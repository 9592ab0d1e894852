"""What the program keeps: drafts, one readable file each, and the library of opened pages."""
