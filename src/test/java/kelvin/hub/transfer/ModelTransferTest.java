package kelvin.hub.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import kelvin.hub.HubException;
import kelvin.hub.RepositoryId;
import kelvin.hub.cache.HubCache;
import kelvin.hub.fixture.Answers;
import kelvin.hub.fixture.TestHub;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Networks break and disks fill up. Whatever happens, a user ends with the right bytes or with a
/// sentence, and never fetches twice what had come.
final class ModelTransferTest {

  private static final String CONFIG = "config.json";
  private static final String WEIGHTS = "onnx/model.onnx_data";

  @TempDir Path place;

  private ToyTransfer toy;

  @BeforeEach
  void start() throws Exception {
    toy = new ToyTransfer(place);
  }

  @AfterEach
  void stop() {
    toy.close();
  }

  @Test
  void allThatTheGraphNeedsComesAndProgressEndsAtTheWhole() throws Exception {
    toy.server()
        .put(
            "onnx/model.onnx_data_of_another",
            "not named by the graph".getBytes(StandardCharsets.UTF_8));

    var fetched = toy.fetch();

    toy.assertWhole(fetched);
    assertEquals(
        List.of(
            "config.json", "generation_config.json", "tokenizer.json", "onnx/model.onnx", WEIGHTS),
        fetched.files().stream().map(file -> file.path()).toList());
    assertEquals(fetched.folder(), fetched.toOpen());
    var last = toy.progress().getLast();
    assertEquals(fetched.bytes(), last.total());
    assertEquals(last.total(), last.done());
    assertEquals(
        TestHub.COMMIT, Files.readString(place.resolve("cache/models--someone--toy/refs/main")));
  }

  @Test
  void aSecondFetchChecksWhatIsThereAndAsksForNoFile() throws Exception {
    toy.fetch();
    int before = toy.server().seenOf(WEIGHTS).size();

    toy.assertWhole(toy.fetch());
    assertEquals(before, toy.server().seenOf(WEIGHTS).size());
  }

  @Test
  void aFileThatWasDamagedOnTheDiskIsFetchedAgain() throws Exception {
    var graph = toy.fetch().graph();
    var blob = graph.toRealPath();
    var bytes = Files.readAllBytes(blob);
    bytes[bytes.length / 3] ^= 4;
    Files.write(blob, bytes);

    toy.assertWhole(toy.fetch());
  }

  @Test
  void aConnectionThatIsCutAtAnyByteIsTakenUpThere() throws Exception {
    int size = toy.server().content(CONFIG).length;
    for (int at = 0; at <= size; at++) {
      toy.use(new HubCache(place.resolve("cache " + at)));
      toy.server().next(CONFIG, Answers.cutAfter(at));

      toy.fetch();

      var placed =
          toy.cache().repository(RepositoryId.of(TestHub.REPOSITORY)).snapshot(TestHub.COMMIT);
      assertArrayEquals(toy.server().content(CONFIG), Files.readAllBytes(placed.resolve(CONFIG)));
    }
    assertTrue(
        toy.server().seenOf(CONFIG).stream().anyMatch(each -> each.range().equals("bytes=1-")));
  }

  @Test
  void aConnectionThatIsCutAfterEveryByteBringsTheFile() throws Exception {
    toy.server()
        .next(
            CONFIG,
            IntStream.range(0, toy.server().content(CONFIG).length)
                .mapToObj(_ -> Answers.cutAfter(1))
                .toArray(TestHub.Behaviour[]::new));

    toy.assertWhole(toy.fetch());
    assertEquals(toy.server().content(CONFIG).length, toy.server().seenOf(CONFIG).size());
  }

  @Test
  void cancellingKeepsWhatHasComeAndTheNextFetchGoesOn() throws Exception {
    toy.server().next(WEIGHTS, Answers.cutAfter(200));
    toy.progress().clear();
    var transfer = new ModelTransfer(toy.setup());
    var plan = toy.plan();

    assertThrows(
        CancelledException.class,
        () ->
            transfer.run(
                plan,
                toy.cancellation(),
                each -> {
                  if (each.phase() == Progress.Phase.WAITING) {
                    toy.cancellation().cancel();
                  }
                }));

    var again = new ModelTransfer(toy.setup());
    toy.assertWhole(again.run(plan, new Cancellation(), toy.progress()::add));
    assertEquals("bytes=200-", toy.server().seenOf(WEIGHTS).getLast().range());
  }

  @Test
  void whatIsGivenUpLeavesNoPart() throws Exception {
    toy.server().always(WEIGHTS, Answers.status(404, "X-Error-Code", "EntryNotFound"));
    toy.server().next(WEIGHTS, Answers.cutAfter(200));
    assertThrows(HubException.class, toy::fetch);
    assertTrue(toy.blobExists(WEIGHTS));

    new ModelTransfer(toy.setup()).discard(toy.plan());

    assertFalse(toy.blobExists(WEIGHTS));
  }

  @Test
  void twoThatFetchTheSameWaitForEachOther() throws Exception {
    toy.server().always(WEIGHTS, Answers.slow(1));
    var locked = new CountDownLatch(1);
    var plan = toy.plan();
    var threads = Executors.newSingleThreadExecutor();
    try {
      var held =
          toy.cache()
              .repository(plan.listing().id())
              .tryLock(plan.listing().file(WEIGHTS).orElseThrow().checksum())
              .orElseThrow();
      var second =
          threads.submit(
              () ->
                  new ModelTransfer(toy.setup())
                      .run(
                          plan,
                          toy.cancellation(),
                          each -> {
                            if (each.phase() == Progress.Phase.LOCKED) {
                              locked.countDown();
                            }
                          }));
      assertTrue(locked.await(60, TimeUnit.SECONDS));
      held.close();

      toy.assertWhole(second.get(60, TimeUnit.SECONDS));
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void twoThatFetchTheSameAtOnceAskForEachFileOnce() throws Exception {
    toy.server().always(WEIGHTS, Answers.slow(1));
    var plan = toy.plan();
    try (var threads = Executors.newFixedThreadPool(2)) {
      Callable<Fetched> transfer =
          () -> new ModelTransfer(toy.setup()).run(plan, toy.cancellation(), _ -> {});
      var both = threads.invokeAll(List.of(transfer, transfer));
      for (var each : both) {
        toy.assertWhole(each.get());
      }
    }

    assertEquals(1, toy.server().seenOf(WEIGHTS).size());
    assertEquals(1, toy.server().seenOf(CONFIG).size());
  }

  @Test
  void roomOnTheDiskIsLookedAtBeforeAnythingComes() throws Exception {
    var refusal = assertThrows(HubException.class, () -> toy.fetch(new FullDisk(10, 0)));

    assertTrue(refusal.reason().contains("are needed and 10 B are free in"), refusal.reason());
    assertEquals(List.of(), toy.server().seenOf(CONFIG));
  }

  @Test
  void aDiskThatIsFullInTheMiddleIsASentenceAndNothingIsLost() throws Exception {
    var refusal =
        assertThrows(HubException.class, () -> toy.fetch(new FullDisk(Long.MAX_VALUE, 1000)));

    assertTrue(refusal.reason().contains("No space left on device"), refusal.reason());
    toy.assertWhole(toy.fetch());
  }

  /// A disk that says what is free and fails when so many bytes were written.
  private static final class FullDisk implements Disk {

    private final long free;
    private long room;

    FullDisk(long free, long room) {
      this.free = free;
      this.room = room;
    }

    @Override
    public long free(Path folder) {
      return free;
    }

    @Override
    public void sync(Path file) throws IOException {
      Disk.REAL.sync(file);
    }

    @Override
    public WritableByteChannel append(Path file) throws IOException {
      var real = Disk.REAL.append(file);
      return new WritableByteChannel() {
        @Override
        public int write(ByteBuffer bytes) throws IOException {
          if (bytes.remaining() > room) {
            throw new IOException("No space left on device");
          }
          room -= bytes.remaining();
          return real.write(bytes);
        }

        @Override
        public boolean isOpen() {
          return real.isOpen();
        }

        @Override
        public void close() throws IOException {
          real.close();
        }
      };
    }
  }

  @Test
  void withoutLinksAllComesToo() throws Exception {
    toy.use(
        new HubCache(
            place.resolve("cache"),
            (_, _) -> {
              throw new UnsupportedOperationException();
            }));

    toy.assertWhole(toy.fetch());
    toy.assertWhole(toy.fetch());
    assertEquals(1, toy.server().seenOf(WEIGHTS).size());
  }
}
