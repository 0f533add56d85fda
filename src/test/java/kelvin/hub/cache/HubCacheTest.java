package kelvin.hub.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kelvin.hub.Checksum;
import kelvin.hub.HubException;
import kelvin.hub.Listing;
import kelvin.hub.RemoteFile;
import kelvin.hub.RepositoryId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The cache belongs to all tools of the hub. If its layout were another here, what one tool
/// fetched would not open in the other, and a removal could take what is not ours.
final class HubCacheTest {

  private static final RepositoryId ID = RepositoryId.of("a/b");
  private static final String COMMIT = "c".repeat(40);
  private static final Checksum SUM = Checksum.gitBlob("d".repeat(40)).orElseThrow();
  private static final RemoteFile GRAPH = new RemoteFile("onnx/model.onnx", 5, SUM);

  @TempDir Path root;
  private HubCache cache;

  @BeforeEach
  void blob() throws Exception {
    cache = new HubCache(root);
    write(cache);
  }

  private static void write(HubCache cache) throws Exception {
    cache.create();
    var blob = cache.repository(ID).blob(SUM);
    Files.createDirectories(blob.getParent());
    Files.writeString(blob, "graph");
  }

  @Test
  void aFileInASnapshotIsARelativeLinkToItsBlob() throws Exception {
    var placed = cache.repository(ID).place(COMMIT, GRAPH);

    assertEquals(root.resolve("models--a--b/snapshots/" + COMMIT + "/onnx/model.onnx"), placed);
    assertEquals(Path.of("../../../blobs/" + "d".repeat(40)), Files.readSymbolicLink(placed));
    assertEquals("graph", Files.readString(placed));
  }

  @Test
  void withoutLinksTheFileItselfLiesInTheSnapshot() throws Exception {
    var cacheWithoutLinks =
        new HubCache(
            root,
            (_, _) -> {
              throw new UnsupportedOperationException();
            });

    var placed = cacheWithoutLinks.repository(ID).place(COMMIT, GRAPH);

    assertFalse(Files.isSymbolicLink(placed));
    assertEquals("graph", Files.readString(placed));
    assertTrue(cacheWithoutLinks.repository(ID).find(COMMIT, GRAPH).isPresent());
    assertEquals(1, cacheWithoutLinks.models().size());
  }

  @Test
  void aRevisionStandsForItsCommit() throws Exception {
    var repository = cache.repository(ID);
    repository.place(COMMIT, GRAPH);
    repository.note("refs/pr/1", COMMIT);
    repository.note("main", COMMIT);

    var model = cache.models().getFirst();

    assertEquals(COMMIT, Files.readString(root.resolve("models--a--b/refs/main")));
    assertEquals(List.of("main", "refs/pr/1"), model.revisions());
    assertEquals(root.resolve("models--a--b/snapshots/" + COMMIT), model.folder());
    assertEquals(5, model.bytes());
  }

  @Test
  void aRevisionThatLeadsOutWritesNothing() throws Exception {
    cache.repository(ID).note("../../../evil", COMMIT);

    assertFalse(Files.exists(root.resolve("evil")));
    assertFalse(Files.exists(root.resolve("models--a--b/refs")));
  }

  @Test
  void whatIsNoModelIsNotListed() throws Exception {
    Files.createDirectories(root.resolve("datasets--a--b/snapshots/x"));
    Files.createDirectories(root.resolve("models--..--x/snapshots/x"));
    Files.createDirectories(root.resolve("models--no-graph/snapshots/x"));
    Files.writeString(root.resolve("models--no-graph/snapshots/x/model.safetensors"), "x");

    assertEquals(List.of(), cache.models());
    assertEquals(List.of(), new HubCache(root.resolve("missing")).models());
  }

  @Test
  void oneProcessHasAFileAtATime() throws Exception {
    var first = cache.repository(ID).tryLock(SUM).orElseThrow();

    assertTrue(cache.repository(ID).tryLock(SUM).isEmpty());
    first.close();
    try (var _ = cache.repository(ID).tryLock(SUM).orElseThrow()) {
      assertTrue(Files.exists(root.resolve(".locks/models--a--b/" + "d".repeat(40) + ".lock")));
      assertTrue(cache.repository(ID).tryLock(SUM).isEmpty());
    }
  }

  @Test
  void partsOfFilesAreFoundAndCounted() throws Exception {
    var repository = cache.repository(ID);
    assertEquals(List.of(), cache.unfinished());
    var large = Checksum.sha256("e".repeat(64)).orElseThrow();
    Files.writeString(repository.part(large), "1234567");
    Files.writeString(repository.blobs().resolve("e".repeat(64) + ".0a1b2c3d.incomplete"), "other");

    assertEquals(List.of(new UnfinishedModel(ID, 7)), cache.unfinished());
    var weights = new RemoteFile("onnx/model.onnx_data", 20, large);
    var none = new RemoteFile("none", 20, Checksum.gitBlob("f".repeat(40)).orElseThrow());
    var present =
        PresentFiles.of(cache, new Listing(ID, "main", COMMIT, "", List.of(GRAPH, weights, none)));
    assertEquals("here", present.state(GRAPH));
    assertEquals("35 % here", present.state(weights));
    assertEquals("to fetch", present.state(none));
    assertEquals(33, present.missing(List.of(GRAPH, weights, none)));
    assertEquals(7, present.begun(List.of(GRAPH, weights, none)));
  }

  @Test
  void aRepositoryThatIsBeingFetchedIsNotRemoved() throws Exception {
    var repository = cache.repository(ID);
    var removal = Removal.of(cache, ID);
    try (var _ = repository.tryLock(SUM).orElseThrow()) {
      var refusal = assertThrows(HubException.class, removal::run);

      assertEquals("a/b is being fetched by a window or another program.", refusal.reason());
      assertTrue(Files.exists(repository.blob(SUM)));
    }
    Removal.of(cache, ID).run();
    assertFalse(Files.exists(repository.folder()));
  }

  @Test
  void aRemovalTakesTheRepositoryAndNothingElse() throws Exception {
    var repository = cache.repository(ID);
    repository.place(COMMIT, GRAPH);
    repository.tryLock(SUM).orElseThrow().close();
    var outside = Files.writeString(root.resolve("mine"), "mine");
    Files.createSymbolicLink(repository.snapshot(COMMIT).resolve("link"), outside);
    Files.writeString(repository.snapshot(COMMIT).resolve("model.safetensors"), "12");

    var removal = Removal.of(cache, ID);

    assertEquals(2, removal.files());
    assertEquals(7, removal.bytes());
    assertEquals(List.of("model.safetensors"), removal.others());
    removal.run();
    assertFalse(Files.exists(repository.folder()));
    assertFalse(Files.exists(root.resolve(".locks/models--a--b")));
    assertEquals("mine", Files.readString(outside));
    assertTrue(Removal.of(cache, ID).isEmpty());
  }
}
