package kelvin.ui.path.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kelvin.distribution.DrawMode;
import kelvin.distribution.SamplerChain;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.Generation;
import kelvin.engine.certificate.Certificate;
import kelvin.engine.path.PathStart;
import kelvin.engine.replay.RetraceWork;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.inference.StartToken;
import kelvin.workspace.trace.TraceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// If these fail, a record whose saving was cancelled leaves a broken file, or destroys the one
/// that was there.
class TraceRowsTest {

  private static final List<Integer> TOKENS = List.of(5, 6, 7, 8);
  private static final Generation.Settings SETTINGS =
      new Generation.Settings(SamplerChain.NEUTRAL, DrawMode.INVERSE_CDF, 1, TOKENS.size());

  @TempDir private Path folder;
  private final List<Path> saved = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final List<Integer> counts = new ArrayList<>();
  private final LoadedModel model =
      new LoadedModel(new FakeLanguageModel(), FakeTokenizer.withStartToken());

  private Path file() {
    return folder.resolve("a" + TraceFile.ENDING);
  }

  private TraceRows rows() {
    return new TraceRows(
        file(),
        new Certificate.Maker("kelvin of a test", "a system"),
        new Certificate.PromptText("ab", StartToken.AUTO),
        SETTINGS,
        counts::add,
        saved::add);
  }

  private RetraceWork work(TraceRows rows) {
    return new RetraceWork(
        new PathStart("ab", StartToken.AUTO, List.of()), SETTINGS, TOKENS, rows, problems::add);
  }

  private boolean slice(RetraceWork work) {
    return work.runSlice(model, new Cancellation());
  }

  private List<Path> files() throws IOException {
    try (var all = Files.list(folder)) {
      return all.toList();
    }
  }

  @Test
  void theFileIsInPlaceAfterTheLastToken() throws Exception {
    var work = work(rows());
    while (slice(work)) {
      assertEquals(List.of(), saved);
    }

    assertEquals(List.of(file()), saved);
    assertEquals(List.of(file()), files());
    assertEquals(List.of(1, 2, 3, 4), counts);
    try (var trace = TraceFile.open(file())) {
      assertEquals(TOKENS.size(), trace.count());
    }
  }

  @Test
  void workThatIsGivenUpInTheMiddleLeavesNothing() throws Exception {
    var rows = rows();
    var work = work(rows);
    slice(work);
    slice(work);
    assertFalse(files().isEmpty(), "a part of it is written");

    rows.abandon();
    while (slice(work)) {
      // The slice in progress may go on for a moment.
    }

    assertEquals(List.of(), files());
    assertEquals(List.of(), saved);
  }

  @Test
  void workThatIsGivenUpBeforeItBeginsWritesNothing() throws Exception {
    var rows = rows();
    rows.abandon();

    slice(work(rows));

    assertEquals(List.of(), files());
    assertTrue(problems.isEmpty());
  }
}
