package kelvin.ui.shell;

import java.util.function.Consumer;
import kelvin.ui.answer.WholeAnswersViewModel;
import kelvin.ui.control.command.Command;
import kelvin.ui.control.command.Shortcut;
import kelvin.ui.playground.Page;
import kelvin.ui.playground.PlaygroundViewModel;
import kelvin.ui.shell.layout.Panel;
import kelvin.ui.shell.lecture.LectureMode;

/// Commands that act on a panel of the playground. They first bring it into sight: another page, a
/// lecture or a narrow window may hide it.
final class PanelCommands {

  private final PlaygroundViewModel playground;
  private final LectureMode lecture;
  private final Consumer<Panel> show;

  /// @param show brings a panel of the visible playground into sight
  PanelCommands(PlaygroundViewModel playground, LectureMode lecture, Consumer<Panel> show) {
    this.playground = playground;
    this.lecture = lecture;
    this.show = show;
  }

  private WholeAnswersViewModel wholeAnswers() {
    return playground.distribution().answers();
  }

  /// An action after which the user looks at a panel.
  Runnable on(Panel panel, Runnable action) {
    return () -> {
      reveal(panel);
      action.run();
    };
  }

  /// An action on the next token's bars and plots, in whose place answers may be shown.
  Runnable onNextToken(Runnable action) {
    return on(
        Panel.DISTRIBUTION,
        () -> {
          wholeAnswers().shownProperty().set(false);
          action.run();
        });
  }

  private void reveal(Panel panel) {
    lecture.onProperty().set(false);
    playground.pages().pageProperty().set(Page.PLAYGROUND);
    show.accept(panel);
  }

  Command lecture() {
    return Command.ofSwitch("lecture", "Lecture mode", lecture.onProperty()).on(Shortcut.LECTURE);
  }

  /// Shows whole answers in place of the next token, or the next token again. In a lecture it
  /// changes the picture of the lecture.
  Command answers() {
    var shown = wholeAnswers().shownProperty();
    return Command.of("answers", "Whole answers", this::switchAnswers)
        .on(Shortcut.ANSWERS)
        .shows(shown);
  }

  private void switchAnswers() {
    if (lecture.onProperty().get()) {
      lecture.switchAnswers();
    } else {
      var shown = wholeAnswers().shownProperty();
      shown.set(!shown.get());
      reveal(Panel.DISTRIBUTION);
    }
  }
}
