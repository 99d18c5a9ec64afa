"""Reading reports back: each module has ``read(bytes) -> Imported``, and drops nothing."""
