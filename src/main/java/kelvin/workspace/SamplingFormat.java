package kelvin.workspace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kelvin.distribution.DrawMode;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.SamplerPreset;
import kelvin.distribution.StageRecord;
import kelvin.distribution.arrangement.MainStages;
import kelvin.workspace.file.Fields;
import kelvin.workspace.file.JsonNumbers;

/// Reads and writes the member `sampling` of a session. A stage has the form that `kelvin
/// --sampler-file` reads. Certificates hold stages in the same form.
public final class SamplingFormat {

  private static final Set<String> NO_SETTINGS = Set.of("stage", "on");
  private static final long DEFAULT_SEED = 42;

  private SamplingFormat() {}

  static Map<String, Object> write(SamplingSettings sampling) {
    var fields = write(sampling.preset(), sampling.chain());
    fields.put("seed", sampling.seed());
    fields.put("draw", sampling.mode().label());
    return fields;
  }

  /// The members of a chain alone.
  static Map<String, Object> write(SamplerPreset preset, SamplerChain chain) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("preset", preset.label());
    fields.put("stages", stages(chain));
    return fields;
  }

  /// The list of the stages of a chain.
  public static List<Map<String, Object>> stages(SamplerChain chain) {
    return StageRecord.of(chain).stream().map(stage -> write(stage)).toList();
  }

  private static Map<String, Object> write(StageRecord stage) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("stage", stage.stage());
    fields.put("on", stage.on());
    // A fixed order makes two files of the same work identical.
    new TreeMap<>(stage.settings()).forEach((name, value) -> fields.put(name, plain(value)));
    return fields;
  }

  private static Object plain(Object value) {
    return switch (value) {
      case Double number -> JsonNumbers.of(number);
      case List<?> list -> list.stream().map(SamplingFormat::plain).toList();
      case Map<?, ?> map -> {
        var members = new TreeMap<String, Object>();
        map.forEach((name, each) -> members.put(String.valueOf(name), plain(each)));
        yield members;
      }
      default -> value;
    };
  }

  static SamplingSettings read(Fields fields) {
    return new SamplingSettings(
        chain(fields),
        preset(fields),
        fields.integer("seed", DEFAULT_SEED),
        fields.choice("draw", List.of(DrawMode.values()), DrawMode::label, DrawMode.INVERSE_CDF));
  }

  static SamplerPreset preset(Fields fields) {
    return fields.choice(
        "preset",
        List.of(SamplerPreset.values()),
        SamplerPreset::label,
        SamplerPreset.HUGGING_FACE);
  }

  /// The chain of the member `stages`, or of a preset without it. An empty list is a choice of the
  /// user: all stages were removed.
  ///
  /// @throws IllegalArgumentException naming the stage or setting that makes no sense
  public static SamplerChain chain(Fields fields) {
    return fields.has("stages")
        ? StageRecord.chain(fields.objects("stages", SamplingFormat::stage))
        : MainStages.of(preset(fields));
  }

  private static StageRecord stage(Fields fields) {
    return new StageRecord(
        String.valueOf(fields.get("stage")), fields.bool("on", true), fields.without(NO_SETTINGS));
  }
}
