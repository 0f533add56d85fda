package kelvin.prompt.task;

import java.util.Optional;
import kelvin.prompt.Layout;
import kelvin.prompt.Placeholders;
import kelvin.prompt.ZeroShotTemplate;

/// The texts of a task for each way of composing a prompt.
///
/// @param text a prompt as free text
/// @param zeroShot the task in words
/// @param instruction the text before the examples; may be empty
/// @param layout the layout of the examples
public record TaskTemplates(
    Optional<String> text, Optional<ZeroShotTemplate> zeroShot, String instruction, Layout layout) {

  /// The template of the examples, with the instruction before it, for a prompt that shows none.
  String withoutExamples() {
    // A placeholder in the instruction would be filled; in a prompt with examples it is not.
    boolean plain = !instruction.isEmpty() && !Placeholders.areIn(instruction);
    return (plain ? instruction + layout.separator() : "") + layout.template();
  }
}
