package kelvin.distribution.export;

import java.util.List;

/// A chain as the code or the command line of another tool.
///
/// @param code to be copied
/// @param differences what the tool does otherwise or cannot do, each as a sentence
public record ToolSettings(String code, List<String> differences) {

  public ToolSettings {
    differences = List.copyOf(differences);
  }
}
