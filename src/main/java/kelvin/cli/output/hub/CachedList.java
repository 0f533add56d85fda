package kelvin.cli.output.hub;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import kelvin.cli.output.TextTable;
import kelvin.hub.Bytes;
import kelvin.hub.cache.CachedModel;
import kelvin.text.json.Json;

/// Writes the models in the cache.
public record CachedList(Path cache, List<CachedModel> models) {

  private static final int SHORT_COMMIT = 7;

  public CachedList {
    models = List.copyOf(models);
  }

  public void write(PrintWriter out, boolean isJson) throws IOException {
    if (isJson) {
      write(new Json(out));
    } else if (models.isEmpty()) {
      out.println("There is no ONNX model in " + cache + ".");
    } else {
      print(out);
    }
  }

  private void print(PrintWriter out) {
    var table =
        new TextTable(
            TextTable.Column.left("repository"),
            TextTable.Column.left("revision"),
            TextTable.Column.right("size"),
            TextTable.Column.left("path"));
    for (var model : models) {
      var revision =
          model.revisions().isEmpty()
              ? model.commit().substring(0, Math.min(SHORT_COMMIT, model.commit().length()))
              : String.join(", ", model.revisions());
      boolean isAlone = model.graphs().size() == 1;
      for (var graph : model.graphs()) {
        table.row(
            model.id().text(),
            revision,
            Bytes.of(model.bytes()),
            (isAlone ? model.folder() : graph).toString());
      }
    }
    table.print(out);
  }

  private void write(Json json) throws IOException {
    json.document(
        () -> {
          json.member("cache", cache.toString());
          json.array(
              "models",
              () -> {
                for (var model : models) {
                  json.object(() -> write(json, model));
                }
              });
        });
  }

  private static void write(Json json, CachedModel model) throws IOException {
    json.member("id", model.id().text());
    json.member("commit", model.commit());
    json.array(
        "revisions",
        () -> {
          for (var revision : model.revisions()) {
            json.element(revision);
          }
        });
    json.member("folder", model.folder().toString());
    json.array(
        "graphs",
        () -> {
          for (var graph : model.graphs()) {
            json.element(graph.toString());
          }
        });
    json.member("bytes", model.bytes());
  }
}
