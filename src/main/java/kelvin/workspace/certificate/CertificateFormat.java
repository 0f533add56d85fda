package kelvin.workspace.certificate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kelvin.engine.GeneratedStep;
import kelvin.engine.Generation;
import kelvin.engine.certificate.Certificate;
import kelvin.engine.certificate.ModelIdentity;
import kelvin.engine.replay.RecordedPath;
import kelvin.text.Sha256;
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
    fields.put("made", RecordFields.made(certificate.maker()));
    fields.put("model", model(certificate.model()));
    fields.put("prompt", RecordFields.prompt(certificate.prompt(), certificate.path().context()));
    fields.put("sampling", RecordFields.sampling(certificate.path().settings()));
    fields.put(
        "steps",
        IntStream.range(0, certificate.rows().size())
            .mapToObj(i -> step(certificate.path().steps().get(i), certificate.rows().get(i)))
            .toList());
    fields.put("text", certificate.text());
    fields.put("stop", certificate.stop().label());
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
    var made = RecordFields.needed(fields, "made");
    var prompt = RecordFields.needed(fields, "prompt");
    var steps = RecordFields.needed(fields, "steps", CertificateFormat::step);
    var path =
        new RecordedPath(
            RecordFields.ids(prompt),
            RecordFields.settings(RecordFields.needed(fields, "sampling")),
            IntStream.range(0, steps.size()).mapToObj(i -> numbered(steps.get(i), i)).toList());
    return new Certificate(
        RecordFields.maker(made),
        model(RecordFields.needed(fields, "model")),
        RecordFields.promptText(prompt),
        path,
        steps.stream().map(ReadStep::row).toList(),
        RecordFields.text(fields, "text"),
        RecordFields.choice(fields, "stop", STOPS, Generation.Stop::label));
  }

  private static ModelIdentity model(Fields fields) {
    return new ModelIdentity(
        RecordFields.text(fields, "name"),
        RecordFields.needed(
            fields,
            "files",
            file ->
                new ModelIdentity.HashedFile(
                    RecordFields.text(file, "name"),
                    RecordFields.whole(file, "bytes"),
                    RecordFields.text(file, "sha256"))),
        RecordFields.text(fields, "vocabulary"));
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
            RecordFields.number(fields, "probability"),
            RecordFields.number(fields, "finalProbability"),
            fields.count("rank", 1, 1),
            RecordFields.number(fields, "u"),
            RecordFields.number(fields, "entropy"),
            fields.count("keptCount", 1, 1)),
        RecordFields.text(fields, "logits"));
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
}
