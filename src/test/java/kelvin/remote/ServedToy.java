package kelvin.remote;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import kelvin.inference.server.ServerPlace;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import kelvin.opening.ModelOpener;
import kelvin.remote.fixture.Access;
import kelvin.remote.fixture.ServedGraph;
import kelvin.remote.fixture.TestServer;
import kelvin.web.Patience;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A toy model behind a server of the Open Inference Protocol on this computer, anew for each test.
abstract class ServedToy {

  @TempDir private Path folder;
  @TempDir private Path cache;
  TestServer server;
  private ServedGraph graph;
  @Nullable String keys;
  Patience patience =
      new Patience(Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofSeconds(60));

  @BeforeEach
  void start() throws Exception {
    ToyFolder.write(folder, ToyModel.small(3));
    server = TestServer.start();
    graph = ServedGraph.on(server, folder.resolve("model.onnx"), true);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    graph.close();
  }

  LoadedModel open(String address) throws ModelLoadException {
    var opener = ModelOpener.withoutTrial(1, cache).withServers(Access.of(_ -> keys, patience));
    return opener.load(opener.keepServer(new ServerPlace(address, folder)), new Cancellation());
  }

  LoadedModel open() throws ModelLoadException {
    return open("oip+http://" + server.host() + ServedGraph.PATH);
  }

  String refusal(String address) {
    return String.valueOf(assertThrows(ModelLoadException.class, () -> open(address)).getMessage());
  }
}
