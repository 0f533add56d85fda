package kelvin.remote.scores;

import com.google.gson.JsonObject;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kelvin.inference.Cancellation;
import kelvin.inference.LogitsRowSink;
import kelvin.remote.http.Reply;

/// Asks vLLM by its completions route. There `prompt_logprobs` may be −1, all tokens, but
/// `logprobs`, for the row after the prompt, may not: it gets the number of tokens that the first
/// answer had.
final class VllmScorer implements Scorer {

  private static final String COMPLETIONS = "/v1/completions";
  private static final String TOKEN_ID = "token_id:";

  /// The bytes of one token in an answer, about.
  private static final long BYTES_OF_TOKEN = 100;

  /// An answer with more is asked for position by position.
  private static final long MAX_AT_ONCE = 128L << 20;

  private final JsonServer server;
  private String model = "";
  private int vocabularySize;

  VllmScorer(JsonServer server) {
    this.server = server;
  }

  @Override
  public About about(Cancellation cancellation) {
    var about =
        ScoreJson.about(
            server,
            cancellation,
            first -> {
              var length = first.get("max_model_len");
              // One place is for the token that the server draws.
              int room = length == null || length.isJsonNull() ? 0 : length.getAsInt() - 1;
              return new About(first.get("id").getAsString(), room, 0);
            });
    model = about.model();
    return about;
  }

  @Override
  public List<Integer> tokenize(String text, Cancellation cancellation) {
    var body = new JsonObject();
    body.addProperty("model", model);
    body.addProperty("prompt", text);
    body.addProperty("add_special_tokens", false);
    return ScoreJson.tokens(server, body, cancellation);
  }

  @Override
  public ScoreRow first(int[] ids, Cancellation cancellation) {
    // The rows within a prompt; there is one fewer than it has tokens.
    var row = ask(ids, true, 0, cancellation).getLast();
    vocabularySize = row.count();
    return row;
  }

  @Override
  public TopRow top(int[] ids, int count, Cancellation cancellation) {
    return ask(ids, false, count, cancellation).getLast().list();
  }

  @Override
  public void score(
      int[] ids, int firstPosition, int width, LogitsRowSink sink, Cancellation cancellation) {
    boolean atOnce = ids.length * (long) width * BYTES_OF_TOKEN <= MAX_AT_ONCE;
    if (firstPosition == ids.length - 1 || !atOnce) {
      for (int position = firstPosition; position < ids.length; position++) {
        cancellation.throwIfCancelled();
        var row =
            ask(Arrays.copyOf(ids, position + 1), false, vocabularySize, cancellation).getLast();
        sink.accept(position, row.values(width, server.host()));
      }
      return;
    }
    var rows = ask(ids, true, vocabularySize, cancellation);
    for (int position = firstPosition; position < ids.length; position++) {
      sink.accept(position, rows.get(position).values(width, server.host()));
    }
  }

  /// @param count the tokens in the row after the last; 0 for no such row
  /// @return the rows within the prompt if `all`, and the one after the last token
  private List<ScoreRow> ask(int[] ids, boolean all, int count, Cancellation cancellation) {
    var body = new JsonObject();
    body.addProperty("model", model);
    body.add("prompt", ScoreJson.ids(ids));
    body.addProperty("max_tokens", 1);
    if (count > 0) {
      body.addProperty("logprobs", count);
    }
    if (all) {
      body.addProperty("prompt_logprobs", -1);
    }
    body.addProperty("return_tokens_as_token_ids", true);
    // A server that shows numbers after its samplers then shows those before them.
    body.addProperty("temperature", 1);
    body.addProperty("top_p", 1);
    body.addProperty("top_k", -1);
    body.addProperty("min_p", 0);
    body.addProperty("repetition_penalty", 1);
    body.addProperty("seed", 0);
    var found = read(server.post(COMPLETIONS, body, cancellation));
    int within = all ? ids.length - 1 : 0;
    if (found.size() != within + (count > 0 ? 1 : 0)) {
      throw ScoreJson.unreadable(server.host());
    }
    return found;
  }

  private List<ScoreRow> read(Reply reply) {
    var prompt = new ArrayList<ScoreRow>();
    var last = new ArrayList<ScoreRow>();
    ScoreJson.read(
        reply,
        server.host(),
        json ->
            ScoreJson.firstChoice(
                json,
                () ->
                    ScoreJson.eachMember(
                        json,
                        "logprobs",
                        () -> ScoreJson.eachMember(json, "top_logprobs", () -> rows(json, last)),
                        "prompt_logprobs",
                        () -> rows(json, prompt))));
    prompt.addAll(last);
    return prompt;
  }

  /// Reads a list of rows; the first token of a prompt has none.
  private static void rows(JsonReader json, List<ScoreRow> into) throws IOException {
    json.beginArray();
    while (json.hasNext()) {
      if (json.peek() == JsonToken.NULL) {
        json.nextNull();
      } else {
        into.add(row(json));
      }
    }
    json.endArray();
  }

  /// A row is an object by token: `"token_id:7": -1.5`, or `"7": {"logprob": -1.5, …}`.
  private static ScoreRow row(JsonReader json) throws IOException {
    var row = new ScoreRow();
    json.beginObject();
    while (json.hasNext()) {
      var name = json.nextName();
      int id =
          Integer.parseInt(name.startsWith(TOKEN_ID) ? name.substring(TOKEN_ID.length()) : name);
      if (json.peek() == JsonToken.BEGIN_OBJECT) {
        ScoreJson.eachMember(
            json, "logprob", () -> row.put(id, Float.parseFloat(json.nextString())));
      } else {
        row.put(id, Float.parseFloat(json.nextString()));
      }
    }
    json.endObject();
    return row;
  }

  @Override
  public String howToStart() {
    return "For all tokens, start it with: vllm serve MODEL --max-logprobs -1.";
  }
}
