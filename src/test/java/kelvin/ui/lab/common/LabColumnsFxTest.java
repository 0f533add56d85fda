package kelvin.ui.lab.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import kelvin.ui.lab.LabSection;
import kelvin.ui.playground.Page;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// The forms of the lab and the lists below them end in sight, or the column scrolls to their ends.
/// If this fails, a list of results is cut off at the bottom and nothing leads to the rest of it.
class LabColumnsFxTest {

  @ParameterizedTest
  @EnumSource(value = LabSection.class, mode = Mode.EXCLUDE, names = "EMBEDDINGS")
  void noCardIsLargerThanTheColumnThatScrollsIt(LabSection section) throws Exception {
    try (var window = OpenWindow.onBundledModel("Once upon a time", 1280, 800)) {
      Fx.run(
          () -> {
            window.playground().pages().compareAdaptations();
            window.playground().pages().lab().sectionProperty().set(section);
          });
      window.waitForAnswer();
      if (section == LabSection.ADAPT) {
        // It makes the form higher.
        window.waitUntil(() -> window.text("adapt-estimate").contains("estimate"));
      }
      Fx.settle();

      assertEquals(List.of(), Fx.get(() -> cut(window)));
    }
  }

  @ParameterizedTest
  @EnumSource(value = LabSection.class, mode = Mode.EXCLUDE, names = "EMBEDDINGS")
  void atTwiceTheSizeTheResultStandsBelowTheFormAndOneBarScrollsAll(LabSection section)
      throws Exception {
    try (var window = OpenWindow.onBundledModel("Once upon a time", 1280, 800)) {
      Fx.run(
          () -> {
            window.zoom().set(2);
            window.playground().pages().lab().sectionProperty().set(section);
            window.playground().pages().pageProperty().set(Page.LAB);
          });
      window.waitForAnswer();
      Fx.settle();

      var lab = Objects.requireNonNull(Fx.get(() -> window.root().lookup("#lab")));
      var column =
          Fx.get(
              () -> (ScrollPane) Objects.requireNonNull(lab.lookup(".lab-view > .column-scroll")));
      assertEquals(3, Fx.get(() -> ((VBox) column.getContent()).getChildren().size()));
      assertTrue(Fx.get(() -> hasBar(column)));
      double right = Fx.get(() -> lab.localToScene(lab.getBoundsInLocal()).getMaxX());
      assertTrue(right <= 1280, () -> "the section ends at " + right);
    }
  }

  private static List<String> cut(OpenWindow window) {
    var lab = Objects.requireNonNull(window.root().lookup("#lab"));
    return lab.lookupAll(".column-scroll").stream()
        .map(ScrollPane.class::cast)
        .filter(scroll -> scroll.getContent() instanceof VBox && !hasBar(scroll))
        .flatMap(
            scroll ->
                ((VBox) scroll.getContent())
                    .getChildren().stream()
                        .map(Node::getBoundsInParent)
                        .filter(card -> card.getMaxY() > scroll.getHeight() + 1)
                        .map(card -> card.getMaxY() + " of " + scroll.getHeight()))
        .toList();
  }

  private static boolean hasBar(ScrollPane scroll) {
    return scroll.lookupAll(".scroll-bar").stream()
        .map(ScrollBar.class::cast)
        .anyMatch(bar -> bar.getOrientation() == Orientation.VERTICAL && bar.isVisible());
  }
}
