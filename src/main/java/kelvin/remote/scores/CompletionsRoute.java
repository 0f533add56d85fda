package kelvin.remote.scores;

import com.google.gson.JsonObject;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kelvin.inference.Cancellation;
import kelvin.remote.http.Reply;
import kelvin.remote.http.ServerException;

/// Asks the route `completions` as OpenAI documents it, with a prompt of ids and `logprobs`.
///
/// An answer names tokens by their texts, in `top_logprobs`. Some servers answer in the form of the
/// chat route, with `content`, bytes, and sometimes ids; it is read as well.
final class CompletionsRoute {

  private final JsonServer server;
  private final String root;
  private final TokenTexts texts;

  /// @param root the path before `/completions`
  CompletionsRoute(JsonServer server, String root, TokenTexts texts) {
    this.server = server;
    this.root = root;
    this.texts = texts;
  }

  /// The name of the first model that the server has.
  String firstModel(Cancellation cancellation) {
    return ScoreJson.look(
        server.get(root + "/models", cancellation),
        server.host(),
        found -> found.getAsJsonArray("data").get(0).getAsJsonObject().get("id").getAsString());
  }

  /// The most probable tokens after a context.
  TopRow top(String model, int[] ids, int count, Cancellation cancellation) {
    var rows = new ArrayList<TopRow>();
    var reply = server.post(root + "/completions", body(model, ids, count), cancellation);
    read(reply, rows);
    if (rows.isEmpty() || rows.getLast().count() == 0) {
      throw ServerException.lasting(
          "The server " + server.host() + " sends no log-probabilities.",
          "Use a server and a model that answer to logprobs.");
    }
    return rows.getLast();
  }

  /// The text that the server makes of ids; empty if it does not give back a prompt.
  Optional<String> echo(String model, int[] ids, Cancellation cancellation) {
    var body = body(model, ids, 1);
    body.addProperty("echo", true);
    var rows = new ArrayList<TopRow>();
    var reply = server.post(root + "/completions", body, cancellation);
    var text =
        ScoreJson.look(
            reply,
            server.host(),
            found ->
                found.getAsJsonArray("choices").get(0).getAsJsonObject().get("text").getAsString());
    read(reply, rows);
    // Without the prompt there is one row, that of the drawn token.
    return rows.size() < ids.length ? Optional.empty() : Optional.of(text);
  }

  private static JsonObject body(String model, int[] ids, int count) {
    var body = new JsonObject();
    body.addProperty("model", model);
    body.add("prompt", ScoreJson.ids(ids));
    body.addProperty("max_tokens", 1);
    body.addProperty("logprobs", count);
    // Some servers give numbers after the temperature; at 1 they are the model's.
    body.addProperty("temperature", 1);
    body.addProperty("top_p", 1);
    body.addProperty("n", 1);
    body.addProperty("seed", 0);
    body.addProperty("stream", false);
    return body;
  }

  private void read(Reply reply, List<TopRow> rows) {
    ScoreJson.read(
        reply,
        server.host(),
        json ->
            ScoreJson.firstChoice(
                json,
                () -> ScoreJson.eachMember(json, "logprobs", () -> logProbabilities(json, rows))));
  }

  private void logProbabilities(JsonReader json, List<TopRow> rows) throws IOException {
    ScoreJson.eachMember(
        json,
        "top_logprobs",
        () -> byText(json, rows),
        "content",
        () ->
            eachElement(
                json,
                () -> ScoreJson.eachMember(json, "top_logprobs", () -> rows.add(byBytes(json)))));
  }

  /// The first token of a prompt that is given back has null.
  private void byText(JsonReader json, List<TopRow> rows) throws IOException {
    eachElement(
        json,
        () -> {
          var row = new TopRow();
          if (json.peek() == JsonToken.NULL) {
            json.nextNull();
          } else {
            json.beginObject();
            while (json.hasNext()) {
              var name = json.nextName();
              row.put(name, texts.id(name), Float.parseFloat(json.nextString()));
            }
            json.endObject();
          }
          rows.add(row);
        });
  }

  private TopRow byBytes(JsonReader json) throws IOException {
    var row = new TopRow();
    eachElement(json, () -> new Described(json).addTo(row));
    return row;
  }

  private static void eachElement(JsonReader json, ScoreJson.Member element) throws IOException {
    json.beginArray();
    while (json.hasNext()) {
      element.read();
    }
    json.endArray();
  }

  /// A token with its text, and its bytes or its id where the server gives them.
  private final class Described {

    private String text = "";
    private OptionalInt id = OptionalInt.empty();
    private Optional<byte[]> bytes = Optional.empty();
    private float logProbability = Float.NaN;

    Described(JsonReader json) throws IOException {
      json.beginObject();
      while (json.hasNext()) {
        var name = json.nextName();
        if (json.peek() == JsonToken.NULL) {
          json.nextNull();
          continue;
        }
        switch (name) {
          case "token" -> text = json.nextString();
          case "id" -> id = OptionalInt.of(json.nextInt());
          case "bytes" -> bytes = Optional.of(bytes(json));
          case "logprob" -> logProbability = Float.parseFloat(json.nextString());
          default -> json.skipValue();
        }
      }
      json.endObject();
    }

    private static byte[] bytes(JsonReader json) throws IOException {
      var all = new ByteArrayOutputStream();
      eachElement(json, () -> all.write(json.nextInt()));
      return all.toByteArray();
    }

    void addTo(TopRow row) {
      var found = id;
      if (found.isEmpty()) {
        found = bytes.isPresent() ? texts.withBytes(bytes.get()) : texts.id(text);
      }
      row.put(text, found, logProbability);
    }
  }
}
