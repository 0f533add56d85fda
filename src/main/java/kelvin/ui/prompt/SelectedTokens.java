package kelvin.ui.prompt;

import kelvin.text.IndexRange;

/// The selected tokens of the context.
///
/// @param positions the positions of the tokens
/// @param cut whether the selection covers only a part of the first or the last token
record SelectedTokens(IndexRange positions, boolean cut) {}
