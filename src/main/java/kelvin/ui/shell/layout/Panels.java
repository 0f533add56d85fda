package kelvin.ui.shell.layout;

import javafx.scene.Node;
import kelvin.ui.prompt.PromptView;

/// The panels of the playground.
///
/// @param watch the watched tokens, which stand below the prompt
/// @param distribution the panel in the middle
/// @param generation the strip below the others
public record Panels(
    PromptView prompt, Node watch, Node distribution, Node sampling, Node generation) {}
