package kelvin.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Set;
import kelvin.distribution.DrawMode;
import kelvin.distribution.Dry;
import kelvin.distribution.LogitBias;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.SamplerPreset;
import kelvin.distribution.SamplerStage;
import kelvin.distribution.StageKind;
import kelvin.distribution.TopK;
import kelvin.distribution.TopP;
import kelvin.workspace.SamplingSettings;
import kelvin.workspace.Session;
import kelvin.workspace.Sessions;
import kelvin.workspace.Work;
import kelvin.workspace.difference.SessionDifference;
import org.junit.jupiter.api.Test;

/// A difference names a setting as its card does. Otherwise the user looks for a “least” that is
/// nowhere in the window.
class CardWordsTest {

  @Test
  void settingsAreNamedAsOnTheirCards() {
    assertEquals(
        List.of("Top-p nucleus is 0.9 on disk and 0.8 here."),
        between(new TopP(0.9), new TopP(0.8)));
    assertEquals(
        List.of("The setting “last tokens (0: all)” of DRY is 0 on disk and 64 here."),
        between(new Dry(1, 1.75, 2, 0, List.of()), new Dry(1, 1.75, 2, 64, List.of())));
  }

  @Test
  void rulesAreNamedAsInTheMenuOfTheCard() {
    assertEquals(
        List.of(
            "The setting “Keep at least” of Top-k is 1 on disk and 2 here.",
            "The setting “ties with the k-th” of Top-k is “all stay” on disk"
                + " and “exactly k stay” here."),
        between(new TopK(50, TopK.Ties.KEEP), new TopK(50, TopK.Ties.EXACT, 2)));
  }

  @Test
  void biasesAreNamedByTheirTokens() {
    assertEquals(
        List.of(
            "The setting “biases by token id” of Logit bias is “5: 1.5” on disk and missing here."),
        between(
            new LogitBias(List.of(new LogitBias.Bias(List.of(5), 1.5))), new LogitBias(List.of())));
  }

  @Test
  void noSettingIsNamedAsInAFile() {
    var wordsOfFilesOnly =
        Set.of("least", "prompt", "last", "sequences", "biases", "rate", "range");
    var words = new CardWords();
    for (var kind : StageKind.values()) {
      for (var key : kind.standard().settings().keySet()) {
        var name = key.equals(kind.mainSetting()) ? words.stage(kind) : words.setting(kind, key);
        assertFalse(wordsOfFilesOnly.contains(name), kind + ": " + name);
      }
    }
  }

  private static List<String> between(SamplerStage disk, SamplerStage here) {
    return SessionDifference.between(of(disk), of(here), new CardWords());
  }

  private static Session of(SamplerStage stage) {
    var some = Sessions.some();
    var work = some.work();
    var sampling =
        new SamplingSettings(
            SamplerChain.of(stage), SamplerPreset.HUGGING_FACE, 42, DrawMode.INVERSE_CDF);
    return new Session(
        new Work(work.prompt(), work.labels(), sampling, work.continuation(), work.task()),
        some.setAside(),
        some.results(),
        some.viewSettings(),
        some.model(),
        some.other());
  }
}
