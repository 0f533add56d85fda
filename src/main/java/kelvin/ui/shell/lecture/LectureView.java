package kelvin.ui.shell.lecture;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kelvin.ui.control.ChoiceSwitch;
import kelvin.ui.control.ChoiceSwitch.Segment;
import kelvin.ui.control.LazyPane;
import kelvin.ui.control.Sentences;
import kelvin.ui.control.command.Shortcut;
import kelvin.ui.playground.PlaygroundViewModel;

/// Layout of the lecture mode: the end of the text, the picture of the user's choice, and below it
/// what changes it.
final class LectureView extends VBox {

  /// Bound to the choice in both directions.
  private final ObjectProperty<LecturePicture> picture =
      new SimpleObjectProperty<>(this, "picture", LecturePicture.BARS);

  /// @param chosen the picture that the user chose
  /// @param leave ends the lecture mode
  LectureView(
      PlaygroundViewModel playground, ObjectProperty<LecturePicture> chosen, Runnable leave) {
    getStyleClass().add("lecture-view");
    picture.bindBidirectional(chosen);
    var pictures = new StackPane();
    pictures.getStyleClass().add("lecture-picture");
    for (var each : LecturePicture.ALL) {
      pictures
          .getChildren()
          .add(
              new LazyPane<>(
                  picture.map(now -> now == each), () -> each.make(playground.distribution())));
    }
    pictures.setMinHeight(0);
    VBox.setVgrow(pictures, Priority.ALWAYS);
    var text = new LectureText(playground.prompt());
    HBox.setHgrow(text, Priority.ALWAYS);
    var head = new HBox(text, pictureSwitch(picture), leaveButton(leave));
    head.getStyleClass().add("lecture-head");
    head.setAlignment(Pos.CENTER_LEFT);
    head.setMinHeight(USE_PREF_SIZE);
    var noDraw =
        Sentences.of("lecture-no-draw", "quiet", playground.sampling().whyNoDrawProperty());
    getChildren().addAll(head, pictures, noDraw, new LectureControls(playground));
  }

  private static ChoiceSwitch<LecturePicture> pictureSwitch(ObjectProperty<LecturePicture> chosen) {
    return new ChoiceSwitch<>(
        chosen,
        LecturePicture.ALL.stream()
            .map(
                each -> new Segment<>(each, "lecture-" + each.label(), each.title(), each.lesson()))
            .toList());
  }

  private static Button leaveButton(Runnable leave) {
    var button = new Button("×");
    button.setId("leave-lecture");
    button.getStyleClass().addAll("quiet-button", "remove-label");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setAccessibleText("Leave the lecture mode");
    button.setTooltip(new Tooltip(Shortcut.LECTURE.in("Leaves the lecture mode; so does Esc.")));
    button.setOnAction(_ -> leave.run());
    return button;
  }
}
