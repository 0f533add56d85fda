package kelvin.inference.chat;

import java.nio.file.Path;

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
}
