package kelvin.remote.place;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HexFormat;
import kelvin.inference.ModelLoadException;
import kelvin.inference.server.ServerPlace;

/// A small file that stands for a model on a server, so that it can be opened wherever a folder
/// can: its address and the folder of its tokenizer, in JSON. Keys are never in it.
public final class ServerFile {

  private static final String ADDRESS = "address";
  private static final String TOKENIZER = "tokenizer";
  private static final long MAX_BYTES = 1 << 16;

  private ServerFile() {}

  /// Keeps a place.
  ///
  /// @param folder for all such files
  /// @return the same file for the same place
  /// @throws ModelLoadException if it cannot be written
  public static Path keep(Path folder, ServerPlace place, ServerAddress address)
      throws ModelLoadException {
    var tokenizer = place.tokenizer().toAbsolutePath().normalize().toString();
    int hash = (place.address() + '\n' + tokenizer).hashCode();
    var name = (address.name() + " on " + address.host()).replaceAll("[^\\w. -]", "-");
    var file =
        folder.resolve(HexFormat.of().toHexDigits(hash)).resolve(name + ServerPlace.FILE_ENDING);
    var json = new JsonObject();
    json.addProperty(ADDRESS, place.address());
    json.addProperty(TOKENIZER, tokenizer);
    try {
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, json + "\n");
      return file;
    } catch (IOException e) {
      throw new ModelLoadException(
          file,
          "the address of the server cannot be kept in this file.",
          "Make room on the disk, or let Kelvin write there.",
          e);
    }
  }

  /// @throws ModelLoadException if the file is not there or not one of ours
  public static ServerPlace read(Path file) throws ModelLoadException {
    try {
      if (!Files.isRegularFile(file)) {
        throw new ModelLoadException(
            file, "there is no such file.", "Open the model by the address of its server again.");
      }
      if (Files.size(file) > MAX_BYTES) {
        throw new JsonParseException("too long");
      }
      var json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      var tokenizer = Path.of(json.get(TOKENIZER).getAsString());
      return new ServerPlace(
          json.get(ADDRESS).getAsString(), file.resolveSibling("").resolve(tokenizer));
    } catch (IOException
        | JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | NullPointerException
        | InvalidPathException e) {
      throw new ModelLoadException(
          file,
          "this file does not say where a model is: it needs an address and a tokenizer in JSON.",
          "Open the model by the address of its server again.",
          e);
    }
  }
}
