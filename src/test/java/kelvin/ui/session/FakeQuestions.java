package kelvin.ui.session;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;

/// A user who answers as the test says; records the questions.
public final class FakeQuestions implements Questions {

  /// An event while a question is open.
  interface Act {
    void run() throws Exception;
  }

  private final List<String> asked = new ArrayList<>();
  private final List<String> askedAboutChange = new ArrayList<>();
  private final Queue<Changed> changed = new ArrayDeque<>();
  private List<String> difference = List.of();
  private Act whenAskedAboutChange = () -> {};
  private Unsaved unsaved = Unsaved.CANCEL;
  private Optional<Path> file = Optional.empty();

  public void answer(Unsaved answer) {
    unsaved = answer;
  }

  /// Answers the questions about a file that was changed, one after the other; then `CANCEL`.
  void answer(Changed... answers) {
    changed.addAll(List.of(answers));
  }

  /// Does something once, while the user thinks about a file that was changed.
  void whenAskedAboutChange(Act act) {
    whenAskedAboutChange = act;
  }

  public void choose(Path chosen) {
    file = Optional.of(chosen);
  }

  /// The names of the work in the questions asked.
  public List<String> asked() {
    return asked;
  }

  /// The names in the questions about a file that was changed.
  List<String> askedAboutChange() {
    return askedAboutChange;
  }

  /// The sentences shown last.
  List<String> difference() {
    return difference;
  }

  @Override
  public Changed askAboutChangedFile(String name) {
    askedAboutChange.add(name);
    var act = whenAskedAboutChange;
    whenAskedAboutChange = () -> {};
    try {
      act.run();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    return Objects.requireNonNullElse(changed.poll(), Changed.CANCEL);
  }

  @Override
  public void showDifference(String name, List<String> sentences) {
    difference = sentences;
  }

  @Override
  public Unsaved askAboutUnsaved(String name) {
    asked.add(name);
    return unsaved;
  }

  @Override
  public Optional<Path> askForFileToOpen() {
    return file;
  }

  @Override
  public Optional<Path> askWhereToSave(String name) {
    return file;
  }
}
