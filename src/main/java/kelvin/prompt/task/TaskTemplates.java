package kelvin.prompt.task;

import java.util.Optional;
import kelvin.prompt.Layout;
import kelvin.prompt.ZeroShotTemplate;

/// The ways in which a task is put into words.
///
/// @param text a prompt as it is
/// @param zeroShot the task in words
/// @param instruction stands before the examples; may be empty
/// @param layout of the examples
public record TaskTemplates(
    Optional<String> text,
    Optional<ZeroShotTemplate> zeroShot,
    String instruction,
    Layout layout) {}
