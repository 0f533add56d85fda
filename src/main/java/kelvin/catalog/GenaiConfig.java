package kelvin.catalog;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kelvin.inference.ModelLoadException;

/// The parts of ONNX Runtime GenAI's `genai_config.json` that Kelvin uses: numbers, the file of
/// the graph, and the names of the graph's inputs and outputs. Its session options and custom
/// operator libraries are ignored.
record GenaiConfig(Path file, ModelJsonFile model) {

  /// The usual names of inputs and outputs, by their keys in this file.
  private static final Map<String, String> USUAL_NAMES =
      Map.ofEntries(
          Map.entry("input_ids", "input_ids"),
          Map.entry("inputs_embeds", "inputs_embeds"),
          Map.entry("attention_mask", "attention_mask"),
          Map.entry("position_ids", "position_ids"),
          Map.entry("past_sequence_length", "past_sequence_length"),
          Map.entry("current_sequence_length", "current_sequence_length"),
          Map.entry("total_sequence_length", "total_sequence_length"),
          Map.entry("past_names", "past_%d"),
          Map.entry("past_key_names", "past_key_values.%d.key"),
          Map.entry("past_value_names", "past_key_values.%d.value"),
          Map.entry("past_conv_names", "past_conv.%d"),
          Map.entry("past_recurrent_names", "past_recurrent.%d"),
          Map.entry("logits", "logits"),
          Map.entry("present_names", "present_%d"),
          Map.entry("present_key_names", "present.%d.key"),
          Map.entry("present_value_names", "present.%d.value"),
          Map.entry("present_conv_names", "present_conv.%d"),
          Map.entry("present_recurrent_names", "present_recurrent.%d"));

  static GenaiConfig read(Path folder) throws ModelLoadException {
    var file = folder.resolve("genai_config.json");
    return new GenaiConfig(file, ModelJsonFile.readIfPresent(file).child("model"));
  }

  /// The usual names of the graph's inputs and outputs, by the names in this graph.
  Map<String, String> usualNames() {
    var names = new HashMap<String, String>();
    var decoder = model.child("decoder");
    for (var part : List.of(decoder.child("inputs"), decoder.child("outputs"))) {
      USUAL_NAMES.forEach(
          (entry, usual) ->
              part.string(entry)
                  .filter(given -> !given.equals(usual))
                  .ifPresent(given -> names.put(given, usual)));
    }
    return names;
  }

  /// The graph that the file names, if it exists.
  ///
  /// @throws ModelLoadException when the path is outside the folder
  Optional<Path> graph() throws ModelLoadException {
    var name = model.child("decoder").string("filename");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    var folder = file.resolveSibling("").toAbsolutePath().normalize();
    try {
      var named = folder.resolve(name.get()).normalize();
      if (!named.startsWith(folder)) {
        throw new ModelLoadException(
            file,
            "it names a graph outside the model's folder (" + name.get() + ").",
            "Kelvin does not follow such paths: put the graph beside this file.");
      }
      var found = file.resolveSibling(folder.relativize(named));
      return Optional.of(found).filter(Files::isRegularFile);
    } catch (InvalidPathException e) {
      throw new ModelLoadException(
          file, "it names a graph with an invalid file name.", "Export the model again.", e);
    }
  }
}
