package kelvin.remote.scores;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kelvin.inference.Cancellation;
import kelvin.inference.LogitsRowSink;

/// Asks the server of llama.cpp by its completion route, with `n_probs` as large as the vocabulary.
/// It gives the row after the last token alone, so each position takes a request; the server keeps
/// the states of what came before.
final class LlamaScorer implements Scorer {

  private final JsonServer server;
  private final int usualSize;
  private int vocabularySize;

  /// @param usualSize the size of the vocabulary where the server does not say it
  LlamaScorer(JsonServer server, int usualSize) {
    this.server = server;
    this.usualSize = usualSize;
  }

  @Override
  public About about(Cancellation cancellation) {
    var about =
        ScoreJson.about(
            server,
            cancellation,
            first -> {
              var meta =
                  Optional.ofNullable(first.get("meta"))
                      .filter(JsonElement::isJsonObject)
                      .map(JsonElement::getAsJsonObject)
                      .orElse(new JsonObject());
              return new About(first.get("id").getAsString(), 0, number(meta, "n_vocab").orElse(0));
            });
    vocabularySize = about.vocabularySize() > 0 ? about.vocabularySize() : usualSize;
    return about;
  }

  private static Optional<Integer> number(JsonObject object, String name) {
    return Optional.ofNullable(object.get(name))
        .filter(JsonElement::isJsonPrimitive)
        .map(JsonElement::getAsInt);
  }

  @Override
  public List<Integer> tokenize(String text, Cancellation cancellation) {
    var body = new JsonObject();
    body.addProperty("content", text);
    body.addProperty("add_special", false);
    return ScoreJson.tokens(server, body, cancellation);
  }

  @Override
  public ScoreRow first(int[] ids, Cancellation cancellation) {
    return ask(ids, vocabularySize, cancellation);
  }

  @Override
  public TopRow top(int[] ids, int count, Cancellation cancellation) {
    return ask(ids, count, cancellation).list();
  }

  private ScoreRow ask(int[] ids, int count, Cancellation cancellation) {
    var body = new JsonObject();
    body.add("prompt", ScoreJson.ids(ids));
    body.addProperty("n_predict", 1);
    body.addProperty("n_probs", count);
    body.addProperty("post_sampling_probs", false);
    body.addProperty("cache_prompt", true);
    body.addProperty("stream", false);
    return ScoreJson.look(
        server.post("/completion", body, cancellation), server.host(), LlamaScorer::row);
  }

  private static ScoreRow row(JsonObject root) {
    var row = new ScoreRow();
    var drawn = root.getAsJsonArray("completion_probabilities").get(0).getAsJsonObject();
    for (var element : drawn.getAsJsonArray("top_logprobs")) {
      var token = element.getAsJsonObject();
      row.put(token.get("id").getAsInt(), logProbability(token.get("logprob")));
    }
    return row;
  }

  /// JSON has no −∞, so a token that cannot occur has null.
  private static float logProbability(JsonElement given) {
    return given.isJsonNull() ? Float.NEGATIVE_INFINITY : Float.parseFloat(given.getAsString());
  }

  @Override
  public void score(
      int[] ids, int firstPosition, int width, LogitsRowSink sink, Cancellation cancellation) {
    for (int position = firstPosition; position < ids.length; position++) {
      cancellation.throwIfCancelled();
      var row = first(Arrays.copyOf(ids, position + 1), cancellation);
      sink.accept(position, row.values(width, server.host()));
    }
  }

  @Override
  public String howToStart() {
    return "For all tokens, start a new llama-server: llama-server -m MODEL.gguf -np 1.";
  }
}
