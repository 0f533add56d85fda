package kelvin.app;

import java.nio.file.Path;
import kelvin.opening.FirstLoad;
import kelvin.opening.ModelOpener;

/// Makes the model openers for the window and for the command line.
public final class ModelOpeners {

  private ModelOpeners() {}

  /// Tries an unknown model in a process of its own before opening it.
  ///
  /// @param cacheFolder keeps the records about models
  public static ModelOpener forWindow(int threads, Path cacheFolder) {
    var firstLoad = new FirstLoad(ChildJvm.command("1g"), cacheFolder);
    return ModelOpener.forWindow(threads, cacheFolder, firstLoad, AppFolders.bundledModel());
  }

  /// @param cacheFolder keeps the records about models
  static ModelOpener forCommandLine(Path cacheFolder) {
    return ModelOpener.forCommandLine(Runtime.getRuntime().availableProcessors(), cacheFolder);
  }
}
