package kelvin.ui.session;

import java.nio.file.Path;
import java.util.ArrayList;
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

  private static final String UNTITLED = "Untitled";

  private final SessionDisk disk;
  private final Questions questions;
  private final Consumer<String> onProblem;
  private Optional<KnownFile> known = Optional.empty();
  private OnDisk onDisk = OnDisk.AS_KNOWN;
  private Runnable onChange = () -> {};
  private boolean looking;
  private boolean saving;

  /// The saves that the user asked for during a save, in order.
  private final List<Save> waiting = new ArrayList<>();

  /// @param stamp the file as the window knows it; empty to replace whatever it holds
  /// @param onSaved gets the file as it is now
  private record Save(
      Path path, Session work, Optional<FileStamp> stamp, Consumer<KnownFile> onSaved) {

    Save with(KnownFile now) {
      return path.equals(now.path())
          ? new Save(path, work, Optional.of(now.stamp()), onSaved)
          : this;
    }
  }

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

  /// @param action runs when the title may have changed
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

  /// The name of the work.
  String name() {
    return path().map(SessionViewModel::nameOf).orElse(UNTITLED);
  }

  /// The title of the window: the name of the work and what happened to its file.
  ///
  /// @param dirty whether there is unsaved work
  String title(boolean dirty) {
    var named = known.isEmpty() && !dirty ? "" : name() + onDisk.mark + " – ";
    return (dirty ? "• " : "") + named + "Kelvin";
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

  /// Saves to the file of the work, or to another one that the user chose. A save that is asked for
  /// during another one waits, so that the user gets one question at a time.
  ///
  /// @param onSaved gets the file as it is now; does not run if the user cancels
  void save(Path path, Session work, Consumer<KnownFile> onSaved) {
    var wanted = new Save(path, work, stampOf(path), onSaved);
    if (saving) {
      waiting.add(wanted);
    } else {
      write(wanted);
    }
  }

  private Optional<FileStamp> stampOf(Path path) {
    // The dialog that chose another file has asked about replacing it.
    return known.filter(file -> file.path().equals(path)).map(KnownFile::stamp);
  }

  private void write(Save save) {
    saving = true;
    disk.write(
        save.path(),
        save.work(),
        save.stamp(),
        outcome -> {
          switch (outcome) {
            case SaveOutcome.Saved(var stamp) -> saved(save, new KnownFile(save.path(), stamp));
            case SaveOutcome.Changed(var now) -> {
              set(OnDisk.CHANGED);
              ask(save.with(new KnownFile(save.path(), now)));
            }
          }
        },
        problem -> {
          onProblem.accept(problem);
          next();
        });
  }

  private void saved(Save save, KnownFile now) {
    waiting.replaceAll(each -> each.with(now));
    try {
      save.onSaved().accept(now);
    } finally {
      next();
    }
  }

  private void next() {
    saving = false;
    if (!waiting.isEmpty()) {
      write(waiting.removeFirst());
    }
  }

  /// @param save with the stamp of the changed file
  private void ask(Save save) {
    var name = SessionViewModel.nameOf(save.path());
    switch (questions.askAboutChangedFile(name)) {
      case SAVE_AS -> saveAs(save, questions.askWhereToSave(name));
      case OVERWRITE -> write(save);
      case SHOW_DIFFERENCE -> showDifference(save);
      case CANCEL -> leave(save);
    }
  }

  private void saveAs(Save save, Optional<Path> chosen) {
    chosen
        .map(path -> path.toAbsolutePath().normalize())
        .ifPresentOrElse(
            path -> {
              forget(save.path());
              write(new Save(path, save.work(), stampOf(path), save.onSaved()));
            },
            () -> leave(save));
  }

  private void leave(Save save) {
    forget(save.path());
    next();
  }

  /// The user has decided about the file, so no other save asks about it again.
  private void forget(Path path) {
    waiting.removeIf(each -> each.path().equals(path));
  }

  private void showDifference(Save save) {
    var name = SessionViewModel.nameOf(save.path());
    disk.read(
        save.path(),
        save.work(),
        List.of(),
        read -> {
          questions.showDifference(
              name, SessionDifference.between(read.session(), save.work(), new CardWords()));
          ask(read.file().map(save::with).orElse(save));
        },
        e -> {
          questions.showDifference(
              name, List.of("The file on disk cannot be compared: " + e.reason()));
          ask(save);
        });
  }
}
