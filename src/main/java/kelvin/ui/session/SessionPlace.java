package kelvin.ui.session;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import kelvin.inference.server.ServerPlace;
import kelvin.ui.playground.PlaygroundViewModel;
import kelvin.workspace.token.ModelReference;

/// The place from which a session's model can be opened.
sealed interface SessionPlace {

  /// A folder, or a file that opens like one.
  record Local(Path path) implements SessionPlace {

    @Override
    public String button() {
      return "Open the model";
    }

    @Override
    public String lesson() {
      return "Opens the model in " + path + ".";
    }

    @Override
    public void open(PlaygroundViewModel playground) {
      playground.model().open(path);
    }
  }

  /// A model on a server.
  record Remote(ServerPlace place) implements SessionPlace {

    @Override
    public String button() {
      return "Connect";
    }

    @Override
    public String lesson() {
      return "Asks %s about the model and opens it with the tokenizer in %s. The prompt is sent there then."
          .formatted(place.address(), place.tokenizer());
    }

    @Override
    public void open(PlaygroundViewModel playground) {
      playground
          .model()
          .openServer(place)
          .ifPresent(wrong -> playground.notices().report("Not opened: " + wrong));
    }
  }

  /// The words on the button that opens it.
  String button();

  /// Says what the button does.
  String lesson();

  /// Requests the model, or says why the place cannot be used.
  void open(PlaygroundViewModel playground);

  /// The place of a model; empty if this machine can have no such place.
  static Optional<SessionPlace> of(ModelReference model) {
    if (model.server().isEmpty()) {
      return pathOf(model).map(Local::new);
    }
    var server = model.server().get();
    return path(server.tokenizer())
        .map(tokenizer -> new Remote(new ServerPlace(server.address(), tokenizer)));
  }

  /// True if the model ran on a server. Sessions of earlier versions name only the file that stands
  /// for it.
  static boolean isOnServer(ModelReference model) {
    return model.server().isPresent() || pathOf(model).filter(ServerPlace::isFile).isPresent();
  }

  /// The server for people.
  static String name(ModelReference model) {
    return model.server().map(ModelReference.Server::address).orElseGet(model::folder);
  }

  /// The path that a session names, which need not be there.
  static Optional<Path> pathOf(ModelReference model) {
    return path(model.folder());
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }
}
