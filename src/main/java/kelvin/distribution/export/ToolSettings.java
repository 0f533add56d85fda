package kelvin.distribution.export;

import java.util.List;

/// A chain written as code or as a command line of another tool.
///
/// @param code the text to copy
/// @param differences what the tool does differently or cannot do, each as a sentence
public record ToolSettings(String code, List<String> differences) {

  public ToolSettings {
    differences = List.copyOf(differences);
  }
}
