package kelvin.workspace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kelvin.workspace.ResultTable.BooleanColumn;
import kelvin.workspace.ResultTable.Column;
import kelvin.workspace.ResultTable.NumberColumn;
import kelvin.workspace.ResultTable.TextColumn;
import kelvin.workspace.file.Fields;
import kelvin.workspace.file.JsonNumbers;

/// Reads and writes the member `results` of a session: tables whose columns name their type.
final class ResultFormat {

  private static final List<String> TYPES = List.of("number", "text", "truth");

  private ResultFormat() {}

  static Map<String, Object> write(ResultTable table) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("kind", table.kind());
    fields.put("title", table.title());
    fields.put("settings", new TreeMap<>(table.settings()));
    fields.put("columns", table.columns().stream().map(ResultFormat::write).toList());
    return fields;
  }

  private static Map<String, Object> write(Column column) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("name", column.name());
    switch (column) {
      case NumberColumn(_, var values) -> {
        fields.put("type", "number");
        fields.put("values", values.stream().map(JsonNumbers::of).toList());
      }
      case TextColumn(_, var values) -> {
        fields.put("type", "text");
        fields.put("values", values);
      }
      case BooleanColumn(_, var values) -> {
        fields.put("type", "truth");
        fields.put("values", values);
      }
    }
    return fields;
  }

  static ResultTable read(Fields fields) {
    var settings = new LinkedHashMap<String, String>();
    var written = fields.object("settings");
    written.map().keySet().forEach(name -> settings.put(name, written.text(name, "")));
    return new ResultTable(
        fields.text("kind", ""),
        fields.text("title", ""),
        settings,
        fields.objects("columns", ResultFormat::column));
  }

  private static Column column(Fields fields) {
    var name = fields.text("name", "");
    return switch (fields.choice("type", TYPES, type -> type, "text")) {
      case "number" -> new NumberColumn(name, numbers(fields));
      case "truth" -> new BooleanColumn(name, booleans(fields));
      default -> new TextColumn(name, fields.texts("values"));
    };
  }

  private static List<Double> numbers(Fields fields) {
    return fields.list("values").stream()
        .map(value -> JsonNumbers.number(fields.at("values"), value))
        .toList();
  }

  private static List<Boolean> booleans(Fields fields) {
    var values = new ArrayList<Boolean>();
    for (var value : fields.list("values")) {
      if (!(value instanceof Boolean flag)) {
        throw fields.wrong("values", "true or false", value);
      }
      values.add(flag);
    }
    return values;
  }
}
