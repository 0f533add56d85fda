package kelvin.onnx;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import kelvin.inference.ModelConfig;
import kelvin.inference.ModelDescriptor.ModelFile;

/// Makes a key of everything that the result of a first load depends on: path, size and time of
/// all files, the numbers of the configuration, the runtime, and the version of the probes.
final class LoadKey {

  /// Increase this when the probes or the stored results change.
  private static final int PROBES_VERSION = 9;

  private LoadKey() {}

  static String of(List<ModelFile> files, ModelConfig config) throws IOException {
    var key = new StringBuilder("probes ").append(PROBES_VERSION).append('\n');
    var runtime = OrtEnvironment.class.getModule().getDescriptor();
    key.append("runtime ").append(runtime == null ? "" : runtime.toNameAndVersion()).append('\n');
    key.append("config ")
        .append(config.contextLength())
        .append(config.vocabularySize())
        .append(config.keyValueHeads())
        .append(config.headDimension())
        .append(new TreeMap<>(config.usualNames()))
        .append('\n');
    for (var file : files) {
      Path path = file.path().toAbsolutePath().normalize();
      key.append(path)
          .append(' ')
          .append(file.size())
          .append(' ')
          .append(Files.getLastModifiedTime(path))
          .append('\n');
    }
    return key.toString();
  }
}
