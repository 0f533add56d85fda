package kelvin.cli.output;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.Tokenizer;

/// The answer of `inspect` for people.
public final class ModelText {

  private final PrintWriter out;
  private final ModelDescriptor descriptor;
  private final Tokenizer tokenizer;

  public ModelText(PrintWriter out, LoadedModel loaded) {
    this.out = out;
    descriptor = loaded.descriptor();
    tokenizer = loaded.tokenizer();
  }

  public void print() {
    var facts = new TextTable(TextTable.Column.left(descriptor.name()), TextTable.Column.left(""));
    facts.row("folder", descriptor.folder().toString());
    facts.row("architecture", descriptor.architecture().orElse("unknown"));
    facts.row("precision", descriptor.precision());
    facts.row("parameters", Words.count(descriptor.parameterCount()));
    var context = descriptor.contextLength();
    facts.row("context", context.isPresent() ? Words.tokens(context.getAsInt()) : "no limit given");
    facts.row("vocabulary", Words.tokens(tokenizer.vocabulary().size()));
    facts.row("logits", Words.count(descriptor.logitCount()));
    facts.row("start tokens", tokens(tokenizer.startTokens()));
    facts.row("end of text", tokens(descriptor.endOfTextIds()));
    facts.row("KV cache", descriptor.cache().title());
    facts.print(out);
    printFiles();
    printTensors("input", descriptor.inputs());
    printTensors("output", descriptor.outputs());
    printProbes();
    for (var warning : descriptor.warnings()) {
      out.println();
      out.println("warning: " + warning);
    }
  }

  private String tokens(List<Integer> ids) {
    return ids.isEmpty()
        ? "none"
        : ids.stream()
            .map(id -> tokenizer.vocabulary().visibleText(id) + " (" + id + ")")
            .collect(Collectors.joining(", "));
  }

  private void printFiles() {
    var table = new TextTable(TextTable.Column.left("file"), TextTable.Column.right("bytes"));
    var folder = absolute(descriptor.folder());
    for (var file : descriptor.files()) {
      var name = folder.relativize(absolute(file.path()));
      table.row(name.toString(), Words.count(file.size()));
    }
    out.println();
    table.print(out);
  }

  /// Files of weights have absolute paths even when the folder was given by a relative one.
  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private void printTensors(String kind, List<ModelDescriptor.GraphTensor> tensors) {
    var table =
        new TextTable(
            TextTable.Column.left(kind),
            TextTable.Column.left("role"),
            TextTable.Column.left("type"),
            TextTable.Column.left("shape"));
    for (var tensor : tensors) {
      table.row(tensor.name(), tensor.role(), tensor.type(), tensor.shape());
    }
    out.println();
    table.print(out);
  }

  private void printProbes() {
    var table =
        new TextTable(
            TextTable.Column.left("load probe"),
            TextTable.Column.left("outcome"),
            TextTable.Column.right("largest |Δlogit|"),
            TextTable.Column.left("question"));
    for (var probe : descriptor.probes()) {
      table.row(
          probe.name(),
          probe.passed() ? "passed" : "failed",
          Double.isNaN(probe.largestDifference())
              ? ""
              : String.format(Locale.ROOT, "%.1e", probe.largestDifference()),
          probe.question());
    }
    out.println();
    table.print(out);
  }
}
