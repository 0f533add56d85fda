package kelvin.app;

import java.nio.file.Path;
import java.util.List;

/// Shows tests of other packages what the application keeps to itself.
public final class AppAccess {

  private AppAccess() {}

  public static Path bundledModel() {
    return AppFolders.bundledModel();
  }

  public static Path cache() {
    return AppFolders.cache();
  }

  /// The command that starts this program once more; its last word names the main class.
  public static List<String> childCommand(String heap) {
    return ChildJvm.command(heap);
  }
}
