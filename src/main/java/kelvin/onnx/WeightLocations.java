package kelvin.onnx;

import java.io.IOException;
import java.nio.file.Path;
import kelvin.onnx.wire.ExternalEntry;
import kelvin.onnx.wire.ProtobufReader;
import kelvin.onnx.wire.ProtobufWriter;

/// The locations of a graph's weights, for a copy of the graph that is passed to the runtime as
/// bytes together with a folder.
///
/// The runtime requires all weight files in that folder and does not follow links out of it. The
/// download cache of Hugging Face consists of links to files in one folder.
final class WeightLocations {

  private static final int EXTERNAL_DATA = 13;
  private static final int DATA_LOCATION = 14;
  private static final int IN_A_FILE = 1;

  private final Path given;
  private final Path real;

  /// @throws IOException if the graph does not exist
  WeightLocations(Path graph) throws IOException {
    given = graph.toAbsolutePath();
    real = graph.toRealPath();
  }

  /// The folder of all files.
  Path folder() {
    return real.resolveSibling("");
  }

  /// Adds the location of a tensor's data in the graph's own file.
  ProtobufWriter refer(ProtobufWriter tensor, long offset, long length) {
    return tensor
        .message(EXTERNAL_DATA, entry("location", String.valueOf(real.getFileName())))
        .message(EXTERNAL_DATA, entry("offset", Long.toString(offset)))
        .message(EXTERNAL_DATA, entry("length", Long.toString(length)))
        .number(DATA_LOCATION, IN_A_FILE);
  }

  /// Copies an entry of `external_data`, with the file's real name.
  ///
  /// @throws IOException if the file is not in the graph's folder
  ProtobufWriter moved(ProtobufReader reader, long end) throws IOException {
    var entry = ExternalEntry.read(reader, end);
    return entry.isLocation() ? entry(entry.key(), realName(entry.value())) : entry.write();
  }

  private String realName(String location) throws IOException {
    var file = given.resolveSibling(location).toRealPath();
    if (!file.startsWith(folder())) {
      throw new IOException(file + " is not in the folder of " + real);
    }
    return folder().relativize(file).toString().replace('\\', '/');
  }

  private static ProtobufWriter entry(String key, String value) {
    return new ExternalEntry(key, value).write();
  }
}
