package kelvin.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.Label;
import org.controlsfx.control.NotificationPane;
import org.controlsfx.control.action.Action;

/// Says above the panels what went wrong or was put aside, without getting in the way of either.
final class NoticePane extends NotificationPane {

  private final PlaygroundViewModel playground;

  NoticePane(PlaygroundViewModel playground, Node content) {
    super(content);
    this.playground = playground;
    getStyleClass().add("notice-pane");
    setShowFromTop(true);
    playground.model().problemProperty().subscribe(_ -> update());
    playground.noticeProperty().subscribe(_ -> update());
    setOnHidden(_ -> dismiss());
  }

  private void update() {
    var problem = playground.model().problemProperty().get();
    var notice = playground.noticeProperty().get();
    getActions().clear();
    if (!problem.isEmpty()) {
      say("notice-problem", problem);
    } else if (notice.isPresent()) {
      getActions().add(new Action("Bring back", _ -> notice.get().bringBack().run()));
      say("notice-aside", notice.get().sentence());
    } else {
      hide();
    }
  }

  private void say(String styleClass, String sentence) {
    var label = new Label(sentence);
    label.setId("notice");
    label.setWrapText(true);
    label.getStyleClass().addAll("notice", styleClass);
    setText("");
    setGraphic(label);
    show();
  }

  private void dismiss() {
    playground.model().dismissProblem();
    playground.dismissNotice();
  }
}
