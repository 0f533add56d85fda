package kelvin.hub.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/// Reads the names of the files that have a graph's weights.
public interface WeightNames {

  /// The names, relative to the graph's folder, as the graph writes them.
  ///
  /// @throws IOException if the file is no graph; the message says where
  Set<String> of(Path graph) throws IOException;
}
