package kelvin.distribution;

import java.util.List;
import java.util.Map;

/// One entry of a chain as a file stores it.
///
/// @param stage the name, such as `top-p`
/// @param settings by name: `Number`, `String`, `Boolean`, and `List` and `Map` of them
public record StageRecord(String stage, boolean on, Map<String, ?> settings) {

  public static List<StageRecord> of(SamplerChain chain) {
    return chain.entries().stream()
        .map(entry -> new StageRecord(entry.stage().name(), entry.on(), entry.stage().settings()))
        .toList();
  }

  /// @throws IllegalArgumentException naming the stage or setting that makes no sense
  public static SamplerChain chain(List<StageRecord> records) {
    return new SamplerChain(
        records.stream()
            .map(
                record ->
                    new SamplerChain.Entry(
                        StageKind.of(record.stage).read(record.settings), record.on))
            .toList());
  }
}
