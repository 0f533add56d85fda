package kelvin.onnx;

import ai.onnxruntime.OrtException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import kelvin.text.Reason;

/// Translates ONNX Runtime's messages into words that tell a user what to do.
final class OrtMessages {

  private static final String RETRY = "Download or export it again.";

  /// Of the place where a run ended; the rest of such a message is a place in a source.
  private static final Pattern OPERATOR =
      Pattern.compile("while running (\\w{1,60}) node\\.(?: Name:'([^'\\p{Cntrl}]{0,80})')?");

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
        .orElseGet(() -> new Explanation(unknown(e), RETRY));
  }

  private static String unknown(OrtException e) {
    return failedOperator(e)
        .map(operator -> "it does not run: " + operator + " fails.")
        .orElseGet(() -> "ONNX Runtime cannot load it" + detail(e));
  }

  static String ofRun(OrtException e) {
    return "The model failed on this prompt"
        + failedOperator(e).map(operator -> ": " + operator + " fails.").orElseGet(() -> detail(e));
  }

  /// The operator at which a run ended.
  private static Optional<String> failedOperator(OrtException e) {
    var found = OPERATOR.matcher(String.valueOf(e.getMessage()));
    if (!found.find()) {
      return Optional.empty();
    }
    var node = found.group(2);
    return Optional.of(
        "its operator "
            + found.group(1)
            + (node == null || node.isEmpty() ? "" : " (node “" + node + "”)"));
  }

  /// The end of a sentence with the runtime's own words, where they are words for users.
  private static String detail(OrtException e) {
    var text =
        String.valueOf(e.getMessage())
            .replaceFirst("^Error code - \\w+ - message: *", "")
            .replaceFirst("^Load model from .* failed: *", "")
            .replaceAll("\\[\\w+Error] *(: *)?", "");
    return Reason.plain(text).map(words -> ": " + words + ".").orElse(".");
  }
}
