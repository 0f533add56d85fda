package kelvin.hub.http;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import kelvin.hub.Hub;
import kelvin.hub.HubException;
import kelvin.hub.Listing;
import kelvin.hub.RepositoryId;
import kelvin.hub.fixture.Hubs;
import kelvin.hub.fixture.TestHub;
import kelvin.inference.Cancellation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A hub on this machine with one repository of two files, for each test anew.
abstract class ServedHub {

  static final String TREE = "/api/models/" + TestHub.REPOSITORY + "/tree/";
  static final String ABOUT = "/api/models/" + TestHub.REPOSITORY + "/revision/";
  static final RepositoryId ID = RepositoryId.of(TestHub.REPOSITORY);

  final Cancellation cancellation = new Cancellation();
  TestHub server;
  Hub hub;

  @BeforeEach
  void start() throws Exception {
    server = TestHub.start();
    server.put("config.json", bytes("{}")).putLarge("onnx/model.onnx", bytes("a graph"));
    hub = Hubs.of(server.endpoint());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  Listing list() throws HubException {
    return hub.list(ID, "main", cancellation);
  }

  HubException refusal() {
    return assertThrows(HubException.class, this::list);
  }
}
