package kelvin.remote.scores;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.util.List;
import kelvin.inference.Cancellation;
import kelvin.remote.http.Reply;
import kelvin.remote.http.ServerException;

/// Reads answers of servers, and makes a sentence of those that cannot be read.
final class ScoreJson {

  private ScoreJson() {}

  /// Reads a long answer without keeping it as a tree.
  interface Reading {
    void read(JsonReader json) throws IOException;
  }

  /// Reads a short answer.
  interface Look<T> {
    T of(JsonObject root);
  }

  /// Reads one member of an object.
  interface Member {
    void read() throws IOException;
  }

  /// Reads the first choice of a completion, and skips the others.
  static void firstChoice(JsonReader json, Member choice) throws IOException {
    eachMember(
        json,
        "choices",
        () -> {
          json.beginArray();
          choice.read();
          while (json.hasNext()) {
            json.skipValue();
          }
          json.endArray();
        });
  }

  /// Reads an object, and skips all members but this one.
  static void eachMember(JsonReader json, String name, Member member) throws IOException {
    eachMember(json, name, member, name, member);
  }

  /// Reads an object, and skips all members but these two.
  static void eachMember(
      JsonReader json, String name, Member member, String other, Member otherMember)
      throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      var found = json.nextName();
      if (json.peek() == JsonToken.NULL) {
        json.nextNull();
      } else if (found.equals(name)) {
        member.read();
      } else if (found.equals(other)) {
        otherMember.read();
      } else {
        json.skipValue();
      }
    }
    json.endObject();
  }

  static void read(Reply reply, String host, Reading reading) {
    var json = new JsonReader(reply.reader());
    // A server may write NaN, which no row takes.
    json.setStrictness(Strictness.LENIENT);
    try {
      reading.read(json);
    } catch (IOException | IllegalStateException | NumberFormatException e) {
      throw unreadable(host);
    }
  }

  static <T> T look(Reply reply, String host, Look<T> look) {
    try {
      return look.of(JsonParser.parseReader(reply.reader()).getAsJsonObject());
    } catch (JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | NullPointerException
        | ClassCastException
        | IndexOutOfBoundsException
        | NumberFormatException e) {
      throw unreadable(host);
    }
  }

  /// Asks which model the server runs, the first of its list.
  static Scorer.About about(JsonServer server, Cancellation cancellation, Look<Scorer.About> look) {
    return look(
        server.get("/v1/models", cancellation),
        server.host(),
        root -> look.of(root.getAsJsonArray("data").get(0).getAsJsonObject()));
  }

  /// Reads the ids of a text that the server split into tokens.
  static List<Integer> tokens(JsonServer server, JsonObject body, Cancellation cancellation) {
    return look(
        server.post("/tokenize", body, cancellation),
        server.host(),
        root -> integers(root.getAsJsonArray("tokens")));
  }

  /// An answer that the protocol does not allow.
  static ServerException unreadable(String host) {
    return ServerException.lasting(
        "The server " + host + " sends an answer that breaks off or is not of its protocol.",
        "Check the kind of the server in the address, and that its version is new.");
  }

  static JsonArray ids(int[] ids) {
    var all = new JsonArray();
    for (int id : ids) {
      all.add(id);
    }
    return all;
  }

  private static List<Integer> integers(JsonArray numbers) {
    return numbers.asList().stream().map(number -> number.getAsInt()).toList();
  }
}
