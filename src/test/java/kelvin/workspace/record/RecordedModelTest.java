package kelvin.workspace.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kelvin.distribution.DrawMode;
import kelvin.distribution.Logits;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.Temperature;
import kelvin.engine.Context;
import kelvin.engine.ContextToken;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.Generation;
import kelvin.engine.Prediction;
import kelvin.engine.PredictionRequest;
import kelvin.engine.Predictor;
import kelvin.engine.certificate.Certificate;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import kelvin.inference.StartToken;
import kelvin.text.Span;
import kelvin.workspace.file.WorkspaceException;
import kelvin.workspace.trace.GrowingTrace;
import kelvin.workspace.trace.TraceHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// If these fail, a record that opens without its model shows other numbers than the model gave,
/// or makes numbers up where it has none.
final class RecordedModelTest {

  private static final String PROMPT = "abé";
  private static final int STEPS = 4;

  @TempDir private Path folder;

  private final List<Logits> rows = new ArrayList<>();
  private final List<Integer> generated = new ArrayList<>();

  private Path recorded() throws WorkspaceException {
    var tokenizer = FakeTokenizer.withStartToken();
    var context = Context.ofText(tokenizer, PROMPT, List.of());
    var settings =
        new Generation.Settings(
            SamplerChain.of(new Temperature(1.2)), DrawMode.INVERSE_CDF, 5, STEPS);
    var header =
        new TraceHeader(
            new Certificate.Maker("kelvin of a test", "a system"),
            "toy",
            Optional.of(new Certificate.PromptText(PROMPT, StartToken.AUTO)),
            context.ids(),
            settings,
            FakeTokenizer.SIZE);
    var file = folder.resolve("a.kelvin-trace");
    var moments = new ArrayList<Generation.Moment>();
    new Generation(new FakeLanguageModel(), settings)
        .run(context.toArray(), List.of(), moments::add, new Cancellation());
    try (var trace = GrowingTrace.begin(file, header, tokenizer.vocabulary())) {
      for (var moment : moments) {
        trace.add(moment.step(), moment.logits());
        rows.add(moment.logits());
        generated.add(moment.step().id());
      }
      trace.commit(Generation.Stop.MAX_TOKENS);
    }
    return file;
  }

  private LoadedModel open() throws WorkspaceException, ModelLoadException {
    return RecordOpening.open(recorded());
  }

  private static Prediction predict(
      Predictor predictor, String prompt, List<Integer> tokens, OptionalInt position) {
    return predictor.predict(new PredictionRequest(prompt, tokens, position), new Cancellation());
  }

  @Test
  void eachStepHasTheRowThatTheModelGaveInHalfPrecision() throws Exception {
    try (var loaded = open()) {
      var predictor = new Predictor(loaded);
      for (int step = STEPS - 1; step >= 0; step--) {
        var seen = predict(predictor, PROMPT, generated, OptionalInt.of(3 + step)).logits();
        for (int id = 0; id < seen.count(); id++) {
          float model = rows.get(step).toArray()[id];
          assertEquals(model, seen.toArray()[id], 0.01, "step " + step + ", token " + id);
        }
      }
    }
  }

  @Test
  void onlyTheGeneratedTokensHaveScores() throws Exception {
    try (var loaded = open()) {
      var tokens = predict(new Predictor(loaded), PROMPT, generated, OptionalInt.of(3)).tokens();

      assertEquals(4 + STEPS, tokens.size());
      for (int at = 0; at < tokens.size(); at++) {
        assertEquals(at >= 4, tokens.get(at).score().isPresent(), "token " + at);
      }
    }
  }

  @Test
  void itSaysWhyItHasNoDistribution() throws Exception {
    try (var loaded = open()) {
      var predictor = new Predictor(loaded);
      var other = new ArrayList<>(generated);
      other.set(1, generated.get(1) == 65 ? 66 : 65);

      assertRefused("ends with this token", predictor, PROMPT, generated, OptionalInt.empty());
      assertRefused("within the prompt", predictor, PROMPT, generated, OptionalInt.of(1));
      assertRefused("after these tokens", predictor, PROMPT, other, OptionalInt.empty());
      assertRefused("its own text alone", predictor, "abc", List.of(), OptionalInt.empty());
      assertEquals(
          rows.get(1).tokenAtRank(1),
          predict(predictor, PROMPT, other, OptionalInt.of(4)).logits().tokenAtRank(1),
          "what it has is still there after a refusal, also on another path");
    }
  }

  private static void assertRefused(
      String words, Predictor predictor, String prompt, List<Integer> ids, OptionalInt position) {
    var refusal =
        assertThrows(InferenceException.class, () -> predict(predictor, prompt, ids, position));
    assertTrue(String.valueOf(refusal.getMessage()).contains(words), refusal.getMessage());
  }

  @Test
  void itsTokensCoverTheCharactersOfItsText() throws Exception {
    try (var loaded = open()) {
      assertEquals(
          List.of(new Span(0, 1), new Span(1, 2), new Span(2, 3)),
          loaded.tokenizer().encode(PROMPT).stream().map(token -> token.span()).toList());
      assertEquals(List.of(FakeTokenizer.SPECIAL), loaded.tokenizer().startTokens());
      var longer = PROMPT + loaded.tokenizer().vocabulary().text(generated.getFirst());
      assertEquals(4, loaded.tokenizer().encode(longer).size());
      assertTrue(loaded.descriptor().isRecord());
    }
  }

  @Test
  void aPathThatLeavesTheRecordKeepsTheScoresUpToThere() throws Exception {
    try (var loaded = open()) {
      var other = List.of(generated.getFirst(), generated.get(1) == 65 ? 66 : 65, 70);
      var tokens = predict(new Predictor(loaded), PROMPT, other, OptionalInt.of(3)).tokens();

      assertEquals(
          List.of(true, true, false),
          tokens.subList(4, 7).stream().map(token -> token.score().isPresent()).toList());
      assertEquals(ContextToken.Origin.GENERATED, tokens.get(6).origin());
    }
  }

  @Test
  void aDamagedRecordIsRefusedWithAReason() throws Exception {
    var file = recorded();
    var bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 9));

    var refusal = assertThrows(ModelLoadException.class, () -> RecordOpening.open(file));

    assertTrue(refusal.reason().contains("ends in the middle"), refusal.reason());
  }

  @Test
  void aRecordThatIsNotCompletedLeavesTheOlderFile() throws Exception {
    var file = recorded();
    var before = Files.readAllBytes(file);
    try (var loaded = RecordOpening.open(file);
        var _ =
            GrowingTrace.begin(
                file,
                new TraceHeader(
                    new Certificate.Maker("kelvin of a test", "a system"),
                    "toy",
                    Optional.empty(),
                    List.of(1),
                    new Generation.Settings(SamplerChain.NEUTRAL, DrawMode.GREEDY, 0, 1),
                    FakeTokenizer.SIZE),
                loaded.tokenizer().vocabulary())) {
      assertEquals(2, files().size(), "it grows beside the older file");
    }

    assertEquals(List.of(file), files(), "nothing is left beside it");
    assertArrayEquals(before, Files.readAllBytes(file));
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }
}
