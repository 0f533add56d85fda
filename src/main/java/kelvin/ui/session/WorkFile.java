package kelvin.ui.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kelvin.workspace.KnownFile;
import kelvin.workspace.SaveOutcome;
import kelvin.workspace.Session;
import kelvin.workspace.difference.SessionDifference;
import kelvin.workspace.file.FileStamp;

/// The file of a window's work. Saving asks before it overwrites what another window or program has
/// written since.
final class WorkFile {

  private final SessionDisk disk;
  private final Questions questions;
  private final Consumer<String> onProblem;
  private Optional<KnownFile> known = Optional.empty();
  private OnDisk onDisk = OnDisk.AS_KNOWN;
  private Runnable onChange = () -> {};
  private boolean looking;

  /// The state of the file, as far as was looked.
  private enum OnDisk {
    AS_KNOWN(""),
    CHANGED(" (changed on disk)"),
    GONE(" (no longer on disk)");

    private final String mark;

    OnDisk(String mark) {
      this.mark = mark;
    }
  }

  WorkFile(SessionDisk disk, Questions questions, Consumer<String> onProblem) {
    this.disk = disk;
    this.questions = questions;
    this.onProblem = onProblem;
  }

  /// @param action runs when `mark` may have changed
  void setOnChange(Runnable action) {
    onChange = action;
  }

  /// Makes this the file of the work; empty for work that was never saved.
  void use(Optional<KnownFile> file) {
    known = file;
    onDisk = OnDisk.AS_KNOWN;
  }

  Optional<KnownFile> known() {
    return known;
  }

  Optional<Path> path() {
    return known.map(KnownFile::path);
  }

  /// The remark in the title besides the name of the file; may be empty.
  String mark() {
    return onDisk.mark;
  }

  /// Looks whether another window or program has changed the file.
  void look() {
    if (looking) {
      return;
    }
    known.ifPresent(
        file -> {
          looking = true;
          disk.look(file.path(), seen -> compare(file, seen));
        });
  }

  private void compare(KnownFile file, Optional<FileStamp> seen) {
    looking = false;
    boolean stillTheFile = known.equals(Optional.of(file));
    if (stillTheFile && !file.stamp().equals(FileStamp.UNKNOWN)) {
      seen.ifPresent(now -> set(stateOf(file, now)));
    }
  }

  private static OnDisk stateOf(KnownFile file, FileStamp now) {
    if (now.equals(FileStamp.ABSENT)) {
      return OnDisk.GONE;
    }
    return file.stamp().isOutdatedBy(now) ? OnDisk.CHANGED : OnDisk.AS_KNOWN;
  }

  private void set(OnDisk now) {
    onDisk = now;
    onChange.run();
  }

  /// Saves to the file of the work, or to another one that the user chose.
  ///
  /// @param onSaved gets the file as it is now; does not run if the user cancels
  void save(Path path, Session work, Consumer<KnownFile> onSaved) {
    // The dialog that chose another file has asked about replacing it.
    var stamp = known.filter(file -> file.path().equals(path)).map(KnownFile::stamp);
    write(path, work, stamp, onSaved);
  }

  private void write(
      Path path, Session work, Optional<FileStamp> stamp, Consumer<KnownFile> onSaved) {
    disk.write(
        path,
        work,
        stamp,
        outcome -> {
          switch (outcome) {
            case SaveOutcome.Saved(var saved) -> onSaved.accept(new KnownFile(path, saved));
            case SaveOutcome.Changed(var now) -> {
              set(OnDisk.CHANGED);
              ask(new KnownFile(path, now), work, onSaved);
            }
          }
        },
        onProblem);
  }

  /// @param changed the file as it is now
  private void ask(KnownFile changed, Session work, Consumer<KnownFile> onSaved) {
    var name = SessionViewModel.nameOf(changed.path());
    switch (questions.askAboutChangedFile(name)) {
      case SAVE_AS ->
          questions
              .askWhereToSave(name)
              .ifPresent(chosen -> save(chosen.toAbsolutePath().normalize(), work, onSaved));
      case OVERWRITE -> write(changed.path(), work, Optional.of(changed.stamp()), onSaved);
      case SHOW_DIFFERENCE -> showDifference(changed, work, onSaved);
      case CANCEL -> {}
    }
  }

  private void showDifference(KnownFile changed, Session work, Consumer<KnownFile> onSaved) {
    var name = SessionViewModel.nameOf(changed.path());
    disk.read(
        changed.path(),
        List.of(),
        read -> {
          questions.showDifference(name, SessionDifference.between(read.session(), work));
          ask(read.file(), work, onSaved);
        },
        e -> {
          questions.showDifference(
              name, List.of("The file on disk cannot be compared: " + e.reason()));
          ask(changed, work, onSaved);
        });
  }
}
