package kelvin.cli.output.hub;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import kelvin.hub.Bytes;
import kelvin.hub.transfer.Fetched;
import kelvin.text.ShellWords;
import kelvin.text.json.Json;

/// Writes where a fetched model is, and what to try with it.
public record FetchedAnswer(Fetched fetched) {

  public void write(PrintWriter out, boolean isJson) throws IOException {
    if (isJson) {
      write(new Json(out));
      return;
    }
    out.println(
        fetched.plan().listing().id()
            + ", "
            + fetched.plan().choice().precision()
            + ": "
            + fetched.files().size()
            + " files, "
            + Bytes.of(fetched.bytes())
            + ", all checked.");
    out.println(fetched.toOpen());
    out.println();
    out.println("Try:");
    out.println(
        "  "
            + ShellWords.line(
                List.of(
                    "kelvin",
                    "next",
                    "--model",
                    fetched.toOpen().toString(),
                    "--prompt",
                    "Once upon a time")));
  }

  private void write(Json json) throws IOException {
    var listing = fetched.plan().listing();
    json.document(
        () -> {
          json.member("id", listing.id().text());
          json.member("revision", listing.revision());
          json.member("commit", listing.commit());
          json.member("license", listing.license());
          json.member("precision", fetched.plan().choice().precision());
          json.member("model", fetched.toOpen().toString());
          json.member("folder", fetched.folder().toString());
          json.member("graph", fetched.graph().toString());
          json.array(
              "files",
              () -> {
                for (var file : fetched.files()) {
                  json.object(
                      () -> {
                        json.member("path", file.path());
                        json.member("bytes", file.size());
                        json.member("checksum", file.checksum().hex());
                      });
                }
              });
          json.member("bytes", fetched.bytes());
        });
  }
}
