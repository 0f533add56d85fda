package kelvin.inference.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kelvin.inference.ModelDescriptor;
import kelvin.text.Count;
import kelvin.text.MarkupTable;
import kelvin.text.MarkupTable.Column;
import kelvin.text.MarkupTable.Kind;
import kelvin.text.Vocabulary;

/// The facts about a model, in the tables that people read: `kelvin inspect` and the window
/// show the same ones.
///
/// @param facts a name and a value in each row
/// @param tables the files, the inputs, the outputs and the runs that were compared
public record ModelReport(
    String name, MarkupTable facts, List<MarkupTable> tables, List<String> warnings) {

  public ModelReport {
    tables = List.copyOf(tables);
    warnings = List.copyOf(warnings);
  }

  public static ModelReport of(ModelFacts model) {
    var descriptor = model.descriptor();
    return new ModelReport(
        descriptor.name(),
        facts(model),
        List.of(
            files(descriptor),
            tensors("input", descriptor.inputs()),
            tensors("output", descriptor.outputs()),
            probes(descriptor)),
        descriptor.warnings());
  }

  private static MarkupTable facts(ModelFacts model) {
    var descriptor = model.descriptor();
    var vocabulary = model.vocabulary();
    var context = descriptor.contextLength();
    return new MarkupTable(
        List.of(new Column(descriptor.name(), Kind.WORDS), new Column("", Kind.WORDS)),
        List.of(
            List.of("folder", descriptor.folder().toString()),
            List.of("architecture", descriptor.architecture().orElse("unknown")),
            List.of("precision", descriptor.precision()),
            List.of(
                "parameters",
                descriptor.parameterCount() == 0
                    ? "not known"
                    : Count.of(descriptor.parameterCount())),
            List.of(
                "context",
                context.isPresent() ? Count.tokens(context.getAsInt()) : "no limit given"),
            List.of("vocabulary", Count.tokens(vocabulary.size())),
            List.of("logits", Count.of(descriptor.logitCount())),
            List.of("start tokens", tokens(model.startTokens(), vocabulary)),
            List.of("end of text", tokens(descriptor.endOfTextIds(), vocabulary)),
            List.of("KV cache", descriptor.cache().title())));
  }

  private static String tokens(List<Integer> ids, Vocabulary vocabulary) {
    return ids.isEmpty()
        ? "none"
        : ids.stream()
            .map(id -> vocabulary.visibleText(id) + " (" + id + ")")
            .collect(Collectors.joining(", "));
  }

  private static MarkupTable files(ModelDescriptor descriptor) {
    var folder = absolute(descriptor.folder());
    return new MarkupTable(
        List.of(new Column("file", Kind.CODE), new Column("bytes", Kind.NUMBER)),
        descriptor.files().stream()
            .map(
                file ->
                    List.of(
                        folder.relativize(absolute(file.path())).toString(), Count.of(file.size())))
            .toList());
  }

  /// Files of weights have absolute paths even when the folder was given by a relative one.
  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static MarkupTable tensors(String kind, List<ModelDescriptor.GraphTensor> tensors) {
    return new MarkupTable(
        List.of(
            new Column(kind, Kind.CODE),
            new Column("role", Kind.WORDS),
            new Column("type", Kind.CODE),
            new Column("shape", Kind.CODE)),
        tensors.stream()
            .map(tensor -> List.of(tensor.name(), tensor.role(), tensor.type(), tensor.shape()))
            .toList());
  }

  private static MarkupTable probes(ModelDescriptor descriptor) {
    return new MarkupTable(
        List.of(
            new Column("load probe", Kind.WORDS),
            new Column("outcome", Kind.WORDS),
            new Column("largest |Δlogit|", Kind.NUMBER),
            new Column("question", Kind.WORDS)),
        descriptor.probes().stream()
            .map(
                probe ->
                    List.of(
                        probe.name(),
                        probe.passed() ? "passed" : "failed",
                        difference(probe.largestDifference()),
                        probe.question()))
            .toList());
  }

  private static String difference(double largest) {
    return Double.isNaN(largest) ? "" : String.format(Locale.ROOT, "%.1e", largest);
  }

  /// The whole report as Markdown.
  public String markdown() {
    var parts = new ArrayList<String>();
    parts.add(facts.markdown());
    tables.forEach(table -> parts.add(table.markdown()));
    warnings.forEach(warning -> parts.add("> Warning: " + warning + "\n"));
    return String.join("\n", parts);
  }
}
