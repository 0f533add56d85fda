package kelvin.workspace.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Converts a document of an older version to the current one, step by step, before it is read.
///
/// @param format the format that the document must name
/// @param current the version that this program writes; the first is 1
/// @param steps the step from version 1 to 2, from 2 to 3, and so on: one fewer than `current`
public record Migrations(
    String format, int current, List<UnaryOperator<Map<String, Object>>> steps) {

  public Migrations {
    steps = List.copyOf(steps);
    if (steps.size() != current - 1) {
      throw new IllegalArgumentException("version " + current + " needs a step for each before");
    }
  }

  /// @throws DamagedException when the document has another format
  public Map<String, Object> toCurrent(Map<String, ?> document) {
    var fields = Fields.of(document);
    if (!format.equals(document.get("format"))) {
      throw new DamagedException("it is no " + format.replace('-', ' ') + " file.");
    }
    if (!fields.has("version")) {
      throw new DamagedException("it does not say its version.");
    }
    long version = fields.integer("version", 0);
    if (version > current) {
      throw new NewerVersionException(version, current);
    }
    if (version < 1) {
      throw fields.wrong("version", "at least 1", version);
    }
    Map<String, Object> migrated = new LinkedHashMap<>(document);
    for (long from = version; from < current; from++) {
      migrated = steps.get((int) from - 1).apply(migrated);
    }
    return migrated;
  }
}
