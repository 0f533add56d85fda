package kelvin.ui.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import kelvin.display.InformationUnit;
import kelvin.engine.label.Normalization;
import kelvin.experiment.LabelDecision;
import kelvin.experiment.measure.Confidence;
import kelvin.window.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// If these fail, the bars jump when a decision arrives, or screen readers say nothing of it.
class DecisionFxTest {

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private static ShownDecision decision(LabelDecision decision) {
    return new ShownDecision(decision, List.of("yes", "no"), InformationUnit.BITS);
  }

  private static ShownDecision sure() {
    return decision(
        new LabelDecision(
            Normalization.NONE,
            OptionalInt.of(0),
            0.25,
            Confidence.of(List.of(0.75, 0.25)),
            Optional.of(new LabelDecision.RunnerUp(1, Math.log(3)))));
  }

  private static ShownDecision undecided() {
    return decision(
        new LabelDecision(
            Normalization.NONE,
            OptionalInt.empty(),
            Double.NaN,
            Confidence.of(List.of(Double.NaN, Double.NaN)),
            Optional.empty()));
  }

  private static String text(DecisionView view, String id) {
    return ((Label) view.lookup("#" + id)).getText();
  }

  @Test
  void theHeightIsTheSameWithAndWithoutADecision() {
    var heights =
        Fx.get(
            () -> {
              var view = new DecisionView();
              new Stage().setScene(new Scene(view, 420, 200));
              return List.of(Optional.<ShownDecision>empty(), Optional.of(sure())).stream()
                  .map(
                      shown -> {
                        view.show(shown);
                        view.applyCss();
                        view.layout();
                        return view.prefHeight(420);
                      })
                  .toList();
            });

    assertEquals(heights.getFirst(), heights.getLast());
  }

  @Test
  void theDecisionIsWrittenAndSaid() {
    var said =
        Fx.get(
            () -> {
              var view = new DecisionView();
              view.show(Optional.of(sure()));
              return List.of(
                  text(view, "decision-choice"),
                  text(view, "decision-change"),
                  text(view, "label-mass"),
                  text(view, "confidence-1"),
                  view.getAccessibleText());
            });

    assertEquals(
        List.of("yes", "next is no, 1.58 bits behind", "25.00", "0.500"), said.subList(0, 4));
    assertEquals(
        "Decision: yes, next is no, 1.58 bits behind; label mass 25.00 %, largest share 0.750,"
            + " margin 0.500, 1 − H/ln n 0.189, normalised 0.500.",
        said.getLast());
  }

  @Test
  void noDecisionHasPlainWords() {
    var said =
        Fx.get(
            () -> {
              var view = new DecisionView();
              view.show(Optional.of(undecided()));
              return List.of(text(view, "decision-choice"), view.getAccessibleText());
            });

    assertEquals("No choice", said.getFirst());
    assertTrue(
        said.getLast().contains("every label has the probability 0; label mass not known"),
        said.getLast());
  }
}
