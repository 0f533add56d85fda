package kelvin.workspace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import kelvin.display.BarScale;
import kelvin.display.ProbabilityScale;
import kelvin.display.Shading;
import kelvin.engine.label.Normalization;
import kelvin.prompt.Spellings;
import kelvin.workspace.file.DamagedException;
import kelvin.workspace.file.Fields;
import kelvin.workspace.file.Migrations;
import kelvin.workspace.token.ModelReference;
import kelvin.workspace.token.TokensFormat;

/// Reads and writes a session as JSON data; `docs/session-format.md` describes every field.
final class SessionFormat {

  /// The version of the schema that this program writes. A change that an older reader would
  /// misread needs the next number and a step in `MIGRATIONS`.
  static final int VERSION = 2;

  private static final String FORMAT = "kelvin-session";
  private static final Migrations MIGRATIONS =
      new Migrations(FORMAT, VERSION, List.of(SessionFormat::withZeroShot));

  private static final Set<String> KNOWN =
      Set.of(
          "format",
          "version",
          "model",
          "prompt",
          "labels",
          "task",
          "sampling",
          "generated",
          "putAside",
          "results",
          "view",
          PathsFormat.MEMBER,
          ComparisonFormat.MEMBER,
          ComparisonFormat.PROMPT_OF_B);

  private SessionFormat() {}

  static Map<String, Object> write(Session session) {
    var document = new LinkedHashMap<String, Object>();
    document.put("format", FORMAT);
    document.put("version", VERSION);
    session.model().ifPresent(model -> document.put("model", TokensFormat.write(model)));
    var work = session.work();
    document.put("prompt", PromptFormat.write(work.prompt()));
    document.put("labels", write(work.labels()));
    document.put("task", TaskFormat.write(work.task()));
    document.put("sampling", SamplingFormat.write(work.sampling()));
    document.put("generated", TokensFormat.write(work.continuation()));
    document.put("putAside", session.setAside().stream().map(TokensFormat::write).toList());
    document.put("results", session.results().stream().map(ResultFormat::write).toList());
    document.put("view", write(session.viewSettings()));
    ComparisonFormat.write(work.comparison(), document);
    PathsFormat.write(work.paths(), document);
    // A fixed order makes two files of the same work identical.
    new TreeMap<>(session.other()).forEach(document::putIfAbsent);
    return document;
  }

  /// @throws DamagedException with a sentence for the user
  static Session read(Map<String, ?> document) {
    try {
      return session(Fields.of(MIGRATIONS.toCurrent(document)));
    } catch (IllegalArgumentException e) {
      // A record rejected its values and says why in a sentence.
      throw new DamagedException("it holds what makes no sense: " + e.getMessage() + ".");
    }
  }

  /// Turns a zero-shot prompt into typed text. Version 1 had no editor for zero-shot prompts.
  private static Map<String, Object> withZeroShot(Map<String, Object> one) {
    var two = new LinkedHashMap<>(one);
    // In version 1 a member of this name came from another program.
    two.remove("task");
    if (two.get("prompt") instanceof Map<?, ?> prompt && "zero-shot".equals(prompt.get("way"))) {
      var typed = new LinkedHashMap<Object, Object>(prompt);
      typed.put("way", "text");
      two.put("prompt", typed);
    }
    return two;
  }

  private static Session session(Fields fields) {
    var labels = labels(fields.object("labels"));
    var withoutPaths =
        new Work(
            PromptFormat.read(fields.object("prompt"), labels.labels()),
            labels,
            SamplingFormat.read(fields.object("sampling")),
            TokensFormat.continuation(fields.object("generated")),
            TaskFormat.read(fields.object("task")),
            ComparisonFormat.read(fields));
    var work = withoutPaths.withPaths(PathsFormat.read(fields));
    Optional<ModelReference> model = fields.optionalObject("model").map(TokensFormat::model);
    return new Session(
        work,
        fields.objects("putAside", TokensFormat::branch),
        fields.objects("results", ResultFormat::read),
        viewSettings(fields.object("view")),
        model,
        fields.without(KNOWN));
  }

  private static Map<String, Object> write(LabelSettings labels) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("labels", labels.labels().stream().map(SessionFormat::label).toList());
    labels.answer().ifPresent(answer -> fields.put("answer", label(answer)));
    fields.put("closed", labels.closed());
    fields.put("normalization", labels.normalization().label());
    fields.put("contentFree", labels.contentFree());
    return fields;
  }

  /// A label with one spelling is a text, as in files of before; one with several is a list.
  private static Object label(String label) {
    var spellings = Spellings.of(label);
    return spellings.size() == 1 ? spellings.getFirst() : spellings;
  }

  private static List<String> spelled(Fields fields) {
    return fields.textsOrLists("labels").stream().map(Spellings::join).toList();
  }

  /// A right answer with one spelling may be one of a label's.
  private static String right(List<String> labels, List<String> answer) {
    return answer.size() == 1
        ? Spellings.find(labels, answer.getFirst()).orElseGet(() -> Spellings.join(answer))
        : Spellings.join(answer);
  }

  private static LabelSettings labels(Fields fields) {
    var labels = spelled(fields);
    return new LabelSettings(
        labels,
        fields.textOrList("answer").map(right -> right(labels, right)),
        fields.bool("closed", false),
        // A rule that this version does not know becomes the log-likelihood without normalisation.
        fields.known("normalization", Normalization.ALL).orElse(Normalization.NONE),
        fields.texts("contentFree"));
  }

  private static Map<String, Object> write(ViewSettings viewSettings) {
    var view = new LinkedHashMap<String, Object>();
    viewSettings.position().ifPresent(position -> view.put("position", position));
    view.put("barScale", Fields.word(viewSettings.barScale()));
    view.put("shading", Fields.word(viewSettings.shading()));
    var scales = viewSettings.probabilities();
    scales.film().ifPresent(scale -> view.put("filmScale", scale.label()));
    scales.sweep().ifPresent(scale -> view.put("sweepScale", scale.label()));
    view.put("watched", viewSettings.watched());
    return view;
  }

  private static ViewSettings viewSettings(Fields fields) {
    return new ViewSettings(
        fields.has("position")
            ? OptionalInt.of(fields.count("position", 0, 0))
            : OptionalInt.empty(),
        fields.known("barScale", BarScale.ALL),
        fields.known("shading", Shading.ALL),
        new ViewSettings.Probabilities(
            fields.known("filmScale", ProbabilityScale.ALL),
            fields.known("sweepScale", ProbabilityScale.ALL)),
        fields.textLists("watched"));
  }
}
