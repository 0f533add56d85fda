package kelvin.ui.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A user who answers as the test says; records the questions.
public final class FakeQuestions implements Questions {

  private final List<String> asked = new ArrayList<>();
  private Unsaved unsaved = Unsaved.CANCEL;
  private Optional<Path> file = Optional.empty();

  public void answer(Unsaved answer) {
    unsaved = answer;
  }

  public void choose(Path chosen) {
    file = Optional.of(chosen);
  }

  /// The names of the work in the questions asked.
  public List<String> asked() {
    return asked;
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
