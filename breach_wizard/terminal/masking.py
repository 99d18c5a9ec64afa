"""Shows a text field's hostile signs as harmless ones. The text itself stays as it is, for its writer to edit."""

from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput

from breach_wizard.terminal.visible import in_place


class Masked(Processor):
    """Shows one harmless character for each that a terminal would obey or that would turn the line around."""

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """Return the line; each place in it is the same as before."""
        shown: StyleAndTextTuples = [(style, in_place(part)) for style, part, *_ in transformation_input.fragments]
        return Transformation(shown)
