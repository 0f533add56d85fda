package kelvin.workspace.tuning;

import kelvin.experiment.tuning.Head;

/// A head with what it was fitted to.
///
/// @param l2 the penalty of the fit
/// @param template the prompt, with `{x}` in the place of the input
/// @param startToken the word of `StartToken` for the prompts
/// @param base the name of the model whose features it takes
/// @param data the name of the data set
public record KeptHead(
    Head head, double l2, String template, String startToken, String base, String data) {}
