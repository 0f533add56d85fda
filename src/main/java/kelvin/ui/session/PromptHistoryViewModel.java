package kelvin.ui.session;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kelvin.ui.fx.Pacer;
import kelvin.ui.playground.PlaygroundViewModel;
import kelvin.workspace.file.WorkspaceException;
import kelvin.workspace.prompts.PromptHistory;
import kelvin.workspace.prompts.PromptHistoryFile;

/// The prompts that the user asked about lately.
///
/// A prompt counts once its answer has stood for a while, or once the user has drawn a token after
/// it. What is typed in between does not count.
public final class PromptHistoryViewModel {

  private static final Logger LOG = System.getLogger(PromptHistoryViewModel.class.getName());
  private static final double SECONDS_OF_CALM = 4;

  private final PlaygroundViewModel playground;
  private final SessionDisk disk;
  private final Pacer pacer;
  private final InstantSource clock;
  private final ReadOnlyObjectWrapper<PromptHistory> history =
      new ReadOnlyObjectWrapper<>(this, "history", PromptHistory.EMPTY);
  private Optional<PromptHistoryFile> file = Optional.empty();

  /// @param pacer for this history alone
  public PromptHistoryViewModel(
      PlaygroundViewModel playground, SessionDisk disk, Pacer pacer, InstantSource clock) {
    this.playground = playground;
    this.disk = disk;
    this.pacer = pacer;
    this.clock = clock;
    var prompt = playground.prompt();
    prompt.textProperty().subscribe((_, _) -> pacer.cancel());
    prompt.currentProperty().subscribe((_, current) -> answered(current));
    playground.generation().appendedProperty().subscribe((_, _) -> remember());
  }

  /// Keeps the prompts in a file from now on, and reads those that it has.
  public void keepIn(Path path) {
    var kept = new PromptHistoryFile(path);
    file = Optional.of(kept);
    onDisk(kept::open);
  }

  private void answered(boolean current) {
    if (current) {
      pacer.after(SECONDS_OF_CALM, this::remember);
    }
  }

  // Commands

  /// Adds the prompt that is asked about now.
  public void remember() {
    pacer.cancel();
    var text = playground.prompt().textProperty().get();
    var now = clock.instant();
    var entries = history.get().entries();
    boolean isLatest = !entries.isEmpty() && entries.getFirst().text().equals(text);
    // A prompt that would not be kept is no work for the disk: playing comes here at every token.
    if (!isLatest && !history.get().with(text, now).equals(history.get())) {
      change(before -> before.with(text, now));
    }
  }

  /// Makes a prompt the current one again.
  public void restore(PromptHistory.Entry entry) {
    var prompt = playground.prompt();
    prompt.composer().act("prompt of the history", () -> prompt.replaceText(entry.text()));
  }

  public void clear() {
    change(PromptHistory::cleared);
  }

  /// Adds prompts from now on, or adds none.
  public void switchTo(boolean on) {
    change(now -> now.switched(on));
  }

  private void change(UnaryOperator<PromptHistory> change) {
    var inWindow = history.get();
    // At once in this window; the file may know more than it.
    history.set(change.apply(inWindow));
    file.ifPresent(kept -> onDisk(() -> kept.change(change, inWindow)));
  }

  private interface DiskAction {
    PromptHistory run() throws WorkspaceException;
  }

  private void onDisk(DiskAction action) {
    disk.run(
        () -> {
          var after = action.run();
          disk.later().execute(() -> history.set(after));
        },
        e -> LOG.log(Level.WARNING, "prompt history: " + e.getMessage()));
  }

  // Properties

  public ReadOnlyObjectProperty<PromptHistory> historyProperty() {
    return history.getReadOnlyProperty();
  }
}
