package kelvin.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds stages of a chain that undo each other.
final class Contradictions {

  private Contradictions() {}

  static List<String> of(SamplerChain chain) {
    var found = new ArrayList<String>();
    singleTokenStage(chain)
        .ifPresent(
            only -> {
              for (var stage : after(chain, only)) {
                if (stage instanceof TruncationStage) {
                  found.add(
                      name(only) + " leaves one token, so " + stage.name() + " does nothing.");
                }
              }
            });
    if (chain.active(StageKind.TEMPERATURE).isPresent()
        && chain.active(StageKind.DYNAMIC_TEMPERATURE).isPresent()) {
      found.add("temperature and dynamic-temperature are both on, so logits are divided twice.");
    }
    chain
        .active(StageKind.XTC)
        .map(Xtc.class::cast)
        .filter(xtc -> xtc.threshold() > 0.5)
        .ifPresent(
            _ ->
                found.add(
                    "xtc needs two tokens that reach its threshold; above 0.5 there cannot "
                        + "be two."));
    if (chain.active(StageKind.MIROSTAT_1).isPresent()
        && chain.active(StageKind.MIROSTAT_2).isPresent()) {
      found.add("mirostat-1 and mirostat-2 are both on and share one state.");
    }
    return List.copyOf(found);
  }

  /// The first stage that leaves one token for any logits, ties aside.
  private static Optional<SamplerStage> singleTokenStage(SamplerChain chain) {
    return chain.active().stream()
        .filter(
            stage ->
                switch (stage) {
                  case TopK(int k, TopK.Ties _, int minKept) -> k == 1 && minKept == 1;
                  case TopP(double p, int minKept) -> p == 0 && minKept == 1;
                  case MinP(double p, int minKept) -> p == 1 && minKept == 1;
                  case Temperature(double temperature) -> temperature == 0;
                  default -> false;
                })
        .findFirst();
  }

  private static List<SamplerStage> after(SamplerChain chain, SamplerStage stage) {
    var active = chain.active();
    return active.subList(active.indexOf(stage) + 1, active.size());
  }

  private static String name(SamplerStage stage) {
    return switch (stage) {
      case TopK _ -> "top-k 1";
      case TopP _ -> "top-p 0";
      case MinP _ -> "min-p 1";
      default -> "temperature 0";
    };
  }
}
