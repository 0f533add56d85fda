package kelvin.engine.certificate;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import kelvin.engine.Context;
import kelvin.engine.Generation;
import kelvin.engine.Generation.Stop;
import kelvin.engine.path.PathText;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.LoadedModel;

/// Makes a recorded text again, step by step after the recorded tokens, and compares every bit: the
/// model, the tokens of the prompt, each row of logits, and each draw.
///
/// The tokens run one after the other as they did when they were drawn, because a model gives other
/// last digits to tokens that run together.
public final class Verifier {

  private final Certificate certificate;
  private final LoadedModel loaded;
  private final StepComparison comparison;

  private Verifier(Certificate certificate, LoadedModel loaded) {
    this.certificate = certificate;
    this.loaded = loaded;
    comparison = new StepComparison(certificate);
  }

  /// Checks on the caller's thread.
  ///
  /// @param isAsWritten false if the certificate's file is not as it was written
  /// @param loaded a model that has run nothing yet
  /// @param progress gets the number of steps compared
  /// @throws CancelledException when cancelled: a part that is the same says nothing about the rest
  /// @throws kelvin.inference.InferenceException with a sentence for the user
  public static Verification verify(
      Certificate certificate,
      boolean isAsWritten,
      LoadedModel loaded,
      IntConsumer progress,
      Cancellation cancellation) {
    return new Verifier(certificate, loaded).run(isAsWritten, progress, cancellation);
  }

  private Verification run(boolean isAsWritten, IntConsumer progress, Cancellation cancellation) {
    if (!isAsWritten) {
      comparison.add(Difference.of(Stage.FILE, "as it was written", "changed since"));
    }
    var now = ModelIdentity.of(loaded, cancellation);
    compareFiles(certificate.model().files(), now.files());
    if (!certificate.model().vocabulary().equals(now.vocabulary())) {
      comparison.add(
          Difference.of(Stage.VOCABULARY, certificate.model().vocabulary(), now.vocabulary()));
      // Ids mean something else: nothing after this can be compared.
      return comparison.result();
    }
    comparePrompt();
    compareSteps(progress, cancellation);
    compareText();
    return comparison.result();
  }

  private void compareFiles(
      List<ModelIdentity.HashedFile> recorded, List<ModelIdentity.HashedFile> now) {
    if (recorded.size() != now.size()) {
      comparison.add(Difference.of(Stage.MODEL, recorded.size() + " files", now.size() + " files"));
      return;
    }
    for (int i = 0; i < now.size(); i++) {
      if (!recorded.get(i).equals(now.get(i))) {
        comparison.add(Difference.of(Stage.MODEL, words(recorded.get(i)), words(now.get(i))));
      }
    }
  }

  private static String words(ModelIdentity.HashedFile file) {
    return file.name() + ", " + file.bytes() + " bytes, " + file.sha256();
  }

  private void comparePrompt() {
    if (certificate.prompt().isEmpty()) {
      return;
    }
    var prompt = certificate.prompt().get();
    var ids =
        Context.ofText(loaded.tokenizer(), prompt.text(), List.of(), prompt.startToken()).ids();
    if (!ids.equals(certificate.path().context())) {
      comparison.add(
          Difference.of(
              Stage.PROMPT, String.valueOf(certificate.path().context()), String.valueOf(ids)));
    }
  }

  private void compareSteps(IntConsumer progress, Cancellation cancellation) {
    var path = certificate.path();
    var recorded = path.settings();
    int steps = path.steps().size();
    // One more than there are, to see whether the text ends.
    boolean endedEarly = certificate.stop() == Stop.CANCELLED;
    int max = Math.min(recorded.maxTokens(), endedEarly ? steps : steps + 1);
    var settings =
        new Generation.Settings(recorded.sampling(), recorded.mode(), recorded.seed(), max);
    var result =
        new Generation(loaded.model(), settings)
            .run(
                path.contextArray(),
                path.ids(),
                moment -> {
                  comparison.accept(moment);
                  progress.accept(moment.step().step() + 1);
                },
                cancellation);
    if (result.stop() == Stop.CANCELLED) {
      throw new CancelledException();
    }
    var stop = stop(result, steps);
    if (!endedEarly && !stop.equals(Optional.of(certificate.stop()))) {
      comparison.add(
          Difference.of(
              Stage.STOP,
              certificate.stop().label() + " after " + steps,
              stop.map(Stop::label).orElse("more") + " after " + steps));
    }
  }

  /// The reason why the text ends after so many steps; empty if it does not.
  private static Optional<Stop> stop(Generation.Result result, int steps) {
    return result.steps().size() == steps ? Optional.of(result.stop()) : Optional.empty();
  }

  private void compareText() {
    var text = PathText.of(certificate.path().ids(), loaded.tokenizer().vocabulary());
    if (!text.equals(certificate.text())) {
      comparison.add(Difference.of(Stage.TEXT, certificate.text(), text));
    }
  }
}
