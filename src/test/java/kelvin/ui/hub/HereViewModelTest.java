package kelvin.ui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.hub.Checksum;
import kelvin.hub.RepositoryId;
import kelvin.hub.cache.HubCache;
import kelvin.hub.fixture.Hubs;
import kelvin.hub.fixture.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Models that lie in the cache open without a search for a hidden folder, and what is removed is
/// what the user was asked about.
final class HereViewModelTest {

  private static final String COMMIT = "c".repeat(40);

  @TempDir Path place;

  private final List<Path> opened = new ArrayList<>();
  private TestHub server;
  private HereViewModel viewModel;
  private Path snapshot;

  @BeforeEach
  void start() throws Exception {
    server = TestHub.start();
    snapshot = place.resolve("models--a--b/snapshots/" + COMMIT);
    write(snapshot.resolve("onnx/model.onnx"));
    write(snapshot.resolve("onnx/model_q4.onnx"));
    write(place.resolve("models--old/snapshots/" + COMMIT + "/model.onnx"));
    viewModel =
        new HereViewModel(
            () -> Hubs.setup(Hubs.of(server.endpoint()), new HubCache(place)),
            Runnable::run,
            Runnable::run);
    viewModel.setOnOpen(opened::add);
    viewModel.refresh();
  }

  private static void write(Path file) throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "graph");
  }

  @AfterEach
  void stop() {
    assertEquals(List.of(), server.seen());
    server.close();
  }

  private List<String> titles() {
    return viewModel.models().stream().map(Kept::title).toList();
  }

  @Test
  void everyGraphIsALineAndOpens() {
    assertEquals(List.of("a/b · fp32", "a/b · q4", "old · fp32"), titles());
    viewModel.models().forEach(viewModel::open);

    assertEquals(
        List.of(
            snapshot.resolve("onnx/model.onnx"),
            snapshot.resolve("onnx/model_q4.onnx"),
            place.resolve("models--old/snapshots/" + COMMIT)),
        opened);
  }

  @Test
  void whatIsNotWholeStandsFirstAndDoesNotOpen() throws Exception {
    var id = RepositoryId.of("some/one");
    write(new HubCache(place).repository(id).part(Checksum.sha256("e".repeat(64)).orElseThrow()));
    viewModel.refresh();

    var first = viewModel.models().getFirst();
    assertEquals("some/one · not whole", first.title());
    assertEquals("5 B of files that are not whole are here", first.facts());
    assertEquals(List.of(id), viewModel.unfinished());
    viewModel.open(first);
    assertEquals(List.of(), opened);
  }

  @Test
  void aRemovalIsAskedAboutAndOnlyThenDone() {
    viewModel.askToRemove(viewModel.models().getFirst());
    assertEquals(10, viewModel.removalProperty().get().orElseThrow().bytes());
    viewModel.keep();
    assertEquals(Optional.empty(), viewModel.removalProperty().get());
    assertTrue(Files.exists(snapshot));

    viewModel.askToRemove(viewModel.models().getFirst());
    viewModel.remove();

    assertFalse(Files.exists(snapshot));
    assertEquals(List.of("old · fp32"), titles());
    assertEquals("", viewModel.problemProperty().get());
  }

  @Test
  void aCacheThatIsNotThereIsASentence() {
    viewModel =
        new HereViewModel(
            () -> Hubs.setup(Hubs.of(server.endpoint()), new HubCache(place.resolve("none"))),
            Runnable::run,
            Runnable::run);
    viewModel.refresh();

    assertTrue(viewModel.headingProperty().get().startsWith("There is no ONNX model in "));
  }
}
