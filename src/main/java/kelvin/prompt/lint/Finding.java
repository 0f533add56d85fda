package kelvin.prompt.lint;

/// Something that is probably wrong with a prompt.
///
/// @param sentence one, for the user: what it is and why it matters
public record Finding(LintRule rule, String sentence, Fix fix) {}
