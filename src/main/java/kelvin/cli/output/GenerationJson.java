package kelvin.cli.output;

import java.io.IOException;
import java.io.PrintWriter;
import kelvin.engine.GeneratedStep;
import kelvin.engine.Generation;
import kelvin.text.Vocabulary;
import kelvin.text.json.Json;

/// The answer of `generate` for programs.
public final class GenerationJson {

  private final Json json;
  private final Vocabulary vocabulary;

  public GenerationJson(PrintWriter out, Vocabulary vocabulary) {
    json = new Json(out);
    this.vocabulary = vocabulary;
  }

  public void write(String prompt, Generation.Result result, String text) throws IOException {
    json.document(
        () -> {
          json.member("prompt", prompt);
          json.array("steps", () -> steps(result));
          json.member("text", text);
          json.member("stop", result.stop().label());
          json.member("tokensPerSecond", result.tokensPerSecond());
        });
  }

  private void steps(Generation.Result result) throws IOException {
    for (var step : result.steps()) {
      json.object(() -> members(step));
    }
  }

  private void members(GeneratedStep step) throws IOException {
    json.member("step", step.step());
    json.member("id", step.id());
    json.member("token", vocabulary.text(step.id()));
    json.member("probability", step.probability());
    json.member("finalProbability", step.finalProbability());
    json.member("rank", step.rank());
    json.member("u", step.u());
    json.member("entropy", step.entropy());
    json.member("keptCount", step.keptCount());
  }
}
