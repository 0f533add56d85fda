package kelvin.workspace.trace;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kelvin.workspace.certificate.RecordFields;
import kelvin.workspace.file.DamagedException;
import kelvin.workspace.file.Fields;
import kelvin.workspace.file.JsonLimits;
import kelvin.workspace.file.JsonTree;
import kelvin.workspace.file.Migrations;

/// Turns the header of a trace into a JSON document and back.
final class HeaderFormat {

  private static final Migrations MIGRATIONS =
      new Migrations("kelvin-trace", TraceWriter.VERSION, List.of());

  private HeaderFormat() {}

  static Map<String, Object> write(TraceHeader header) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("format", MIGRATIONS.format());
    fields.put("version", MIGRATIONS.current());
    fields.put("made", RecordFields.made(header.maker()));
    fields.put("model", header.model());
    fields.put("prompt", RecordFields.prompt(header.prompt(), header.context()));
    fields.put("sampling", RecordFields.sampling(header.settings()));
    fields.put("logitCount", header.logitCount());
    return fields;
  }

  /// @throws DamagedException with a sentence for the user
  static TraceHeader read(byte[] json) {
    try {
      var document = JsonTree.read(new ByteArrayInputStream(json), JsonLimits.SESSION);
      var fields = Fields.of(MIGRATIONS.toCurrent(document));
      var prompt = RecordFields.needed(fields, "prompt");
      fields.get("logitCount");
      return new TraceHeader(
          RecordFields.maker(RecordFields.needed(fields, "made")),
          RecordFields.text(fields, "model"),
          RecordFields.promptText(prompt),
          RecordFields.ids(prompt),
          RecordFields.settings(RecordFields.needed(fields, "sampling")),
          fields.count("logitCount", 1, 1));
    } catch (IllegalArgumentException e) {
      // A record rejected its values and says why in a sentence.
      throw new DamagedException("it holds what makes no sense: " + e.getMessage() + ".");
    } catch (IOException e) {
      throw new UncheckedIOException("an array can be read", e);
    }
  }
}
