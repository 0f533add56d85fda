package kelvin.app;

import java.nio.file.Path;
import kelvin.opening.FirstLoad;
import kelvin.opening.ModelOpener;

/// Makes the model openers for the window, for the command line, and for the process in which they
/// try a model that was never opened.
public final class ModelOpeners {

  private ModelOpeners() {}

  /// @param cacheFolder keeps the records about models
  public static ModelOpener forWindow(int threads, Path cacheFolder) {
    return ModelOpener.forWindow(
            threads, cacheFolder, firstLoad(cacheFolder), AppFolders.bundledModel())
        .withServers(NetworkAccess.toServers());
  }

  /// @param cacheFolder keeps the records about models
  public static ModelOpener forCommandLine(Path cacheFolder) {
    return ModelOpener.forCommandLine(
            allThreads(), cacheFolder, firstLoad(cacheFolder), AppFolders.bundledModel())
        .withServers(NetworkAccess.toServers());
  }

  /// @param cacheFolder keeps the records about models
  static ModelOpener forFirstLoad(Path cacheFolder) {
    return ModelOpener.withoutTrial(allThreads(), cacheFolder);
  }

  /// The heap holds the largest tokenizer that is read.
  private static FirstLoad firstLoad(Path cacheFolder) {
    return new FirstLoad(ChildJvm.command("1g"), cacheFolder);
  }

  private static int allThreads() {
    return Runtime.getRuntime().availableProcessors();
  }
}
