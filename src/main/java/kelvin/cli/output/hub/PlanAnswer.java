package kelvin.cli.output.hub;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import kelvin.cli.output.TextTable;
import kelvin.hub.Bytes;
import kelvin.hub.FetchPlan;
import kelvin.hub.GraphChoice;
import kelvin.hub.cache.PresentFiles;
import kelvin.text.json.Json;

/// Writes what would be fetched: the precisions to choose from, and the files of the chosen one.
///
/// @param present the files that are here already
public record PlanAnswer(FetchPlan plan, PresentFiles present) {

  public void write(PrintWriter out, boolean isJson) throws IOException {
    if (isJson) {
      write(new Json(out));
    } else {
      print(out);
    }
  }

  private void print(PrintWriter out) {
    var listing = plan.listing();
    out.println(
        listing.id()
            + ", "
            + listing.revision()
            + " ("
            + listing.commit()
            + ")"
            + (listing.license().isEmpty() ? "" : ", license " + listing.license()));
    out.println();
    var graphs =
        new TextTable(
            TextTable.Column.left("precision"),
            TextTable.Column.right("size"),
            TextTable.Column.left("graph"));
    for (var choice : GraphChoice.of(listing)) {
      graphs.row(
          (choice.equals(plan.choice()) ? "* " : "  ") + choice.precision(),
          Bytes.of(choice.bytes()),
          choice.graph().path());
    }
    graphs.print(out);
    out.println();
    printFiles(out);
  }

  private void printFiles(PrintWriter out) {
    var table =
        new TextTable(
            TextTable.Column.right("size"),
            TextTable.Column.left("state"),
            TextTable.Column.left("file"));
    for (var file : plan.files()) {
      table.row(Bytes.of(file.size()), present.state(file), file.path());
    }
    table.print(out);
    out.println();
    out.println(
        "In all "
            + Bytes.of(plan.bytes())
            + ", of which "
            + Bytes.of(present.missing(plan.files()))
            + " are to be fetched. Nothing was fetched.");
    if (!plan.choice().weights().isEmpty()) {
      out.println("Which weights are needed is what the graph says when it is here.");
    }
  }

  private void write(Json json) throws IOException {
    var listing = plan.listing();
    json.document(
        () -> {
          json.member("id", listing.id().text());
          json.member("revision", listing.revision());
          json.member("commit", listing.commit());
          json.member("license", listing.license());
          json.member("precision", plan.choice().precision());
          json.member("graph", plan.choice().graph().path());
          json.array("graphs", () -> write(json, GraphChoice.of(listing)));
          json.array(
              "files",
              () -> {
                for (var file : plan.files()) {
                  json.object(
                      () -> {
                        json.member("path", file.path());
                        json.member("bytes", file.size());
                        json.member("here", present.isWhole(file));
                      });
                }
              });
          json.member("bytes", plan.bytes());
          json.member("toFetch", present.missing(plan.files()));
        });
  }

  private static void write(Json json, List<GraphChoice> choices) throws IOException {
    for (var choice : choices) {
      json.object(
          () -> {
            json.member("precision", choice.precision());
            json.member("path", choice.graph().path());
            json.member("bytes", choice.bytes());
          });
    }
  }
}
