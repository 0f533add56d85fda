package kelvin.onnx;

import java.io.IOException;
import java.nio.file.Path;

/// Where the weights of a graph are, for a copy of the graph that is given to the runtime as bytes
/// together with a folder.
///
/// The runtime wants all files of weights to be in that folder, and follows no links out of it; the
/// download cache of Hugging Face is made of links to files that lie side by side.
final class WeightLocations {

  private static final int EXTERNAL_DATA = 13;
  private static final int DATA_LOCATION = 14;
  private static final int IN_A_FILE = 1;
  private static final int ENTRY_KEY = 1;
  private static final int ENTRY_VALUE = 2;

  private final Path given;
  private final Path real;

  /// @throws IOException when the graph is not there
  WeightLocations(Path graph) throws IOException {
    given = graph.toAbsolutePath();
    real = graph.toRealPath();
  }

  /// Where all the files are.
  Path folder() {
    return real.resolveSibling("");
  }

  /// Adds what says that a tensor's data is in the graph's own file.
  ProtobufWriter refer(ProtobufWriter tensor, long offset, long length) {
    return tensor
        .message(EXTERNAL_DATA, entry("location", String.valueOf(real.getFileName())))
        .message(EXTERNAL_DATA, entry("offset", Long.toString(offset)))
        .message(EXTERNAL_DATA, entry("length", Long.toString(length)))
        .number(DATA_LOCATION, IN_A_FILE);
  }

  /// Copies an entry of `external_data`, with the file's real name.
  ///
  /// @throws IOException when the file is not where the graph is
  ProtobufWriter moved(ProtobufReader reader, long end) throws IOException {
    var key = "";
    var value = "";
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      switch (field) {
        case ENTRY_KEY -> key = reader.string(end);
        case ENTRY_VALUE -> value = reader.string(end);
        default -> reader.skip(end);
      }
    }
    return entry(key, key.equals("location") ? realName(value) : value);
  }

  private String realName(String location) throws IOException {
    var file = given.resolveSibling(location).toRealPath();
    if (!file.startsWith(folder())) {
      throw new IOException(file + " is not in the folder of " + real);
    }
    return folder().relativize(file).toString().replace('\\', '/');
  }

  private static ProtobufWriter entry(String key, String value) {
    return new ProtobufWriter().text(ENTRY_KEY, key).text(ENTRY_VALUE, value);
  }
}
