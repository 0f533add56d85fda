package kelvin.ui.sampling.chain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import kelvin.distribution.LogitTransform;
import kelvin.distribution.Mirostat;
import kelvin.distribution.SamplerStage;
import kelvin.distribution.StageKind;
import kelvin.distribution.TemperatureStage;
import kelvin.distribution.TruncationStage;

/// The groups of stages by what they do, as in the menu that adds them.
public enum StageGroup {
  LOGITS("Adjust logits"),
  SCALE("Scale all logits"),
  CUT("Remove the tail"),
  BOTH_ENDS("May remove the top token"),
  ADAPTIVE("Adaptive");

  private final String title;

  StageGroup(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /// Stages that a number sets come first, then those that lists of tokens set.
  public List<StageKind> kinds() {
    return Arrays.stream(StageKind.values())
        .filter(kind -> of(kind.standard()) == this)
        .sorted(Comparator.comparing(kind -> kind.mainSetting().isEmpty()))
        .toList();
  }

  private static StageGroup of(SamplerStage stage) {
    return switch (stage) {
      case LogitTransform _ -> LOGITS;
      case TemperatureStage _ -> SCALE;
      case Mirostat _ -> ADAPTIVE;
      case TruncationStage cut when cut.mayRemoveFirst() -> BOTH_ENDS;
      case TruncationStage _ -> CUT;
    };
  }
}
