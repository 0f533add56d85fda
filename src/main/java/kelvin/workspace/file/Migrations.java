package kelvin.workspace.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Brings a document of an older version to the current one, step by step, before it is read.
///
/// @param format that the document must name
/// @param current the version that this program writes; the first one is 1
/// @param steps from version 1 to 2, from 2 to 3, and so on: one less than `current`
public record Migrations(
    String format, int current, List<UnaryOperator<Map<String, Object>>> steps) {

  public Migrations {
    steps = List.copyOf(steps);
    if (steps.size() != current - 1) {
      throw new IllegalArgumentException("version " + current + " needs a step for each before");
    }
  }

  /// @throws DamagedException when it is another kind of document, or one of a newer program
  public Map<String, Object> toCurrent(Map<String, ?> document) {
    var fields = Fields.of(document);
    if (!format.equals(document.get("format"))) {
      throw new DamagedException("it is no " + format.replace('-', ' ') + " file.");
    }
    if (!fields.has("version")) {
      throw new DamagedException("it does not say its version.");
    }
    long version = fields.whole("version", 0);
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
