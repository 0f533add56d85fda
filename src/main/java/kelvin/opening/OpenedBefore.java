package kelvin.opening;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kelvin.catalog.TokenizerFiles;
import kelvin.inference.LoadRecord;
import kelvin.inference.LoadRecords;
import kelvin.inference.ModelFolder;

/// Remembers whether a model was opened before with exactly this graph and tokenizer. Both
/// libraries are native, so new files could crash the process.
final class OpenedBefore {

  private final LoadRecords records;
  private final List<Path> tokenizerFiles;
  private final String key;

  /// @param graphKey identifies the graph and its weights
  OpenedBefore(LoadRecords records, String graphKey, ModelFolder folder) {
    this.records = records;
    tokenizerFiles = folder.tokenizer().map(TokenizerFiles::allOf).orElse(List.of());
    var text = new StringBuilder("opened\n").append(graphKey);
    tokenizerFiles.forEach(file -> append(text, file));
    key = text.toString();
  }

  /// The size of the tokenizer's files.
  long tokenizerBytes() {
    return tokenizerFiles.stream().map(Path::toFile).mapToLong(File::length).sum();
  }

  private static void append(StringBuilder text, Path file) {
    text.append(file.toAbsolutePath().normalize());
    try {
      text.append(' ').append(Files.size(file)).append(' ').append(Files.getLastModifiedTime(file));
    } catch (IOException _) {
      text.append(" is not there");
    }
    text.append('\n');
  }

  boolean isKnown() {
    return records.find(key).isPresent();
  }

  void remember() {
    if (!isKnown()) {
      records.keep(key, new LoadRecord(Map.of(), List.of()));
    }
  }
}
