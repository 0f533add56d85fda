package kelvin.ui.session;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kelvin.ui.playground.Notice;
import kelvin.ui.playground.PlaygroundViewModel;
import kelvin.ui.session.SessionModels.Folder;
import kelvin.workspace.Autosave.Unsaved;
import kelvin.workspace.KnownFile;
import kelvin.workspace.Session;
import kelvin.workspace.settings.Settings;
import kelvin.workspace.token.Branch;

/// The work as a file: new, open, save and undo, without losing unsaved work.
public final class SessionViewModel {

  private final PlaygroundViewModel playground;
  private final SessionDisk disk;
  private final Autosaver autosaver;
  private final Questions questions;
  private final SessionState state;
  private final WorkHistory history;
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "Kelvin");
  private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper(this, "dirty", false);
  private final ObservableList<Path> recentFiles = FXCollections.observableArrayList();
  private final WorkFile file;
  private final LeftBehind leftBehind;

  /// The state when it was opened, saved or started.
  private Session saved;

  /// The state of an empty window, for a new session.
  private final Session first;

  /// The number of sessions shown. The disk may answer about an earlier one.
  private int shown;

  /// Takes the current state as that of an empty window.
  ///
  /// @param clock tells bursts of changes from single ones
  public SessionViewModel(
      PlaygroundViewModel playground,
      SessionDisk disk,
      Autosaver autosaver,
      Questions questions,
      InstantSource clock) {
    this.playground = playground;
    this.disk = disk;
    this.autosaver = autosaver;
    this.questions = questions;
    state = new SessionState(playground);
    history = new WorkHistory(playground, state, disk.later(), clock);
    file = new WorkFile(disk, questions, playground.notices()::report);
    file.setOnChange(this::showTitle);
    leftBehind =
        new LeftBehind(
            playground.notices(),
            autosaver,
            disk,
            this::unsaved,
            (offer, model) -> confirmThen(() -> offer.take(() -> restore(offer.found(), model))));
    first = state.session();
    saved = first;
    history.setOnChange(this::changed);
    playground.work().setAside().branches().subscribe(this::changed);
    playground.pages().lab().results().subscribe(this::changed);
    autosaver.setOnProblem(playground.notices()::report);
  }

  private void changed() {
    var session = state.session();
    boolean now = !session.holdsSameWork(saved) || session.keepsMoreThan(saved);
    boolean was = dirty.get();
    dirty.set(now);
    showTitle();
    if (now || was) {
      autosaver.changed(this::unsaved);
    }
  }

  private Optional<Unsaved> unsaved() {
    history.settle();
    return dirty.get() ? Optional.of(new Unsaved(state.session(), file.known())) : Optional.empty();
  }

  private void showTitle() {
    title.set(file.title(dirty.get()));
  }

  /// The name of a file for people.
  public static String nameOf(Path path) {
    return FileKind.nameOf(path);
  }

  // Commands

  /// Starts a new session, as at the first start.
  public void begin() {
    confirmThen(() -> show(first, Optional.empty(), Folder.MISSING));
  }

  /// Asks for a file and opens it.
  public void open() {
    questions.askForFileToOpen().ifPresent(this::openFile);
  }

  /// Opens a session or a record, or verifies a certificate. A file that cannot be read changes
  /// nothing.
  public void openFile(Path path) {
    var wanted = path.toAbsolutePath().normalize();
    if (FileKind.of(wanted) == FileKind.CERTIFICATE) {
      playground.pages().record(tool -> tool.verify(wanted));
      return;
    }
    disk.read(
        wanted,
        first,
        playground.model().trustedFolders(),
        read ->
            confirmThen(
                () -> {
                  remember(wanted);
                  show(read.session(), read.file(), read.model());
                  FileKind.notice(wanted, read.session())
                      .map(Notice::news)
                      .ifPresent(playground.notices()::show);
                }),
        e -> playground.notices().report("Not opened: " + e.getMessage()));
  }

  private void show(Session session, Optional<KnownFile> from, Folder model) {
    shown++;
    playground.notices().dismiss();
    var opening = SessionModels.plan(session, playground.work().model(), model);
    history.quietly(
        () -> {
          state.restore(session, opening.modelComes());
          file.use(from);
        });
    history.restart();
    saved = state.session();
    opening.sentence().ifPresent(sentence -> say(sentence, opening.offered(), session));
    changed();
    playground.work().expect(opening.place().flatMap(_ -> session.model()));
    opening.place().ifPresent(place -> place.open(playground));
  }

  private void say(String sentence, Optional<SessionPlace> offered, Session session) {
    var asShown = saved;
    offered
        .map(
            place ->
                new Notice.Action(
                    place.button(), place.lesson(), () -> openModelOf(session, asShown, place)))
        .ifPresentOrElse(
            open -> playground.notices().show(Notice.offer(sentence, open, () -> {})),
            () -> playground.notices().report(sentence));
  }

  /// Opens the model that a session names, and the session with it if nothing was done since.
  private void openModelOf(Session session, Session asShown, SessionPlace place) {
    playground.notices().dismiss();
    int before = shown;
    disk.findAgreed(
        session,
        found -> {
          history.settle();
          if (before == shown && isStill(asShown)) {
            show(session, file.known(), found);
          } else if (before == shown) {
            place.open(playground);
          }
        });
  }

  private boolean isStill(Session asShown) {
    return !dirty.get()
        && saved.holdsSameWork(asShown)
        && state.session().other().equals(asShown.other());
  }

  public void save() {
    save(() -> {});
  }

  public void saveAs() {
    questions.askWhereToSave(file.name()).ifPresent(chosen -> save(chosen, () -> {}));
  }

  private void save(Runnable then) {
    file.path()
        .or(() -> questions.askWhereToSave(file.name()))
        .ifPresent(chosen -> save(chosen, then));
  }

  private void save(Path chosen, Runnable then) {
    history.settle();
    var path = chosen.toAbsolutePath().normalize();
    var written = state.session();
    int before = shown;
    file.save(
        path,
        written,
        now -> {
          remember(now.path());
          if (before == shown) {
            file.use(Optional.of(now));
            saved = written;
            changed();
            then.run();
          }
        });
  }

  /// Looks whether another window or program has changed the file; the title tells.
  public void lookAtDisk() {
    file.look();
  }

  /// Asks about unsaved work and continues unless the user cancels or saving fails.
  public void confirmThen(Runnable then) {
    history.settle();
    if (!dirty.get()) {
      then.run();
      return;
    }
    switch (questions.askAboutUnsaved(file.name())) {
      // Work may go on during the save.
      case SAVE -> save(() -> confirmThen(then));
      case LET_GO -> then.run();
      case CANCEL -> {}
    }
  }

  private void remember(Path path) {
    recentFiles.setAll(Settings.withFirst(path, recentFiles));
  }

  public void undo() {
    history.undo();
  }

  public void redo() {
    history.redo();
  }

  /// Makes a branch that was set aside the current work again.
  public void bringBack(Branch branch) {
    playground.work().setAside().bringBack(branch);
  }

  // Work that a crash left behind

  /// Looks for unsaved work of a crash and offers it above the panels.
  public void findUnsavedWork() {
    leftBehind.find();
  }

  private void restore(Unsaved found, Folder model) {
    show(found.session(), found.savedAs(), model);
    // The file does not contain any of this work yet.
    saved = first;
    changed();
  }

  // Properties

  /// The tokens generated after earlier versions of the prompt, the latest last.
  public ObservableList<Branch> branches() {
    return playground.work().setAside().branches();
  }

  /// The title of the window: the name of the work, with a mark before it while it is unsaved.
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /// True if there is unsaved work.
  public ReadOnlyBooleanProperty dirtyProperty() {
    return dirty.getReadOnlyProperty();
  }

  /// The name of the change that `undo` reverts; empty where there is none.
  public ReadOnlyStringProperty undoNameProperty() {
    return history.undoNameProperty();
  }

  /// The name of the change that `redo` repeats; empty where there is none.
  public ReadOnlyStringProperty redoNameProperty() {
    return history.redoNameProperty();
  }

  /// The sessions opened or saved before, the latest first.
  public ObservableList<Path> recentFiles() {
    return recentFiles;
  }
}
