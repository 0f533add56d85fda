package kelvin.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A line above the panels that says what went wrong or was put aside; it covers nothing.
final class NoticeBar extends HBox {

  private final PlaygroundViewModel playground;
  private final Label sentence = new Label();
  private final Button bringBack = new Button("Bring back");

  NoticeBar(PlaygroundViewModel playground) {
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
    bringBack.setTooltip(new Tooltip("Restores the prompt and the generated tokens."));
    bringBack.setOnAction(
        _ -> playground.noticeProperty().get().ifPresent(notice -> notice.bringBack().run()));
    var close = new Button("Dismiss");
    close.setId("dismiss-notice");
    close.getStyleClass().add("quiet-button");
    close.setMinWidth(Region.USE_PREF_SIZE);
    close.setTooltip(new Tooltip("Puts this line away."));
    close.setOnAction(_ -> dismiss());
    getChildren().addAll(sentence, bringBack, close);
    managedProperty().bind(visibleProperty());
    playground.model().problemProperty().subscribe(_ -> update());
    playground.noticeProperty().subscribe(_ -> update());
  }

  private void update() {
    var problem = playground.model().problemProperty().get();
    var notice = playground.noticeProperty().get();
    boolean isProblem = !problem.isEmpty();
    sentence.setText(isProblem ? problem : notice.map(Notice::sentence).orElse(""));
    sentence.getStyleClass().remove("problem");
    if (isProblem) {
      sentence.getStyleClass().add("problem");
    }
    bringBack.setVisible(!isProblem);
    bringBack.setManaged(!isProblem);
    setVisible(isProblem || notice.isPresent());
  }

  private void dismiss() {
    if (playground.model().problemProperty().get().isEmpty()) {
      playground.dismissNotice();
    } else {
      playground.model().dismissProblem();
    }
  }
}
