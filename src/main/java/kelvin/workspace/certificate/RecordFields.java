package kelvin.workspace.certificate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kelvin.distribution.DrawMode;
import kelvin.engine.Generation;
import kelvin.engine.certificate.Certificate;
import kelvin.inference.StartToken;
import kelvin.workspace.SamplingFormat;
import kelvin.workspace.file.Fields;

/// The members that every record of a generated text has: who made it, the prompt, and the
/// settings. Nothing in a record may be missing, and nothing has a default.
public final class RecordFields {

  private RecordFields() {}

  public static Map<String, Object> made(Certificate.Maker maker) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("program", maker.program());
    fields.put("system", maker.system());
    return fields;
  }

  public static Certificate.Maker maker(Fields made) {
    return new Certificate.Maker(text(made, "program"), text(made, "system"));
  }

  /// @param context its tokens
  public static Map<String, Object> prompt(
      Optional<Certificate.PromptText> text, List<Integer> context) {
    var fields = new LinkedHashMap<String, Object>();
    text.ifPresent(
        prompt -> {
          fields.put("text", prompt.text());
          fields.put("startToken", prompt.startToken().label());
        });
    fields.put("ids", context);
    return fields;
  }

  public static Optional<Certificate.PromptText> promptText(Fields prompt) {
    return prompt.has("text")
        ? Optional.of(
            new Certificate.PromptText(
                text(prompt, "text"),
                choice(prompt, "startToken", List.of(StartToken.values()), StartToken::label)))
        : Optional.empty();
  }

  /// The tokens of a prompt.
  public static List<Integer> ids(Fields prompt) {
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

  public static Map<String, Object> sampling(Generation.Settings settings) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("stages", SamplingFormat.stages(settings.sampling()));
    fields.put("draw", settings.mode().label());
    fields.put("seed", settings.seed());
    fields.put("maxTokens", settings.maxTokens());
    return fields;
  }

  /// @throws IllegalArgumentException naming the stage or setting that makes no sense
  public static Generation.Settings settings(Fields sampling) {
    sampling.get("stages");
    sampling.get("maxTokens");
    return new Generation.Settings(
        SamplingFormat.chain(sampling),
        choice(sampling, "draw", List.of(DrawMode.values()), DrawMode::label),
        whole(sampling, "seed"),
        sampling.count("maxTokens", 0, 0));
  }

  public static Fields needed(Fields fields, String name) {
    fields.get(name);
    return fields.object(name);
  }

  static <T> List<T> needed(Fields fields, String name, Function<Fields, T> read) {
    fields.get(name);
    return fields.objects(name, read);
  }

  public static String text(Fields fields, String name) {
    fields.get(name);
    return fields.text(name, "");
  }

  static long whole(Fields fields, String name) {
    fields.get(name);
    return fields.integer(name, 0);
  }

  static double number(Fields fields, String name) {
    fields.get(name);
    return fields.number(name, 0);
  }

  static <T> T choice(Fields fields, String name, List<T> choices, Function<T, String> label) {
    fields.get(name);
    return fields.choice(name, choices, label, choices.getFirst());
  }
}
