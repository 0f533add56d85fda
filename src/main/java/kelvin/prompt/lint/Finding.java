package kelvin.prompt.lint;

/// A probable mistake in a prompt.
///
/// @param sentence one sentence for the user: the mistake and its consequence
public record Finding(LintRule rule, String sentence, Fix fix) {}
