package kelvin.ui.sampling.chain;

import java.util.List;
import kelvin.distribution.StageKind;

/// The groups of stages by what they do, as in the menu that adds them.
public enum StageGroup {
  LOGITS("Change single logits"),
  SCALE("Scale all logits"),
  CUT("Remove the tail"),
  BOTH_ENDS("May remove the top token"),
  ADAPTIVE("Follow a target");

  private final String title;

  StageGroup(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  public List<StageKind> kinds() {
    return switch (this) {
      case LOGITS ->
          List.of(
              StageKind.REPETITION_PENALTY,
              StageKind.FREQUENCY_PENALTY,
              StageKind.PRESENCE_PENALTY,
              StageKind.DRY,
              StageKind.NO_REPEAT_NGRAM,
              StageKind.LOGIT_BIAS,
              StageKind.SUPPRESSED_TOKENS);
      case SCALE -> List.of(StageKind.TEMPERATURE, StageKind.DYNAMIC_TEMPERATURE);
      case CUT ->
          List.of(
              StageKind.TOP_K,
              StageKind.TOP_P,
              StageKind.MIN_P,
              StageKind.EPSILON_CUTOFF,
              StageKind.ETA_CUTOFF,
              StageKind.TOP_N_SIGMA,
              StageKind.TOP_H);
      case BOTH_ENDS -> List.of(StageKind.TYPICAL, StageKind.XTC);
      case ADAPTIVE -> List.of(StageKind.MIROSTAT_1, StageKind.MIROSTAT_2);
    };
  }
}
