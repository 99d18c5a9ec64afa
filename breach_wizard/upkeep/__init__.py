"""For those who look after a body's own guidance: what is wrong in it, what of it is old, and where to begin."""
