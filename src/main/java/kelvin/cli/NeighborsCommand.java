package kelvin.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.environment.GivenChoice;
import kelvin.cli.environment.UsageException;
import kelvin.cli.option.HelpOption;
import kelvin.cli.option.JsonOption;
import kelvin.cli.option.ModelOption;
import kelvin.cli.option.SpacePoint;
import kelvin.cli.output.AnalogyTable;
import kelvin.cli.output.NeighborList;
import kelvin.engine.inside.Analogies;
import kelvin.engine.inside.Similarity;
import kelvin.engine.inside.TokenSpace;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import kelvin.inference.inner.TokenVectors;
import kelvin.text.json.Json;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `kelvin neighbors`: the tokens nearest to a token or to a sum of tokens.
@Command(
    name = "neighbors",
    header = "List the tokens whose vectors are nearest to that of a token or to a sum of tokens.",
    description = {
      "",
      "All tokens of the vocabulary are compared, and sums run in double. The vectors are those",
      "that the graph stores: some models scale them before use, such as Gemma by √width, which",
      "changes lengths and dot products but no cosine.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  kelvin neighbors --token \" cat\" --top 10",
      "  kelvin neighbors --token-id 17 --metric dot --matrix output --json",
      "  kelvin neighbors --sum \"king - man + woman\"",
      "  kelvin neighbors --analogies"
    })
final class NeighborsCommand implements Callable<Integer> {

  private final CliEnvironment environment;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private SpacePoint point = new SpacePoint();

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "List the N nearest tokens. Default: 10.")
  private int top = 10;

  @Option(
      names = "--metric",
      paramLabel = "NAME",
      description =
          "cosine compares directions; dot is the dot product, which also grows with the length."
              + " Default: cosine.")
  private String metric = Similarity.COSINE.label();

  @Option(
      names = "--matrix",
      paramLabel = "NAME",
      description =
          "input has the vectors with which tokens enter the model; output has those that the head"
              + " multiplies. In some models both are the same. Default: input.")
  private String matrix = TokenVectors.Matrix.INPUT.label();

  @Mixin private ModelOption model = new ModelOption();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin HelpOption help = new HelpOption();

  NeighborsCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws ModelLoadException, IOException {
    var similarity = GivenChoice.of("--metric", List.of(Similarity.values()), metric);
    var wanted = GivenChoice.of("--matrix", List.of(TokenVectors.Matrix.values()), matrix);
    if (top < 1) {
      throw new UsageException("--top must be 1 or more, was " + top);
    }
    try (var loaded = model.open(environment)) {
      if (point.isAnalogies()) {
        measure(loaded, wanted, similarity);
      } else {
        list(loaded, wanted, similarity);
      }
    }
    return ExitCode.DONE;
  }

  private void list(LoadedModel loaded, TokenVectors.Matrix wanted, Similarity similarity)
      throws IOException {
    var vocabulary = loaded.tokenizer().vocabulary();
    var sum = point.sum(loaded.tokenizer());
    int id = sum.isPresent() ? 0 : point.token(loaded.tokenizer());
    try (var space = TokenSpace.open(loaded, wanted)) {
      var list =
          sum.map(terms -> NeighborList.of(terms, vocabulary, space, similarity, top))
              .orElseGet(() -> NeighborList.of(id, vocabulary, space, similarity, top));
      var out = environment.streams().out();
      if (json.isGiven()) {
        list.write(new Json(out));
      } else {
        list.print(out, similarity);
      }
    }
  }

  private void measure(LoadedModel loaded, TokenVectors.Matrix wanted, Similarity similarity)
      throws IOException {
    try (var space = TokenSpace.open(loaded, wanted)) {
      var table =
          new AnalogyTable(
              Analogies.bundled()
                  .measure(
                      space,
                      loaded.tokenizer().vocabulary(),
                      similarity,
                      environment.cancellation()));
      var out = environment.streams().out();
      if (json.isGiven()) {
        table.write(new Json(out));
      } else {
        table.print(out);
      }
    }
  }
}
