package kelvin.inference;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import kelvin.inference.chat.ChatTemplates;
import kelvin.inference.server.ServerPlace;

/// Opens a model folder.
@FunctionalInterface
public interface ModelLoader {

  /// @param folder a folder in the layout of a Hugging Face export
  /// @throws ModelLoadException when it cannot be used, with file, reason and remedy
  /// @throws CancelledException if cancelled
  LoadedModel load(Path folder, Cancellation cancellation) throws ModelLoadException;

  /// Opens a model folder and reports each phase.
  ///
  /// @param progress called on the loading thread at the start of each phase
  default LoadedModel load(Path folder, Cancellation cancellation, Consumer<LoadPhase> progress)
      throws ModelLoadException {
    return load(folder, cancellation);
  }

  /// Keeps the place of a model on a server. Asks no server; that happens when the file is opened.
  ///
  /// @return a file that can be opened like a folder
  /// @throws ModelLoadException if the place cannot be used or kept
  default Path keepServer(ServerPlace place) throws ModelLoadException {
    throw new ModelLoadException(
        place.tokenizer(), "models on servers cannot be opened here.", "Give a folder.");
  }

  /// A graph of a model folder.
  ///
  /// @param bytes the size of the graph and its weights; 0 if they are not here
  record GraphFile(Path file, long bytes) {}

  /// Finds the graphs of a model folder, the one that opens first. Reads only as much of them as
  /// tells their files, and opens none.
  ///
  /// @param folder a model folder, or one `.onnx` file in it
  /// @throws ModelLoadException when it holds no model
  default List<GraphFile> graphs(Path folder) throws ModelLoadException {
    return List.of(new GraphFile(folder, 0));
  }

  /// Finds the chat templates of a model folder, without opening the model. A loader that knows of
  /// none finds none.
  ///
  /// @throws ModelLoadException if their files cannot be read
  default ChatTemplates chatTemplates(Path folder) throws ModelLoadException {
    return ChatTemplates.none(folder);
  }
}
