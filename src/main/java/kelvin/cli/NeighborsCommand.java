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
import kelvin.cli.option.OneToken;
import kelvin.cli.output.NeighborList;
import kelvin.engine.inside.Similarity;
import kelvin.engine.inside.TokenSpace;
import kelvin.inference.ModelLoadException;
import kelvin.inference.TokenVectors;
import kelvin.text.json.Json;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `kelvin neighbors`: the tokens nearest to a token.
@Command(
    name = "neighbors",
    header = "List the tokens whose vectors are nearest to that of a token.",
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
      "  kelvin neighbors --token-id 17 --metric dot --matrix output --json"
    })
final class NeighborsCommand implements Callable<Integer> {

  private final CliEnvironment environment;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private OneToken token = new OneToken();

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
      int id = token.read(loaded.tokenizer());
      try (var space = TokenSpace.open(loaded, wanted)) {
        var list =
            new NeighborList(
                loaded.tokenizer().vocabulary(),
                id,
                space.neighbors(id, similarity, top),
                space.norm(id));
        var out = environment.streams().out();
        if (json.isGiven()) {
          list.write(new Json(out));
        } else {
          list.print(out, similarity);
        }
      }
    }
    return ExitCode.DONE;
  }
}
