package kelvin.ui.hub;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.hub.Bytes;
import kelvin.hub.RepositoryId;
import kelvin.hub.cache.CachedModel;
import kelvin.hub.cache.UnfinishedModel;
import kelvin.inference.folder.GraphNames;

/// A model on this computer: one graph that can be opened, or a repository that is not whole.
///
/// @param title the repository and the precision
/// @param facts size, revision and place, as far as they are known
/// @param toOpen empty if it is not whole
record Kept(RepositoryId id, String title, String facts, Optional<Path> toOpen) {

  private static final int SHORT_COMMIT = 7;

  /// A line for each graph; where a folder has only one, the folder itself is opened.
  static List<Kept> of(CachedModel model) {
    var all = new ArrayList<Kept>();
    for (var graph : model.graphs()) {
      var name = graph.getFileName().toString();
      var folder = graph.resolveSibling("").getFileName();
      all.add(
          new Kept(
              model.id(),
              model.id() + " · " + GraphNames.precision(name, String.valueOf(folder)),
              revisionOf(model) + " · " + Bytes.of(model.bytes()) + " with all its files · " + name,
              Optional.of(model.graphs().size() == 1 ? model.folder() : graph)));
    }
    return all;
  }

  private static String revisionOf(CachedModel model) {
    return model.revisions().isEmpty()
        ? model.commit().substring(0, Math.min(SHORT_COMMIT, model.commit().length()))
        : String.join(", ", model.revisions());
  }

  static Kept of(UnfinishedModel model) {
    return new Kept(
        model.id(),
        model.id() + " · not whole",
        Bytes.of(model.bytes()) + " of files that are not whole are here",
        Optional.empty());
  }
}
