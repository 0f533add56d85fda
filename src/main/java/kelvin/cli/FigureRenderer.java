package kelvin.cli;

import java.io.IOException;
import java.nio.file.Path;

/// Draws figures. A port: the command line itself knows nothing of drawing.
@FunctionalInterface
public interface FigureRenderer {

  /// @param file a `.png`, replaced if it exists
  void render(Figure figure, Path file) throws IOException;
}
