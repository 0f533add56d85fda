package kelvin.inference.chat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A chat template of a model, as its folder has it.
///
/// @param name its name among the templates of the model, usually `default`
/// @param file where it stands
/// @param source the text of the template
public record ChatTemplate(String name, Path file, String source) {

  /// The name of a template that has none in the files.
  public static final String DEFAULT = "default";

  /// The name of the template that is taken when there are tools.
  public static final String FOR_TOOLS = "tool_use";

  /// The names under which templates ask if the model is to think first.
  private static final List<String> THINKING = List.of("enable_thinking", "thinking");

  /// The variable that switches thinking on and off; empty if the template reads none.
  public Optional<String> thinkingSwitch() {
    return THINKING.stream().filter(this::reads).findFirst();
  }

  /// True if the template reads the list of tools.
  public boolean readsTools() {
    return reads("tools");
  }

  /// True if the template can leave out what begins the answer of the model.
  public boolean beginsAnswers() {
    return reads("add_generation_prompt");
  }

  /// True if a name stands in the template as a variable does: not in quotes, and not as a part of
  /// something.
  private boolean reads(String name) {
    return Pattern.compile("(?<![\\w.'\"])" + name + "(?![\\w'\"])").matcher(source).find();
  }
}
