package kelvin.ui.session;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import kelvin.workspace.ModelReference;
import kelvin.workspace.Session;

/// Decides which model a session opens with.
final class SessionModels {

  private SessionModels() {}

  /// @param folder of the model to open; empty to keep the open one
  /// @param sentence a message for the user
  record Opening(Optional<Path> folder, Optional<String> sentence, boolean modelComes) {}

  /// @param open the open model, if any
  /// @param isThere whether the session's model is in its folder
  static Opening plan(Session session, Optional<ModelReference> open, boolean isThere) {
    var wanted = session.model();
    if (wanted.isEmpty() || (open.isPresent() && open.get().isSameModel(wanted.get()))) {
      return new Opening(Optional.empty(), Optional.empty(), open.isEmpty());
    }
    if (isThere) {
      return new Opening(Optional.of(Path.of(wanted.get().folder())), Optional.empty(), true);
    }
    return new Opening(
        Optional.empty(), Optional.of(sentence(wanted.get(), session, open)), open.isEmpty());
  }

  private static String sentence(
      ModelReference wanted, Session session, Optional<ModelReference> open) {
    int tokens = session.work().continuation().tokens().size();
    boolean lost = tokens > 0 && open.map(model -> !model.sharesVocabulary(wanted)).orElse(false);
    return "This session was made with %s, which is not in %s; it opens with %s.%s"
        .formatted(
            wanted.name(),
            wanted.folder(),
            open.map(ModelReference::name).orElse("the model that is opening"),
            lost
                ? " Its generated tokens are set aside because they belong to another vocabulary."
                : "");
  }

  /// Whether the session's model is in its folder.
  static boolean mayOpen(Session session) {
    try {
      return session.model().isPresent()
          && Files.isDirectory(Path.of(session.model().get().folder()));
    } catch (InvalidPathException _) {
      return false;
    }
  }
}
