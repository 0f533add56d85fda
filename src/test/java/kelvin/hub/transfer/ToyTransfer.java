package kelvin.hub.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kelvin.hub.FetchPlan;
import kelvin.hub.Hub;
import kelvin.hub.HubException;
import kelvin.hub.RepositoryId;
import kelvin.hub.cache.HubCache;
import kelvin.hub.fixture.Hubs;
import kelvin.hub.fixture.TestHub;
import kelvin.inference.Cancellation;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;

/// A hub with a toy model whose weights are in a file of their own, and a cache to fetch it into.
final class ToyTransfer implements AutoCloseable {

  private static final RepositoryId ID = RepositoryId.of(TestHub.REPOSITORY);

  private final TestHub server;
  private final Hub hub;
  private final Cancellation cancellation = new Cancellation();
  private final List<Progress> progress = new ArrayList<>();
  private HubCache cache;

  ToyTransfer(Path place) throws Exception {
    server =
        TestHub.start()
            .putFolder(
                ToyFolder.write(
                    place.resolve("toy"),
                    ToyModel.small(5),
                    ToyFeature.MASK,
                    ToyFeature.EXTERNAL_DATA,
                    ToyFeature.ONNX_FOLDER));
    hub = Hubs.of(server.endpoint());
    cache = new HubCache(place.resolve("cache"));
  }

  TestHub server() {
    return server;
  }

  HubCache cache() {
    return cache;
  }

  void use(HubCache other) {
    cache = other;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  /// The progress that was told so far.
  List<Progress> progress() {
    return progress;
  }

  TransferSetup setup() {
    return Hubs.setup(hub, cache);
  }

  FetchPlan plan() throws HubException {
    return FetchPlan.of(hub.list(ID, "main", cancellation), "");
  }

  Fetched fetch() throws HubException {
    return fetch(Disk.REAL);
  }

  Fetched fetch(Disk disk) throws HubException {
    return new ModelTransfer(Hubs.setup(hub, cache, disk)).run(plan(), cancellation, progress::add);
  }

  /// Every file has the bytes of the hub, and no part is left.
  void assertWhole(Fetched fetched) throws IOException {
    var repository = cache.repository(ID);
    for (var file : fetched.files()) {
      var placed = repository.snapshot(TestHub.COMMIT).resolve(file.path());
      assertArrayEquals(server.content(file.path()), Files.readAllBytes(placed), file.path());
    }
    try (var blobs = Files.list(repository.folder().resolve("blobs"))) {
      assertEquals(
          List.of(), blobs.filter(each -> each.toString().endsWith("incomplete")).toList());
    }
  }

  /// True if anything of a file is in the cache.
  boolean blobExists(String path) throws HubException {
    var sum = plan().listing().file(path).orElseThrow().checksum();
    var repository = cache.repository(ID);
    return Files.exists(repository.blob(sum)) || Files.exists(repository.part(sum));
  }

  @Override
  public void close() {
    server.close();
  }
}
