package kelvin.workspace.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import kelvin.distribution.Distribution;
import kelvin.distribution.Logits;
import kelvin.engine.Generation;
import kelvin.text.Vocabulary;
import kelvin.workspace.file.JsonText;
import kelvin.workspace.file.WorkspaceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// If these fail, a lecture that was recorded does not open where the model is not, or shows other
/// probabilities than those that were recorded, or a damaged file ends the program.
final class TraceFileTest {

  private static final int LOGITS = Traces.LOGITS;
  private static final Vocabulary TOKENS = Traces.TOKENS;

  @TempDir private Path folder;

  private static TraceHeader header(int logitCount) {
    return Traces.header("a\uD800😀", logitCount);
  }

  private Path written(int steps) throws WorkspaceException {
    return written(steps, LOGITS, TOKENS);
  }

  private Path written(int steps, int logitCount, Vocabulary tokens) throws WorkspaceException {
    var file = folder.resolve("a.kelvin-trace");
    var random = new Random(4);
    TraceFile.write(
        file,
        header(logitCount),
        tokens,
        trace -> {
          for (int i = 0; i < steps; i++) {
            trace.add(Traces.step(i), Logits.owning(Traces.row(random, logitCount)));
          }
          return Generation.Stop.CONTEXT_FULL;
        });
    return file;
  }

  @Test
  void aTraceOpensWithAllThatWasWritten() throws Exception {
    try (var trace = TraceFile.open(written(3))) {
      assertEquals(header(LOGITS), trace.header());
      assertEquals(3, trace.count());
      assertEquals(Generation.Stop.CONTEXT_FULL, trace.stop());
      assertEquals(TOKENS.size(), trace.vocabulary().size());
      for (int id = 0; id < TOKENS.size(); id++) {
        assertArrayEquals(TOKENS.bytes(id), trace.vocabulary().bytes(id));
        assertEquals(TOKENS.isSpecial(id), trace.vocabulary().isSpecial(id));
      }
      for (int number : List.of(2, 0, 1, 1)) {
        assertEquals(Traces.step(number), trace.step(number));
      }
    }
  }

  @Test
  void distributionsAreEqualToHalfPrecision() throws Exception {
    var random = new Random(4);
    try (var trace = TraceFile.open(written(5))) {
      for (int number = 0; number < 5; number++) {
        var exact = Distribution.of(Logits.owning(Traces.row(random, LOGITS)), 1);
        var read = Distribution.of(trace.logits(number), 1);

        assertEquals(exact.logits().tokenAtRank(1), read.logits().tokenAtRank(1));
        assertEquals(exact.logits().atRank(1), read.logits().atRank(1), "the largest is exact");
        for (int id = 0; id < LOGITS; id++) {
          double distance = exact.logits().atRank(1) - exact.logits().ofToken(id);
          double error = read.logits().ofToken(id) - exact.logits().ofToken(id);
          assertEquals(0, error, 1e-5 + distance / 2048, "11 bits");
          assertEquals(exact.probabilityOfToken(id), read.probabilityOfToken(id), 2e-3);
        }
      }
    }
  }

  @Test
  void impossibleTokensAndNumbersBeyondHalfPrecisionAreKeptApart() throws Exception {
    var file = folder.resolve("a.kelvin-trace");
    var row = new float[LOGITS];
    row[1] = Float.NEGATIVE_INFINITY;
    row[2] = -1e9f;
    row[3] = 1e6f;
    TraceFile.write(
        file,
        header(LOGITS),
        TOKENS,
        trace -> {
          trace.add(Traces.step(0), Logits.owning(row.clone()));
          return Generation.Stop.MAX_TOKENS;
        });

    try (var trace = TraceFile.open(file)) {
      var read = trace.logits(0);
      assertEquals(1e6, read.ofToken(3));
      assertEquals(Double.NEGATIVE_INFINITY, read.ofToken(1));
      assertTrue(Double.isFinite(read.ofToken(2)), "it is not impossible");
      assertEquals(LOGITS - 1, read.finiteCount());
    }
  }

  @Test
  void twoHundredStepsOfFiftyThousandTokensStayBelow25Megabytes() throws Exception {
    // A tenth of the steps, so that the test is fast: each takes the same.
    var file = written(20, 50_257, TOKENS);

    assertTrue(Files.size(file) < 2_500_000, Files.size(file) + " bytes");
    try (var trace = TraceFile.open(file)) {
      assertEquals(50_257, trace.logits(19).count());
    }
  }

  @Test
  void aTraceThatIsCutAtAnyByteIsRefusedInASentence() throws Exception {
    var file = written(2);
    var good = Files.readAllBytes(file);
    for (int length = 0; length < good.length; length++) {
      Files.write(file, Arrays.copyOf(good, length));
      var problem = assertThrows(WorkspaceException.class, () -> TraceFile.open(file));
      assertTrue(problem.reason().endsWith("."), problem.reason());
    }
  }

  @Test
  void damagedTracesGiveASentenceAndNeverAnotherFailure() throws Exception {
    var file = written(3);
    var good = Files.readAllBytes(file);
    var random = new Random(6);
    int refused = 0;
    for (int i = 0; i < 1000; i++) {
      var bad = good.clone();
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Files.write(file, bad);
      refused += opens(file) ? 0 : 1;
    }
    assertTrue(refused > 990, refused + ": three changes may undo each other");
  }

  /// Reads everything.
  private static boolean opens(Path file) {
    try (var trace = TraceFile.open(file)) {
      for (int i = 0; i < trace.count(); i++) {
        trace.logits(i);
      }
      return true;
    } catch (WorkspaceException e) {
      assertFalse(e.reason().isBlank());
      return false;
    }
  }

  @Test
  void craftedPartsWithRightChecksumsAreRefused() throws Exception {
    var number = ByteBuffer.allocate(TraceWriter.NUMBERS);
    assertRefused(Section.STEP, number.putInt(0, -1).array(), "has a token that no row can have");
    assertRefused(Section.STEP, new byte[3], "ends in the middle");
    assertRefused(Section.STEP, goodStep(new byte[2]), "a row of logits ends in the middle");
    assertRefused(Section.STEP, goodStep(new byte[60]), "is not compressed as it should be");
    assertRefused(
        Section.STEP,
        goodStep(HalfRow.compress(new float[LOGITS + 1])),
        "another number of logits than " + LOGITS);
    assertRefused(
        Section.STEP,
        goodStep(HalfRow.compress(new float[LOGITS - 1])),
        "another number of logits than " + LOGITS);
    var nan = HalfRow.compress(new float[LOGITS]);
    ByteBuffer.wrap(nan).putFloat(0, Float.NaN);
    assertRefused(Section.STEP, goodStep(nan), "are no distribution");
    assertRefused(Section.VOCABULARY, new byte[9], "its list of tokens is not whole");
    assertRefused(Section.HEADER, text("{}"), "it is no kelvin trace file");
    assertRefused(Section.HEADER, text("[1"), "it is not a JSON object");
    assertRefused(
        Section.HEADER,
        text("{\"format\": \"kelvin-trace\", \"version\": 9}"),
        "it was saved by a newer Kelvin");
    assertRefused(Section.END, new byte[] {0, 0, 0, 9}, "number of steps");
    assertRefused(Section.END, new byte[] {0, 0, 0, 1, 'x'}, "does not say why its text ended");
  }

  private static byte[] text(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] goodStep(byte[] row) {
    return ByteBuffer.allocate(TraceWriter.NUMBERS + row.length)
        .putInt(0, 1)
        .putInt(4, 1)
        .putInt(8, 1)
        .put(TraceWriter.NUMBERS, row)
        .array();
  }

  /// Writes a trace in which one part is another one, and reads all of it.
  private void assertRefused(Section crafted, byte[] bytes, String reason) throws Exception {
    var file = folder.resolve("crafted.kelvin-trace");
    try (var out = new DataOutputStream(Files.newOutputStream(file))) {
      out.write(TraceWriter.MAGIC);
      out.writeInt(TraceWriter.VERSION);
      for (var section : Section.values()) {
        section.write(out, section == crafted ? bytes : good(section));
      }
    }
    var problem =
        assertThrows(
            WorkspaceException.class,
            () -> {
              try (var trace = TraceFile.open(file)) {
                trace.logits(0);
              }
            },
            reason);
    assertTrue(problem.reason().contains(reason), problem.reason());
  }

  private static byte[] good(Section section) {
    return switch (section) {
      case HEADER -> text(JsonText.line(HeaderFormat.write(header(LOGITS))));
      case VOCABULARY -> VocabularyBytes.write(TOKENS);
      case STEP -> goodStep(HalfRow.compress(new float[LOGITS]));
      case END -> ByteBuffer.allocate(14).putInt(1).put(text("max-tokens")).array();
    };
  }

  @Test
  void aSizeThatIsSaidAndNotThereCostsNoMemory() throws Exception {
    var file = folder.resolve("huge.kelvin-trace");
    try (var out = new DataOutputStream(Files.newOutputStream(file))) {
      out.write(TraceWriter.MAGIC);
      out.writeInt(TraceWriter.VERSION);
      out.writeByte(Section.HEADER.letter());
      out.writeInt(Integer.MAX_VALUE);
    }

    var problem = assertThrows(WorkspaceException.class, () -> TraceFile.open(file));

    assertTrue(problem.reason().contains("a part of it has 2147483647 bytes"), problem.reason());
  }

  @Test
  void workThatFailsLeavesTheOlderFileAndNothingElse() throws Exception {
    var file = written(1);
    var before = Files.readAllBytes(file);

    assertThrows(
        WorkspaceException.class,
        () ->
            TraceFile.write(
                file,
                header(LOGITS),
                TOKENS,
                trace -> {
                  trace.add(Traces.step(0), Logits.owning(new float[LOGITS]));
                  throw new IOException("no room");
                }));
    assertThrows(
        IllegalStateException.class,
        () ->
            TraceFile.write(
                file,
                header(LOGITS),
                TOKENS,
                _ -> {
                  throw new IllegalStateException("the model failed");
                }));

    assertArrayEquals(before, Files.readAllBytes(file));
    try (var all = Files.list(folder)) {
      assertEquals(List.of(file), all.toList());
    }
  }
}
