package kelvin.engine.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kelvin.distribution.DrawMode;
import kelvin.distribution.MirostatTwo;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.Xtc;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.GeneratedStep;
import kelvin.engine.Generation;
import kelvin.engine.replay.RecordedPath;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.LanguageModel;
import kelvin.inference.LogitsRowSink;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.fixture.Descriptors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// If these fail, a user is told that a text is the same to the bit when it is not, or looks for
/// the difference at the wrong stage.
final class VerifierTest {

  private final Certificate example = Certificates.example();

  private static Verification verify(Certificate certificate) {
    return verify(certificate, new FakeLanguageModel());
  }

  private static Verification verify(Certificate certificate, LanguageModel model) {
    return Verifier.verify(
        certificate, true, Certificates.loaded(model), _ -> {}, new Cancellation());
  }

  private static void assertFirst(Stage stage, int step, Verification found) {
    var first = found.first().orElseThrow();
    assertEquals(stage, first.stage(), found.toString());
    assertEquals(step < 0 ? OptionalInt.empty() : OptionalInt.of(step), first.step());
  }

  @ParameterizedTest
  @EnumSource(DrawMode.class)
  void whatTheModelMadeIsTheSameToTheBit(DrawMode mode) {
    var mixed = SamplerChain.of(new Xtc(0.5, 0.1), new MirostatTwo(3, 0.2));
    for (var chain : List.of(Certificates.CHAIN, mixed, SamplerChain.NEUTRAL)) {
      var found = verify(Certificates.of(new FakeLanguageModel(), chain, mode));

      assertTrue(found.isSame(), found.toString());
      assertEquals(6, found.steps());
      assertEquals(0, found.largestChange());
    }
  }

  @Test
  void oneOtherBitInOneLogitIsFoundAtItsStepAndTheTokensAreStillTheSame() {
    var found =
        verify(example, new LastBit(new FakeLanguageModel(), example.path().context().size() + 1));

    assertFirst(Stage.LOGITS, 2, found);
    assertEquals(1, found.otherRows());
    assertEquals(0, found.otherTokens());
    assertTrue(found.largestChange() < 1e-5, found.toString());
  }

  /// Another machine's arithmetic: in the row at one position, one logit has another last bit.
  private record LastBit(LanguageModel model, int at) implements LanguageModel {

    @Override
    public void run(int[] ids, int first, LogitsRowSink sink, Cancellation cancellation) {
      model.run(
          ids,
          first,
          (position, row) -> {
            var other = row.clone();
            other[5] = position == at ? Math.nextUp(other[5]) : other[5];
            sink.accept(position, other);
          },
          cancellation);
    }

    @Override
    public ModelDescriptor descriptor() {
      return model.descriptor();
    }

    @Override
    public void close() {}
  }

  @Test
  void anotherTokenIsNamedWithItsStep() {
    var step = example.path().steps().get(3);
    var other =
        new GeneratedStep(
            3,
            step.id() == 65 ? 66 : 65,
            step.probability(),
            step.finalProbability(),
            step.rank(),
            step.u(),
            step.entropy(),
            step.keptCount());

    var found = verify(Certificates.withStep(example, 3, other));

    assertFirst(Stage.TOKEN, 3, found);
    assertTrue(found.otherTokens() >= 1);
  }

  @Test
  void anotherRandomNumberOrProbabilityIsNamed() {
    var step = example.path().steps().get(1);
    var otherU =
        new GeneratedStep(
            1,
            step.id(),
            step.probability(),
            step.finalProbability(),
            step.rank(),
            Math.nextUp(step.u()),
            step.entropy(),
            step.keptCount());
    var otherProbability =
        new GeneratedStep(
            1,
            step.id(),
            Math.nextUp(step.probability()),
            step.finalProbability(),
            step.rank(),
            step.u(),
            step.entropy(),
            step.keptCount());

    assertFirst(Stage.RANDOM, 1, verify(Certificates.withStep(example, 1, otherU)));
    assertFirst(Stage.NUMBERS, 1, verify(Certificates.withStep(example, 1, otherProbability)));
  }

  @Test
  void otherSettingsAreNamed() {
    var settings = example.path().settings();
    var plain = new Generation.Settings(SamplerChain.NEUTRAL, settings.mode(), settings.seed(), 6);
    var seed = new Generation.Settings(settings.sampling(), settings.mode(), 8, 6);
    var longer = new Generation.Settings(settings.sampling(), settings.mode(), -7, 7);

    assertFirst(Stage.SAMPLING, 0, verify(Certificates.withSettings(example, plain)));
    assertFirst(Stage.RANDOM, 0, verify(Certificates.withSettings(example, seed)));
    assertFirst(Stage.STOP, -1, verify(Certificates.withSettings(example, longer)));
  }

  @Test
  void anotherHashOfARowIsNamed() {
    var rows = new ArrayList<>(example.rows());
    rows.set(5, rows.get(4));

    assertFirst(Stage.LOGITS, 5, verify(Certificates.withRows(example, rows)));
  }

  @Test
  void anotherPromptOrTextIsNamed() {
    var context = new ArrayList<>(example.path().context());
    context.set(0, 99);
    var path = new RecordedPath(context, example.path().settings(), example.path().steps());
    var otherPrompt =
        new Certificate(
            example.maker(),
            example.model(),
            example.prompt(),
            path,
            example.rows(),
            example.text(),
            example.stop());
    var otherText =
        new Certificate(
            example.maker(),
            example.model(),
            Optional.empty(),
            example.path(),
            example.rows(),
            "another",
            example.stop());

    assertFirst(Stage.PROMPT, -1, verify(otherPrompt));
    assertFirst(Stage.TEXT, -1, verify(otherText));
  }

  @Test
  void anotherByteInAFileOfTheModelIsNamed(@TempDir Path folder) throws Exception {
    var file = Files.write(folder.resolve("model.onnx"), new byte[] {1, 2, 3});
    var certificate =
        Certificates.of(
            new WithFile(new FakeLanguageModel(), file),
            SamplerChain.NEUTRAL,
            DrawMode.INVERSE_CDF);
    assertTrue(verify(certificate, new WithFile(new FakeLanguageModel(), file)).isSame());

    Files.write(file, new byte[] {1, 2, 2});

    var found = verify(certificate, new WithFile(new FakeLanguageModel(), file));
    assertFirst(Stage.MODEL, -1, found);
    assertEquals(1, found.differences().size(), "the logits are still the same");
    assertTrue(found.first().orElseThrow().now().startsWith("model.onnx, 3 bytes, "));
  }

  /// The fake model with a file.
  private record WithFile(LanguageModel model, Path file) implements LanguageModel {

    @Override
    public void run(int[] ids, int first, LogitsRowSink sink, Cancellation cancellation) {
      model.run(ids, first, sink, cancellation);
    }

    @Override
    public ModelDescriptor descriptor() {
      return Descriptors.withFiles(
          model.descriptor(), List.of(new ModelDescriptor.ModelFile(file, 3)));
    }

    @Override
    public void close() {}
  }

  @Test
  void aChangedFileIsTheFirstDifferenceEvenWhereTheContentIsTheSame() {
    var found =
        Verifier.verify(
            example,
            false,
            Certificates.loaded(new FakeLanguageModel()),
            _ -> {},
            new Cancellation());

    assertFirst(Stage.FILE, -1, found);
    assertEquals(1, found.differences().size());
    assertFalse(found.isSame());
  }

  @Test
  void aCancelledVerificationHasNoResult() {
    var cancellation = new Cancellation();

    assertThrows(
        CancelledException.class,
        () ->
            Verifier.verify(
                example,
                true,
                Certificates.loaded(new FakeLanguageModel()),
                step -> {
                  if (step == 2) {
                    cancellation.cancel();
                  }
                },
                cancellation));
  }
}
