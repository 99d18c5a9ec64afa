"""The variables of the environment that are ours."""

HOME = "BREACH_WIZARD_HOME"
"""A folder in which all is kept, in place of the platform's own."""
GUIDANCE = "BREACH_WIZARD_GUIDANCE"
"""A folder of a body's own guidance."""
REGISTER = "BREACH_WIZARD_REGISTER"
"""The file of the register, or the address of its server."""
