package kelvin.ui.playground;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A line above the panels that says what went wrong or was set aside; it covers nothing.
public final class NoticeBar extends HBox {

  private final PlaygroundViewModel playground;
  private final Label sentence = new Label();
  private final Button bringBack = new Button("Bring back");
  private final Button details = new Button("Details …");
  private final Tooltip lesson = new Tooltip();

  public NoticeBar(PlaygroundViewModel playground) {
    this.playground = playground;
    getStyleClass().add("notice-bar");
    setAlignment(Pos.CENTER_LEFT);
    sentence.setId("notice");
    sentence.setWrapText(true);
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    sentence.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    bringBack.setId("bring-back");
    bringBack.getStyleClass().add("transport-button");
    bringBack.setMinWidth(Region.USE_PREF_SIZE);
    bringBack.managedProperty().bind(bringBack.visibleProperty());
    bringBack.setTooltip(lesson);
    bringBack.setOnAction(
        _ ->
            playground
                .notices()
                .noticeProperty()
                .get()
                .flatMap(Notice::action)
                .ifPresent(action -> action.run().run()));
    details.setId("notice-details");
    details.getStyleClass().add("quiet-button");
    details.setMinWidth(Region.USE_PREF_SIZE);
    details.setTooltip(new Tooltip("Shows the library's own error message."));
    details.setOnAction(_ -> TextDialog.show(getScene(), "Details", details()));
    details.managedProperty().bind(details.visibleProperty());
    var close = new Button("Dismiss");
    close.setId("dismiss-notice");
    close.getStyleClass().add("quiet-button");
    close.setMinWidth(Region.USE_PREF_SIZE);
    close.setTooltip(new Tooltip("Puts this line away."));
    close.setOnAction(_ -> dismiss());
    getChildren().addAll(sentence, bringBack, details, close);
    managedProperty().bind(visibleProperty());
    playground.model().problemProperty().subscribe(_ -> update());
    playground.notices().noticeProperty().subscribe(_ -> update());
  }

  private void update() {
    var problem = playground.model().problemProperty().get();
    var notice = playground.notices().noticeProperty().get();
    boolean isProblem = !problem.isEmpty() || notice.map(Notice::isProblem).orElse(false);
    sentence.setText(problem.isEmpty() ? notice.map(Notice::sentence).orElse("") : problem);
    sentence.getStyleClass().remove("problem");
    if (isProblem) {
      sentence.getStyleClass().add("problem");
    }
    notice
        .flatMap(Notice::action)
        .ifPresent(
            action -> {
              bringBack.setText(action.name());
              lesson.setText(action.lesson());
            });
    bringBack.setVisible(problem.isEmpty() && notice.flatMap(Notice::action).isPresent());
    details.setVisible(!details().isEmpty());
    setVisible(isProblem || notice.isPresent());
  }

  /// The words of a library about the problem on the line; empty if there are none.
  private String details() {
    var model = playground.model();
    return model.problemProperty().get().isEmpty()
        ? playground.notices().noticeProperty().get().map(Notice::details).orElse("")
        : model.detailsProperty().get();
  }

  private void dismiss() {
    if (playground.model().problemProperty().get().isEmpty()) {
      playground.notices().decline();
    } else {
      playground.model().dismissProblem();
    }
  }
}
