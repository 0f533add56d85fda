package kelvin.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Tells the libraries where their native code is, so that they unpack nothing at start.
///
/// Each property is read once, when the first class of its library is loaded.
final class NativeLibraries {

  private static final String ONNX_RUNTIME = "onnxruntime.native.path";
  private static final String TOKENIZERS = "RUST_LIBRARY_PATH";

  private NativeLibraries() {}

  /// Sets the properties. If the folder is missing, the libraries unpack the code from their jars.
  static void locate() {
    var folder = AppFolders.natives().toAbsolutePath();
    if (Files.exists(library(folder, "onnxruntime"))) {
      System.setProperty(ONNX_RUNTIME, folder.toString());
    }
    // The file and not the folder: given a folder, DJL 0.38 fails where there is no CUDA.
    var tokenizers = library(folder, "tokenizers");
    if (Files.exists(tokenizers)) {
      System.setProperty(TOKENIZERS, tokenizers.toString());
    }
    // DJL looks for CUDA through JNA, which unpacks into the home folder unless told otherwise.
    if (jna(folder)) {
      System.setProperty("jna.boot.library.path", folder.toString());
      System.setProperty("jna.nounpack", "true");
    }
  }

  private static boolean jna(Path folder) {
    return List.of("libjnidispatch.so", "libjnidispatch.jnilib", "jnidispatch.dll").stream()
        .anyMatch(name -> Files.exists(folder.resolve(name)));
  }

  private static Path library(Path folder, String name) {
    return folder.resolve(System.mapLibraryName(name));
  }
}
