package kelvin.ui.control;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;

/// A row of joined buttons, one for each of a few choices. The arrow keys go from one to the next.
public final class ChoiceSwitch<T> extends HBox {

  private final List<ToggleButton> buttons;

  /// One button.
  ///
  /// @param id of the node
  /// @param lesson a sentence about the choice, for the tooltip and for those who hear the window
  public record Segment<T>(T choice, String id, String text, String lesson) {}

  /// Always one of them is chosen.
  public ChoiceSwitch(ObjectProperty<T> chosen, List<Segment<T>> segments) {
    this(segments);
    for (int i = 0; i < segments.size(); i++) {
      follow(buttons.get(i), segments.get(i).choice(), chosen);
    }
    oneTabStop(buttons);
  }

  /// Makes buttons of which one is chosen one stop of the Tab key. The arrow keys choose.
  public static void oneTabStop(List<ToggleButton> buttons) {
    var stop = new OneTabStop(node -> ((ToggleButton) node).fire());
    for (var button : buttons) {
      stop.add(button);
    }
    for (var button : buttons) {
      button
          .selectedProperty()
          .subscribe(
              selected -> {
                if (selected) {
                  stop.preferStop(button);
                }
              });
    }
  }

  private ChoiceSwitch(List<Segment<T>> segments) {
    getStyleClass().add("scale-switch");
    setMinWidth(USE_PREF_SIZE);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    buttons = segments.stream().map(segment -> button(segment)).toList();
    getChildren().addAll(buttons);
    joinButtons();
  }

  /// Rounds the corners of the outer buttons only.
  private void joinButtons() {
    for (var button : buttons) {
      boolean first = button.equals(buttons.getFirst());
      boolean last = button.equals(buttons.getLast());
      if (first != last) {
        button.getStyleClass().add(first ? Styles.LEFT_PILL : Styles.RIGHT_PILL);
      } else if (!first) {
        button.getStyleClass().add(Styles.CENTER_PILL);
      }
    }
  }

  /// The buttons in their order.
  public List<ToggleButton> getButtons() {
    return buttons;
  }

  /// Several may be chosen: a click chooses one alone, a click with Shift adds one to them or takes
  /// it away.
  ///
  /// @param shown those that are chosen
  public static <T> ChoiceSwitch<T> ofSeveral(
      ObservableValue<? extends Set<T>> shown,
      Consumer<T> chooseAlone,
      Consumer<T> addOrTakeAway,
      List<Segment<T>> segments) {
    var several = new ChoiceSwitch<>(segments);
    // The arrow keys only move here; Space chooses.
    var stop = new OneTabStop();
    for (int i = 0; i < segments.size(); i++) {
      var choice = segments.get(i).choice();
      var button = several.buttons.get(i);
      shown.subscribe(now -> button.setSelected(now.contains(choice)));
      button.addEventFilter(
          MouseEvent.MOUSE_RELEASED,
          event -> {
            if (event.isShiftDown()) {
              addOrTakeAway.accept(choice);
              button.disarm();
              event.consume();
            }
          });
      whenPressed(button, () -> chooseAlone.accept(choice));
      stop.add(button);
    }
    return several;
  }

  /// A button of a row that looks otherwise.
  public static <T> ToggleButton button(Segment<T> segment, ObjectProperty<T> chosen) {
    var button = button(segment);
    follow(button, segment.choice(), chosen);
    return button;
  }

  private static ToggleButton button(Segment<?> segment) {
    var button = new ToggleButton(segment.text());
    button.setId(segment.id());
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip(segment.lesson()));
    button.setAccessibleHelp(segment.lesson());
    return button;
  }

  private static <T> void follow(ToggleButton button, T choice, ObjectProperty<T> chosen) {
    chosen.subscribe(now -> button.setSelected(Objects.equals(now, choice)));
    whenPressed(button, () -> chosen.set(choice));
  }

  private static void whenPressed(ToggleButton button, Runnable choose) {
    button.setOnAction(
        _ -> {
          choose.run();
          // A second press on the chosen one does not choose none.
          button.setSelected(true);
        });
  }
}
