package kelvin.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kelvin.prompt.Example;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Layout;
import kelvin.prompt.Trial;
import kelvin.prompt.sweep.LayoutSweep;
import kelvin.prompt.sweep.LeaveOneOut;
import kelvin.prompt.sweep.OrderSweep;
import kelvin.prompt.sweep.ShotsSweep;
import kelvin.prompt.sweep.SweepKind;
import kelvin.prompt.sweep.SweepResult;
import kelvin.prompt.sweep.Variant;
import kelvin.prompt.sweep.VariantOutcome;
import kelvin.workspace.file.Fields;
import kelvin.workspace.file.WorkspaceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Tests sweeps in files of their own and in sessions.
class SweepFileTest {

  private static final FewShotPrompt PROMPT =
      new FewShotPrompt(
          "Say the \"opposite\".",
          List.of(
              new Example("hot", "cold"),
              new Example("", "muted", false),
              new Example("big", "small, tiny"),
              new Example("up\nhigh", "down")),
          3,
          Layout.of("{x} => {y};", "\n"),
          "in");

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @EnumSource
  void aSweepIsTheSameAfterItWasAFile(SweepKind kind) throws Exception {
    var result = result(kind, Optional.empty());
    var file = Files.writeString(folder.resolve("sweep.json"), SweepFile.text(result));

    assertEquals(result, SweepFile.read(file));
  }

  @ParameterizedTest
  @EnumSource
  void aSweepIsTheSameAfterItWasPartOfASession(SweepKind kind) {
    var result = result(kind, Optional.of(Instant.parse("2026-01-02T03:04:05Z")));
    var table = SweepResultTable.of("A sweep", result);

    var written = ResultFormat.read(Fields.of(ResultFormat.write(table)));

    assertEquals(table, written);
    assertEquals(Optional.of(result), SweepResultTable.read(written));
  }

  @Test
  void aTableThatIsNoSweepIsLeftToOthers() {
    var table = SweepResultTable.of("A sweep", result(SweepKind.SHOTS, Optional.empty()));

    var other = new ResultTable("orders", "", Map.of(), List.of());
    var cut = new ResultTable(table.kind(), "", table.settings(), List.of());
    var noPrompt = new ResultTable(table.kind(), "", Map.of(), table.columns());

    assertEquals(Optional.empty(), SweepResultTable.read(other));
    assertEquals(Optional.empty(), SweepResultTable.read(cut));
    assertEquals(Optional.empty(), SweepResultTable.read(noPrompt));
  }

  @Test
  void aDamagedFileIsRefusedInASentence() throws Exception {
    var text = SweepFile.text(result(SweepKind.ORDER, Optional.empty()));

    assertTrue(refusal("{}").contains("it is no sweep"));
    assertTrue(refusal(text.substring(0, 400)).contains("ends in the middle"));
    assertTrue(refusal(text.replace("\"order\":[1,3,4]", "\"order\":[1,3,9]")).contains("9"));
    assertTrue(refusal(text.replace("\"order\":[1,3,4]", "\"order\":[1,2,4]")).contains("2"));
    assertTrue(refusal(text.replace("\"kind\":\"order\"", "\"kind\":\"size\"")).contains("kind"));
    assertTrue(refusal(text.replace("\"points\":[", "\"points\":[7,")).contains("points[0]"));
  }

  private String refusal(String text) throws Exception {
    var file = Files.writeString(folder.resolve("damaged.json"), text);
    var e = assertThrows(WorkspaceException.class, () -> SweepFile.read(file));
    return e.reason();
  }

  private static SweepResult result(SweepKind kind, Optional<Instant> begun) {
    var trial = new Trial(PROMPT, List.of("out", "in"), Optional.of("out"), true);
    var bases =
        List.of(trial, trial.withInput("left").withLabels(List.of("right"), Optional.empty()));
    var variants =
        switch (kind) {
          case SHOTS -> ShotsSweep.plan(bases, List.of(0, 2, 3), 3, 7);
          case ORDER -> OrderSweep.plan(List.of(trial), 120, 7);
          case TEMPLATE -> LayoutSweep.plan(bases, List.of(PROMPT.layout(), Layout.QUESTIONS));
          case LEAVE_ONE_OUT -> LeaveOneOut.plan(trial, () -> {});
        };
    var outcomes = new ArrayList<VariantOutcome>();
    for (int i = 0; i < variants.size(); i++) {
      outcomes.add(outcome(variants.get(i), i));
    }
    var cost = new SweepResult.Cost(123, 456, 0.1 + 0.2);
    var facts = new SweepResult.Facts("kelvin-tiny", "Opposites", 7, "none", cost, begun);
    return new SweepResult(kind, PROMPT, facts, outcomes);
  }

  private static VariantOutcome outcome(Variant variant, int i) {
    boolean two = variant.trial().labels().size() == 2;
    double log = -1.0 / (i + 3);
    return two
        ? new VariantOutcome(variant, List.of(log, Double.NEGATIVE_INFINITY), List.of(1.0, 0.0))
        : new VariantOutcome(variant, List.of(log), List.of(1.0));
  }
}
