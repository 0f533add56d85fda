package kelvin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.option.HelpOption;
import kelvin.cli.option.JsonOption;
import kelvin.cli.option.ModelOption;
import kelvin.cli.option.ScoredText;
import kelvin.cli.option.StartTokenOption;
import kelvin.cli.output.TextTable;
import kelvin.cli.output.Words;
import kelvin.distribution.TokenScore;
import kelvin.engine.ContextToken;
import kelvin.engine.Predictor;
import kelvin.engine.TextScore;
import kelvin.inference.ModelLoadException;
import kelvin.text.json.Json;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `kelvin score`: how likely the model finds a text, token by token.
@Command(
    name = "score",
    header = "Score a text: how likely the model finds each token of it.",
    description = {
      "",
      "The first token is scored after the start token when the model has one; a token with",
      "nothing before it has no score. All scores are of the model's distribution at τ = 1.",
      ""
    },
    footer = {"", "Example:", "  kelvin score \"The cat sat on the mat.\""})
final class ScoreCommand implements Callable<Integer> {

  private final CliEnvironment environment;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private ScoredText source = new ScoredText();

  @Mixin private StartTokenOption startToken = new StartTokenOption();
  @Mixin private ModelOption model = new ModelOption();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin HelpOption help = new HelpOption();

  ScoreCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws ModelLoadException, IOException {
    var prompt = source.read(environment, model);
    try (var loaded = model.open(environment)) {
      var context = startToken.context(prompt, loaded.tokenizer());
      var tokens = new Predictor(loaded).predict(context, environment.cancellation()).tokens();
      var out = environment.streams().out();
      if (json.isGiven()) {
        write(new Json(out), tokens);
      } else {
        print(out, tokens);
      }
    }
    return ExitCode.DONE;
  }

  private static void write(Json json, List<ContextToken> tokens) throws IOException {
    var score = TextScore.of(tokens);
    json.document(
        () -> {
          json.array("tokens", () -> writeTokens(json, tokens));
          json.member("count", score.count());
          json.member("loss", score.loss());
          json.member("perplexity", score.perplexity());
          json.member("totalLogProbability", score.totalLogProbability());
        });
  }

  private static void writeTokens(Json json, List<ContextToken> tokens) throws IOException {
    for (var token : tokens) {
      json.object(
          () -> {
            json.tokenMembers(token.position(), token.id(), token.text());
            if (token.score().isPresent()) {
              var score = token.score().get();
              json.member("logProbability", score.logProbability());
              json.member("rank", score.rank());
              json.member("entropy", score.entropy());
            } else {
              json.missing("logProbability");
              json.missing("rank");
              json.missing("entropy");
            }
          });
    }
  }

  private static void print(PrintWriter out, List<ContextToken> tokens) {
    var table =
        new TextTable(
            TextTable.Column.right("position"),
            TextTable.Column.left("token"),
            TextTable.Column.right("id"),
            TextTable.Column.right("probability"),
            TextTable.Column.right("surprisal (bits)"),
            TextTable.Column.right("rank"),
            TextTable.Column.right("entropy (bits)"));
    for (var token : tokens) {
      var score = token.score();
      table.row(
          Integer.toString(token.position()),
          token.visibleText(),
          Integer.toString(token.id()),
          score.map(TokenScore::probability).map(Words::percent).orElse(""),
          score.map(TokenScore::surprisal).map(Words::bits).orElse(""),
          score.map(s -> Words.count(s.rank())).orElse(""),
          score.map(TokenScore::entropy).map(Words::bits).orElse(""));
    }
    table.print(out);
    var score = TextScore.of(tokens);
    out.println();
    out.println(
        score.count() == 0
            ? "no token has anything before it, so there is no loss"
            : "loss "
                + Words.decimal(score.loss())
                + " nats, perplexity "
                + Words.decimal(score.perplexity())
                + ", over "
                + Words.tokens(score.count()));
  }
}
