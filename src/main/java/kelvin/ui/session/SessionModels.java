package kelvin.ui.session;

import java.nio.file.Files;
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
    NEVER_OPENED,
    /// It runs on a server, to which nothing is sent before the user asks.
    ON_SERVER
  }

  /// @param place of the model to open; empty to keep the open one
  /// @param offered the place to ask about; empty if there is nothing to ask
  /// @param sentence a message for the user
  record Opening(
      Optional<SessionPlace> place,
      Optional<SessionPlace> offered,
      Optional<String> sentence,
      boolean modelComes) {}

  /// Looks for the session's model.
  ///
  /// @param opened the folders that models were opened from
  static Folder find(Session session, Collection<Path> opened) {
    if (session.model().filter(SessionPlace::isOnServer).isPresent()) {
      return Folder.ON_SERVER;
    }
    var folder = session.model().flatMap(SessionPlace::pathOf);
    if (folder.isEmpty()) {
      return Folder.MISSING;
    }
    if (opened.stream().map(SessionModels::whole).noneMatch(whole(folder.get())::equals)) {
      return Folder.NEVER_OPENED;
    }
    // A record is a file.
    return Files.exists(folder.get()) ? Folder.THERE : Folder.MISSING;
  }

  private static Path whole(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /// @param open the open model, if any
  static Opening plan(Session session, Optional<ModelReference> open, Folder folder) {
    var wanted = session.model();
    if (wanted.isEmpty() || (open.isPresent() && open.get().isSameModel(wanted.get()))) {
      return new Opening(Optional.empty(), Optional.empty(), Optional.empty(), open.isEmpty());
    }
    var place = SessionPlace.of(wanted.get());
    if (folder == Folder.THERE) {
      return new Opening(place, Optional.empty(), Optional.empty(), true);
    }
    return new Opening(
        Optional.empty(),
        place.filter(_ -> folder == Folder.NEVER_OPENED || folder == Folder.ON_SERVER),
        Optional.of(sentence(wanted.get(), session, open, folder)),
        open.isEmpty());
  }

  private static String sentence(
      ModelReference wanted, Session session, Optional<ModelReference> open, Folder folder) {
    int tokens = session.work().continuation().tokens().size();
    boolean lost = tokens > 0 && open.map(model -> !model.sharesVocabulary(wanted)).orElse(false);
    var place =
        switch (folder) {
          case NEVER_OPENED -> "in " + wanted.folder() + ", where no model was opened before";
          case ON_SERVER ->
              "on the server "
                  + SessionPlace.name(wanted)
                  + ", to which nothing is sent before you connect";
          case MISSING, THERE -> "which is not in " + wanted.folder();
        };
    return "This session was made with %s, %s; it opens with %s.%s"
        .formatted(
            wanted.name(),
            place,
            open.map(model -> nameBeside(wanted, model)).orElse("the model that is opening"),
            lost
                ? " Its generated tokens are set aside because they belong to another vocabulary."
                : "");
  }

  private static String nameBeside(ModelReference wanted, ModelReference open) {
    boolean another = open.name().equals(wanted.name()) && open.server().equals(wanted.server());
    return another ? "another " + open.name() : open.name();
  }

  /// Looks for the session's model in the folder that it names, because this program kept the
  /// session itself.
  static Folder findTrusted(Session session) {
    return find(session, session.model().flatMap(SessionPlace::pathOf).stream().toList());
  }

  /// Looks for the session's model where the user agreed to open it. A server is asked only by the
  /// opening.
  static Folder findAgreed(Session session) {
    var found = findTrusted(session);
    return found == Folder.ON_SERVER ? Folder.THERE : found;
  }
}
