package kelvin.app;

import java.nio.file.Path;
import kelvin.opening.FirstLoad;
import kelvin.opening.ModelOpener;

/// Makes the model openers of the window and of the command line.
public final class ModelOpeners {

  private ModelOpeners() {}

  /// Tries an unknown model in a process of its own before it opens it.
  ///
  /// @param cacheFolder keeps what is found out about models
  public static ModelOpener forWindow(int threads, Path cacheFolder) {
    var firstLoad = new FirstLoad(ChildJvm.command("1g"), cacheFolder);
    return ModelOpener.forWindow(threads, cacheFolder, firstLoad, AppFolders.bundledModel());
  }

  /// @param cacheFolder keeps what is found out about models
  static ModelOpener forCommandLine(Path cacheFolder) {
    return ModelOpener.forCommandLine(Runtime.getRuntime().availableProcessors(), cacheFolder);
  }
}
