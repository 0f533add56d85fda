package kelvin.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import kelvin.ui.control.ChoiceSwitch.Segment;
import kelvin.window.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class ChoiceSwitchFxTest {

  private static final List<Segment<String>> SEGMENTS =
      List.of(
          new Segment<>("one", "first", "1", "The first."),
          new Segment<>("two", "second", "2", "The second."),
          new Segment<>("three", "third", "3", "The third."));

  private final ObjectProperty<String> chosen = new SimpleObjectProperty<>("two");

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private ChoiceSwitch<String> made() {
    return Fx.get(() -> new ChoiceSwitch<>(chosen, SEGMENTS));
  }

  private static List<String> lit(ChoiceSwitch<String> choices) {
    return choices.getButtons().stream()
        .filter(ToggleButton::isSelected)
        .map(ToggleButton::getText)
        .toList();
  }

  private static void press(ChoiceSwitch<String> choices, int button) {
    Fx.run(
        () -> {
          choices.getButtons().get(button).fire();
        });
  }

  @Test
  void theChosenOneIsLit() {
    var choices = made();
    assertEquals(List.of("2"), lit(choices));

    Fx.run(
        () -> {
          chosen.set("three");
        });

    assertEquals(List.of("3"), lit(choices));
  }

  @Test
  void aPressChoosesAndASecondPressKeepsIt() {
    var choices = made();

    press(choices, 0);
    assertEquals("one", chosen.get());
    assertEquals(List.of("1"), lit(choices));

    press(choices, 0);
    assertEquals("one", chosen.get());
    assertEquals(List.of("1"), lit(choices));
  }

  @Test
  void everyButtonHasItsIdAndItsLessonAlsoForThoseWhoHearIt() {
    var choices = made();
    var second = choices.getButtons().get(1);

    assertEquals("second", second.getId());
    assertEquals("The second.", second.getTooltip().getText());
    assertEquals("The second.", second.getAccessibleHelp());
  }

  @Test
  void theArrowKeysGoFromOneToTheNextAndChooseIt() throws Exception {
    var stage = FxToolkit.registerPrimaryStage();
    var choices = made();
    Fx.run(
        () -> {
          stage.setScene(new Scene(choices));
          stage.show();
          choices.getButtons().get(1).requestFocus();
        });

    typeRight(stage.getScene());

    assertEquals("three", chosen.get());
    assertEquals(List.of("3"), lit(choices));
    assertEquals(choices.getButtons().get(2), Fx.get(() -> stage.getScene().getFocusOwner()));
    Fx.run(stage::hide);
  }

  private static void typeRight(Scene scene) {
    Fx.run(
        () -> {
          var focused = scene.getFocusOwner();
          focused.fireEvent(
              new KeyEvent(
                  KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, false, false, false, false));
        });
  }

  @Test
  void ofSeveralAllThatAreChosenAreLit() {
    var shown = new SimpleObjectProperty<Set<String>>(Set.of("one", "three"));
    var choices =
        Fx.get(
            () ->
                ChoiceSwitch.ofSeveral(
                    shown, only -> shown.set(Set.of(only)), more -> add(shown, more), SEGMENTS));
    assertEquals(List.of("1", "3"), lit(choices));

    press(choices, 1);
    assertEquals(Set.of("two"), shown.get());
    assertEquals(List.of("2"), lit(choices));

    press(choices, 1);
    assertEquals(List.of("2"), lit(choices));
  }

  private static void add(ObjectProperty<Set<String>> shown, String more) {
    var all = new HashSet<>(shown.get());
    all.add(more);
    shown.set(all);
  }
}
