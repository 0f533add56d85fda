package kelvin.remote;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kelvin.cli.CliRun;
import kelvin.huggingface.HuggingFaceTokenizer;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import kelvin.inference.Tokenizer;
import kelvin.inference.server.ServerPlace;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import kelvin.opening.ModelOpener;
import kelvin.remote.fixture.Access;
import kelvin.remote.fixture.ServedCompletions;
import kelvin.remote.fixture.TestServer;
import kelvin.remote.fixture.ToyTop;
import kelvin.web.Patience;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A toy model behind a route of completions on this computer, anew for each test.
abstract class ServedTopToy {

  static final ToyModel TOY = ToyModel.small(3);
  static final int[] IDS = {5, 9, 40, 7, 33};

  @TempDir private Path folder;
  @TempDir private Path cache;
  TestServer server;
  Tokenizer tokenizer;
  ServedCompletions completions;
  @Nullable String keys;
  Patience patience =
      new Patience(Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofSeconds(60));

  @BeforeEach
  void start() throws Exception {
    ToyFolder.write(folder, TOY);
    tokenizer = HuggingFaceTokenizer.load(folder.resolve("tokenizer.json"), cache);
    server = TestServer.start();
    completions =
        new ServedCompletions(ids -> TOY.logits(ids)[ids.length - 1], tokenizer.vocabulary())
            .on(server);
  }

  @AfterEach
  void stop() {
    server.close();
    tokenizer.close();
  }

  String address() {
    return "openai+http://" + server.host();
  }

  private ModelOpener opener() {
    return ModelOpener.withoutTrial(1, cache).withServers(Access.of(_ -> keys, patience));
  }

  LoadedModel open() throws ModelLoadException {
    return open(address());
  }

  LoadedModel open(String address) throws ModelLoadException {
    return opener().load(opener().keepServer(new ServerPlace(address, folder)), new Cancellation());
  }

  String refusal() {
    return String.valueOf(assertThrows(ModelLoadException.class, this::open).getMessage());
  }

  CliRun.Outcome command(String... arguments) {
    var all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(List.of("--model", address(), "--tokenizer", folder.toString()));
    return new CliRun().models(opener()).run(all.toArray(String[]::new));
  }

  /// The toy's own probabilities after `IDS`, by token id.
  static double[] probabilities() {
    return ToyTop.probabilities(TOY, IDS);
  }
}
