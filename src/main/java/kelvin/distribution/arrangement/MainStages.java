package kelvin.distribution.arrangement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kelvin.distribution.DynamicTemperature;
import kelvin.distribution.LogitTransform;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.SamplerPreset;
import kelvin.distribution.SamplerStage;
import kelvin.distribution.StageKind;
import kelvin.distribution.Temperature;
import kelvin.distribution.TopK;

/// Arranges the chains of engines as people see them.
///
/// The four common stages are always in the chain, others only when added, so that the chain stays
/// short.
public final class MainStages {

  private static final List<StageKind> KINDS =
      List.of(StageKind.TEMPERATURE, StageKind.TOP_K, StageKind.TOP_P, StageKind.MIN_P);

  private MainStages() {}

  public static boolean has(StageKind kind) {
    return KINDS.contains(kind);
  }

  /// The chain that changes and removes nothing, in an engine's order.
  public static SamplerChain of(SamplerPreset engine) {
    var chain = SamplerChain.of(new Temperature(1));
    for (var kind : KINDS.subList(1, KINDS.size())) {
      chain = chain.with(new SamplerChain.Entry(standard(kind, engine), false));
    }
    return chain.ordered(kinds(engine));
  }

  /// The chain that an engine uses by default.
  public static SamplerChain with(SamplerPreset engine) {
    return new SamplerChain(
        engine.chain().entries().stream()
            .filter(entry -> entry.on() || has(entry.stage().kind()))
            .toList());
  }

  /// The same stages in an engine's order and with its rule for ties.
  public static SamplerChain ordered(SamplerChain chain, SamplerPreset engine) {
    var ties = ((TopK) standard(StageKind.TOP_K, engine)).ties();
    var tied = chain;
    var found = chain.find(StageKind.TOP_K);
    if (found.isPresent() && found.get().stage() instanceof TopK(int k, TopK.Ties _, int minKept)) {
      tied = chain.with(new SamplerChain.Entry(new TopK(k, ties, minKept), found.get().on()));
    }
    return tied.ordered(kinds(engine));
  }

  /// The engine whose order a chain has; `first` if it is one of several.
  public static Optional<SamplerPreset> orderOf(SamplerChain chain, SamplerPreset first) {
    if (isOrderedLike(chain, first)) {
      return Optional.of(first);
    }
    return Arrays.stream(SamplerPreset.values())
        .filter(preset -> isOrderedLike(chain, preset))
        .findFirst();
  }

  private static boolean isOrderedLike(SamplerChain chain, SamplerPreset engine) {
    return ordered(chain, engine).equals(chain);
  }

  /// A stage with the value that an engine gives it when switched on.
  public static SamplerStage standard(StageKind kind, SamplerPreset engine) {
    return engine
        .chain()
        .find(kind)
        .map(SamplerChain.Entry::stage)
        .orElseGet(() -> firstValue(kind));
  }

  /// A value that has an effect, where the stage's own default has none.
  private static SamplerStage firstValue(StageKind kind) {
    return Arrays.stream(SamplerPreset.values())
        .flatMap(preset -> preset.chain().find(kind).stream())
        .map(SamplerChain.Entry::stage)
        .findFirst()
        .orElseGet(
            () ->
                kind == StageKind.DYNAMIC_TEMPERATURE
                    ? new DynamicTemperature(1, 0.5, 1)
                    : kind.standard());
  }

  /// Inserts a new stage where the engine has it, or at the end of its group if the engine has
  /// none.
  public static SamplerChain inserted(
      SamplerChain chain, SamplerStage stage, SamplerPreset engine) {
    var kinds = kinds(engine);
    int wanted = kinds.indexOf(stage.kind());
    var added = new ArrayList<>(chain.with(stage).entries());
    int place = 0;
    while (added.get(place).stage().kind() != stage.kind()) {
      place++;
    }
    var entry = added.get(place);
    while (wanted >= 0
        && place > 0
        && sameGroup(added.get(place - 1).stage(), stage)
        && kinds.indexOf(added.get(place - 1).stage().kind()) > wanted) {
      added.set(place, added.get(place - 1));
      added.set(--place, entry);
    }
    return new SamplerChain(added);
  }

  private static boolean sameGroup(SamplerStage one, SamplerStage other) {
    return one instanceof LogitTransform == other instanceof LogitTransform;
  }

  private static List<StageKind> kinds(SamplerPreset engine) {
    return engine.chain().entries().stream().map(entry -> entry.stage().kind()).toList();
  }
}
