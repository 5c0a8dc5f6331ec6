"""Who the parties of an act are: named in its sentence, or carried over by a named rule."""
