package kelvin.ui.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import kelvin.prompt.Example;
import kelvin.window.Fx;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// If this fails, an example that is in the prompt looks as if it were not, once the window is
/// larger than when the number of shots changed.
class EnlargedExamplesFxTest {

  private static final int ROWS = 12;

  @Test
  void everyUsedExampleLooksUsedAfterTheListBecameHigher() throws Exception {
    var stage = FxToolkit.registerPrimaryStage();
    var fewShot = new FewShotViewModel();
    var list =
        Fx.get(
            () -> {
              fewShot.replaceAll(
                  IntStream.range(0, ROWS).mapToObj(i -> new Example("x" + i, "y" + i)).toList());
              fewShot.shotsProperty().set(2);
              var made = new ExampleList(fewShot, new ExampleEffectsViewModel(Runnable::run));
              made.setManaged(false);
              stage.setScene(new Scene(new Pane(made), 400, 500));
              stage.show();
              made.resize(380, 480);
              return made;
            });
    Fx.settle();

    resize(list, 130);
    Fx.run(
        () -> {
          fewShot.shotsProperty().set(ROWS);
        });
    resize(list, 480);

    assertTrue(Fx.get(() -> cells(list).size()) >= ROWS);
    assertEquals(List.of(), Fx.get(() -> greyRows(list)));
    Fx.run(stage::hide);
  }

  private static void resize(ExampleList list, double height) {
    Fx.run(
        () -> {
          list.resize(380, height);
        });
    Fx.settle();
  }

  /// The visible rows that look as if they were not in the prompt.
  private static List<Integer> greyRows(ExampleList list) {
    var leftOut = PseudoClass.getPseudoClass("left-out");
    return cells(list).stream()
        .filter(cell -> cell.getPseudoClassStates().contains(leftOut))
        .map(ExampleCell::getIndex)
        .toList();
  }

  private static List<ExampleCell> cells(ExampleList list) {
    return list.lookupAll(".example-cell").stream()
        .map(ExampleCell.class::cast)
        .filter(cell -> cell.getItem() != null && cell.isVisible())
        .toList();
  }
}
