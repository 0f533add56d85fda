package kelvin.prompt.table;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// Reads rows of one JSON object each; the members' names are the columns.
final class JsonLineRows {

  private final List<TableRow> rows = new ArrayList<>();
  private final List<RowProblem> problems = new ArrayList<>();
  private final LinkedHashSet<String> columns = new LinkedHashSet<>();

  /// @throws CancellationException as soon as nobody wants the rows
  JsonLineRows(String text, BooleanSupplier isWanted) {
    var objects = new ArrayList<JsonObject>();
    var lines = new ArrayList<Long>();
    long line = 0;
    for (var each : (Iterable<String>) text.lines()::iterator) {
      line++;
      TableReader.checkWanted(isWanted);
      if (!each.isBlank()) {
        var object = object(each, line);
        if (object.isPresent()) {
          objects.add(object.get());
          lines.add(line);
          columns.addAll(object.get().keySet());
        }
      }
    }
    for (int i = 0; i < objects.size(); i++) {
      addRow(objects.get(i), lines.get(i));
    }
  }

  private java.util.Optional<JsonObject> object(String line, long number) {
    var reader = new JsonReader(new StringReader(line));
    reader.setStrictness(Strictness.STRICT);
    try {
      if (JsonParser.parseReader(reader) instanceof JsonObject object
          && reader.peek() == JsonToken.END_DOCUMENT) {
        return java.util.Optional.of(object);
      }
    } catch (IOException | JsonParseException | IllegalStateException _) {
      // The code below reports this line like any other that is not an object.
    }
    problems.add(new RowProblem(number, "this is no JSON object"));
    return java.util.Optional.empty();
  }

  private void addRow(JsonObject object, long line) {
    var cells = new ArrayList<String>();
    for (var column : columns) {
      if (!(object.get(column) instanceof JsonPrimitive value)) {
        var what = object.has(column) ? "is no text or number" : "is missing";
        problems.add(new RowProblem(line, "'" + column + "' " + what));
        return;
      }
      cells.add(value.getAsString());
    }
    rows.add(new TableRow(line, cells));
  }

  List<String> columns() {
    return List.copyOf(columns);
  }

  List<TableRow> rows() {
    return rows;
  }

  List<RowProblem> problems() {
    return problems;
  }
}
