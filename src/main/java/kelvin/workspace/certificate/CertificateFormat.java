package kelvin.workspace.certificate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import kelvin.distribution.DrawMode;
import kelvin.engine.GeneratedStep;
import kelvin.engine.Generation;
import kelvin.engine.certificate.Certificate;
import kelvin.engine.certificate.ModelIdentity;
import kelvin.engine.replay.RecordedPath;
import kelvin.inference.StartToken;
import kelvin.text.Sha256;
import kelvin.workspace.SamplingFormat;
import kelvin.workspace.file.DamagedException;
import kelvin.workspace.file.Fields;
import kelvin.workspace.file.JsonNumbers;
import kelvin.workspace.file.JsonText;
import kelvin.workspace.file.Migrations;

/// Turns a certificate into a JSON document and back. The document ends with the hash of all before
/// it, so that a changed file is noticed.
final class CertificateFormat {

  private static final Migrations MIGRATIONS = new Migrations("kelvin-certificate", 1, List.of());

  private static final List<Generation.Stop> STOPS = List.of(Generation.Stop.values());

  private CertificateFormat() {}

  static byte[] bytes(Certificate certificate) {
    var document = document(certificate);
    document.put("digest", "sha256:" + Sha256.of(JsonText.bytes(document)));
    return JsonText.bytes(document);
  }

  private static Map<String, Object> document(Certificate certificate) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("format", MIGRATIONS.format());
    fields.put("version", MIGRATIONS.current());
    fields.put("made", made(certificate.maker()));
    fields.put("model", model(certificate.model()));
    fields.put("prompt", prompt(certificate));
    fields.put("sampling", sampling(certificate.path().settings()));
    fields.put(
        "steps",
        IntStream.range(0, certificate.rows().size())
            .mapToObj(i -> step(certificate.path().steps().get(i), certificate.rows().get(i)))
            .toList());
    fields.put("text", certificate.text());
    fields.put("stop", certificate.stop().label());
    return fields;
  }

  private static Map<String, Object> made(Certificate.Maker maker) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("program", maker.program());
    fields.put("system", maker.system());
    return fields;
  }

  private static Map<String, Object> model(ModelIdentity model) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("name", model.name());
    fields.put("files", model.files().stream().map(CertificateFormat::file).toList());
    fields.put("vocabulary", model.vocabulary());
    return fields;
  }

  private static Map<String, Object> file(ModelIdentity.HashedFile file) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("name", file.name());
    fields.put("bytes", file.bytes());
    fields.put("sha256", file.sha256());
    return fields;
  }

  private static Map<String, Object> prompt(Certificate certificate) {
    var fields = new LinkedHashMap<String, Object>();
    certificate
        .prompt()
        .ifPresent(
            prompt -> {
              fields.put("text", prompt.text());
              fields.put("startToken", prompt.startToken().label());
            });
    fields.put("ids", certificate.path().context());
    return fields;
  }

  private static Map<String, Object> sampling(Generation.Settings settings) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("stages", SamplingFormat.stages(settings.sampling()));
    fields.put("draw", settings.mode().label());
    fields.put("seed", settings.seed());
    fields.put("maxTokens", settings.maxTokens());
    return fields;
  }

  private static Map<String, Object> step(GeneratedStep step, String row) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("id", step.id());
    fields.put("u", JsonNumbers.of(step.u()));
    fields.put("rank", step.rank());
    fields.put("probability", step.probability());
    fields.put("finalProbability", step.finalProbability());
    fields.put("entropy", step.entropy());
    fields.put("keptCount", step.keptCount());
    fields.put("logits", row);
    return fields;
  }

  /// @throws DamagedException with a sentence for the user
  static Certificate read(Map<String, ?> document) {
    try {
      return certificate(Fields.of(MIGRATIONS.toCurrent(document)));
    } catch (IllegalArgumentException e) {
      // A record rejected its values and says why in a sentence.
      throw new DamagedException("it holds what makes no sense: " + e.getMessage() + ".");
    }
  }

  private static Certificate certificate(Fields fields) {
    var made = needed(fields, "made");
    var prompt = needed(fields, "prompt");
    var steps = needed(fields, "steps", CertificateFormat::step);
    var path =
        new RecordedPath(
            ids(prompt),
            settings(needed(fields, "sampling")),
            IntStream.range(0, steps.size()).mapToObj(i -> numbered(steps.get(i), i)).toList());
    return new Certificate(
        new Certificate.Maker(text(made, "program"), text(made, "system")),
        model(needed(fields, "model")),
        promptText(prompt),
        path,
        steps.stream().map(ReadStep::row).toList(),
        text(fields, "text"),
        choice(fields, "stop", STOPS, Generation.Stop::label));
  }

  private static ModelIdentity model(Fields fields) {
    return new ModelIdentity(
        text(fields, "name"),
        needed(
            fields,
            "files",
            file ->
                new ModelIdentity.HashedFile(
                    text(file, "name"), whole(file, "bytes"), text(file, "sha256"))),
        text(fields, "vocabulary"));
  }

  private static Optional<Certificate.PromptText> promptText(Fields prompt) {
    return prompt.has("text")
        ? Optional.of(
            new Certificate.PromptText(
                text(prompt, "text"),
                choice(prompt, "startToken", List.of(StartToken.values()), StartToken::label)))
        : Optional.empty();
  }

  private static List<Integer> ids(Fields prompt) {
    prompt.get("ids");
    return prompt.list("ids").stream()
        .map(
            id -> {
              if (id instanceof Long number && number >= 0 && number <= Integer.MAX_VALUE) {
                return number.intValue();
              }
              throw prompt.wrong("ids", "a list of token ids", id);
            })
        .toList();
  }

  private static Generation.Settings settings(Fields sampling) {
    sampling.get("stages");
    sampling.get("maxTokens");
    return new Generation.Settings(
        SamplingFormat.chain(sampling),
        choice(sampling, "draw", List.of(DrawMode.values()), DrawMode::label),
        whole(sampling, "seed"),
        sampling.count("maxTokens", 0, 0));
  }

  /// @param step numbered 0
  private record ReadStep(GeneratedStep step, String row) {}

  private static ReadStep step(Fields fields) {
    for (var name : List.of("id", "rank", "keptCount")) {
      fields.get(name);
    }
    return new ReadStep(
        new GeneratedStep(
            0,
            fields.count("id", 0, 0),
            number(fields, "probability"),
            number(fields, "finalProbability"),
            fields.count("rank", 1, 1),
            number(fields, "u"),
            number(fields, "entropy"),
            fields.count("keptCount", 1, 1)),
        text(fields, "logits"));
  }

  private static GeneratedStep numbered(ReadStep read, int number) {
    var step = read.step();
    return new GeneratedStep(
        number,
        step.id(),
        step.probability(),
        step.finalProbability(),
        step.rank(),
        step.u(),
        step.entropy(),
        step.keptCount());
  }

  // Nothing in a certificate may be missing, and nothing has a default.

  private static Fields needed(Fields fields, String name) {
    fields.get(name);
    return fields.object(name);
  }

  private static <T> List<T> needed(Fields fields, String name, Function<Fields, T> read) {
    fields.get(name);
    return fields.objects(name, read);
  }

  private static String text(Fields fields, String name) {
    fields.get(name);
    return fields.text(name, "");
  }

  private static long whole(Fields fields, String name) {
    fields.get(name);
    return fields.integer(name, 0);
  }

  private static double number(Fields fields, String name) {
    fields.get(name);
    return fields.number(name, 0);
  }

  private static <T> T choice(
      Fields fields, String name, List<T> choices, Function<T, String> label) {
    fields.get(name);
    return fields.choice(name, choices, label, choices.getFirst());
  }
}
