package kelvin.ui.session;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import kelvin.workspace.Session;
import kelvin.workspace.token.ModelReference;

/// Decides which model a session opens with.
///
/// A session can come from anywhere. The folder that it names is not even looked at before the user
/// has agreed, unless a model was opened from there before: on Windows, a look at `\\server\share`
/// sends the user's name over the network.
final class SessionModels {

  private SessionModels() {}

  /// The folder of a session's model.
  enum Folder {
    THERE,
    MISSING,
    NEVER_OPENED
  }

  /// @param folder of the model to open; empty to keep the open one
  /// @param offered the folder to ask about; empty if there is nothing to ask
  /// @param sentence a message for the user
  record Opening(
      Optional<Path> folder,
      Optional<Path> offered,
      Optional<String> sentence,
      boolean modelComes) {}

  /// Looks for the session's model.
  ///
  /// @param opened the folders that models were opened from
  static Folder find(Session session, Collection<Path> opened) {
    var folder = session.model().flatMap(SessionModels::pathOf);
    if (folder.isEmpty()) {
      return Folder.MISSING;
    }
    if (opened.stream().map(SessionModels::whole).noneMatch(whole(folder.get())::equals)) {
      return Folder.NEVER_OPENED;
    }
    // A model on a server and a record are files.
    return Files.exists(folder.get()) ? Folder.THERE : Folder.MISSING;
  }

  private static Path whole(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static Optional<Path> pathOf(ModelReference model) {
    try {
      return Optional.of(Path.of(model.folder()));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  /// @param open the open model, if any
  static Opening plan(Session session, Optional<ModelReference> open, Folder folder) {
    var wanted = session.model();
    if (wanted.isEmpty() || (open.isPresent() && open.get().isSameModel(wanted.get()))) {
      return new Opening(Optional.empty(), Optional.empty(), Optional.empty(), open.isEmpty());
    }
    var path = pathOf(wanted.get());
    if (folder == Folder.THERE) {
      return new Opening(path, Optional.empty(), Optional.empty(), true);
    }
    return new Opening(
        Optional.empty(),
        path.filter(_ -> folder == Folder.NEVER_OPENED),
        Optional.of(sentence(wanted.get(), session, open, folder)),
        open.isEmpty());
  }

  private static String sentence(
      ModelReference wanted, Session session, Optional<ModelReference> open, Folder folder) {
    int tokens = session.work().continuation().tokens().size();
    boolean lost = tokens > 0 && open.map(model -> !model.sharesVocabulary(wanted)).orElse(false);
    var place =
        folder == Folder.NEVER_OPENED
            ? "in %s, where no model was opened before"
            : "which is not in %s";
    return "This session was made with %s, %s; it opens with %s.%s"
        .formatted(
            wanted.name(),
            place.formatted(wanted.folder()),
            open.map(ModelReference::name).orElse("the model that is opening"),
            lost
                ? " Its generated tokens are set aside because they belong to another vocabulary."
                : "");
  }

  /// Looks for the session's model in the folder that it names, because the user agreed or this
  /// program kept the session itself.
  static Folder findTrusted(Session session) {
    return find(session, session.model().flatMap(SessionModels::pathOf).stream().toList());
  }
}
