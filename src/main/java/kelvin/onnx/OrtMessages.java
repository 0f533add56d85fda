package kelvin.onnx;

import ai.onnxruntime.OrtException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Translates ONNX Runtime's messages into words that tell a user what to do.
final class OrtMessages {

  private static final String RETRY = "Download or export it again.";

  /// Part of a runtime message, with its meaning and the remedy.
  private record Meaning(String fragment, String reason, String remedy) {}

  private static final List<Meaning> MEANINGS =
      List.of(
          new Meaning("protobuf parsing failed", "the file is damaged or cut off.", RETRY),
          new Meaning("missing opset in the model", "the file is damaged or cut off.", RETRY),
          // A message about such a path also has the words of a missing file.
          new Meaning(
              "escapes model directory",
              "it refers to weights outside its own folder.",
              "Kelvin does not follow such paths: export the model again."),
          new Meaning(
              "external data path",
              "a file with its weights is missing.",
              "Put all .onnx_data (or .data) files of the model next to it."),
          new Meaning(
              "external initializer",
              "a file with its weights is shorter than the graph says.",
              RETRY),
          new Meaning(
              "unsupported model ir version",
              "it is written in a newer version of ONNX than this runtime supports.",
              "Export it with an older opset, or update Kelvin."),
          new Meaning(
              "under development",
              "it is written in a newer version of ONNX than this runtime supports.",
              "Export it with an older opset, or update Kelvin."),
          new Meaning(
              "is not a registered function/op",
              "it uses an operator that ONNX Runtime does not have.",
              "Export it without custom operators."),
          new Meaning(
              "no op registered for",
              "it uses an operator that ONNX Runtime does not have.",
              "Export it without custom operators."),
          new Meaning(
              "no opset import for domain",
              "it uses operators of an unknown domain.",
              "Export it without custom operators."),
          new Meaning(
              "could not find an implementation",
              "it uses a number format that has no kernels on this machine's CPU.",
              "Use the fp32, int8 or q4 version of the model."));

  private OrtMessages() {}

  /// The explanation of a failed load: a reason and a remedy.
  record Explanation(String reason, String remedy) {}

  static Explanation ofLoad(OrtException e, Path graph) {
    if (graph.toString().codePoints().anyMatch(Character::isSupplementaryCodePoint)) {
      return new Explanation(
          "ONNX Runtime does not open files with an emoji or another rare character in their path.",
          "Rename the folder.");
    }
    var text = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return MEANINGS.stream()
        .filter(meaning -> text.contains(meaning.fragment()))
        .findFirst()
        .map(meaning -> new Explanation(meaning.reason(), meaning.remedy()))
        .orElseGet(() -> new Explanation("ONNX Runtime cannot load it: " + detail(e) + ".", RETRY));
  }

  static String ofRun(OrtException e) {
    return "The model failed on this prompt: " + detail(e) + ".";
  }

  private static String detail(OrtException e) {
    var line = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    line = line.replaceFirst("^Error code - \\w+ - message: ", "").strip();
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }
}
