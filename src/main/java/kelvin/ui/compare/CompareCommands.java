package kelvin.ui.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kelvin.engine.pair.PairWork.Done;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.ModelLoader.GraphFile;
import kelvin.ui.compare.model.SideModels;
import kelvin.workspace.command.CompareCommandLine;

/// Writes comparisons as the commands that give the same numbers.
final class CompareCommands {

  private CompareCommands() {}

  /// @param model the place of the first model; empty for the playground's
  /// @param against the places of the others; empty for the playground's
  static CompareCommandLine of(
      SideModels models, Done done, Optional<Path> model, List<Optional<Path>> against) {
    var asked = done.asked();
    return new CompareCommandLine(
        model.or(() -> playingToName(models)),
        against.stream().map(place -> place.orElseGet(() -> playing(models))).toList(),
        asked.text(),
        asked.startToken(),
        done.context(),
        asked.draws());
  }

  /// A folder stands for the graph that opens first; another one is named by its file.
  private static Optional<Path> playingToName(SideModels models) {
    var first = models.exports().allProperty().get().stream().findFirst().map(GraphFile::file);
    var graph = models.exports().graph();
    return first.isEmpty() || first.equals(graph) ? models.playing().folderToName() : graph;
  }

  /// The option needs a place, also for the bundled model.
  private static Path playing(SideModels models) {
    return models
        .playing()
        .descriptorProperty()
        .get()
        .map(ModelDescriptor::folder)
        .orElse(Path.of("."));
  }
}
