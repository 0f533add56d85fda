package kelvin.cli.output.hub;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import kelvin.cli.output.TextTable;
import kelvin.hub.FoundModel;
import kelvin.hub.Suggestion;
import kelvin.text.Count;
import kelvin.text.json.Json;

/// Writes models to choose from: those of the short list, or those that a search found.
public final class FoundList {

  private final List<Suggestion> suggestions;
  private final List<FoundModel> found;

  private FoundList(List<Suggestion> suggestions, List<FoundModel> found) {
    this.suggestions = List.copyOf(suggestions);
    this.found = List.copyOf(found);
  }

  public static FoundList ofSuggestions(List<Suggestion> suggestions) {
    return new FoundList(suggestions, List.of());
  }

  public static FoundList ofFound(List<FoundModel> found) {
    return new FoundList(List.of(), found);
  }

  public void write(PrintWriter out, boolean isJson) throws IOException {
    if (isJson) {
      writeJson(new Json(out));
    } else if (!suggestions.isEmpty()) {
      printSuggestions(out);
    } else if (found.isEmpty()) {
      out.println("Nothing found. Only models with ONNX files for text generation are searched.");
    } else {
      printFound(out);
    }
  }

  private void printSuggestions(PrintWriter out) {
    var table = new TextTable(left("name"), left("license"), left("sizes"), left("good for"));
    for (var each : suggestions) {
      table.row(
          each.name(),
          each.license(),
          each.sizes().isEmpty() ? "ask: get --dry-run" : each.sizes(),
          each.goodFor());
    }
    table.print(out);
  }

  private void printFound(PrintWriter out) {
    var table =
        new TextTable(
            left("repository"),
            TextTable.Column.right("downloads"),
            left("license"),
            left("access"));
    for (var each : found) {
      table.row(
          each.id().text(),
          each.downloads() < 0 ? "" : Count.of(each.downloads()),
          each.license(),
          each.gated() ? "after accepting conditions" : "open");
    }
    table.print(out);
  }

  private static TextTable.Column left(String title) {
    return TextTable.Column.left(title);
  }

  private void writeJson(Json json) throws IOException {
    json.document(
        () ->
            json.array(
                "models",
                () -> {
                  for (var each : suggestions) {
                    json.object(
                        () -> {
                          json.member("id", each.id().text());
                          json.member("name", each.name());
                          json.member("goodFor", each.goodFor());
                          json.member("license", each.license());
                          json.member("sizes", each.sizes());
                        });
                  }
                  for (var each : found) {
                    json.object(() -> write(json, each));
                  }
                }));
  }

  private static void write(Json json, FoundModel each) throws IOException {
    json.member("id", each.id().text());
    json.member("task", each.task());
    json.member("license", each.license());
    if (each.downloads() < 0) {
      json.missing("downloads");
    } else {
      json.member("downloads", each.downloads());
    }
    json.member("gated", each.gated());
  }
}
