package kelvin.engine.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import kelvin.engine.CancellableWork;
import kelvin.engine.GeneratedStep;
import kelvin.engine.Generation;
import kelvin.engine.Generation.Stop;
import kelvin.engine.path.PathStart;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;

/// Makes the certificate of a known text with a model that is in use: makes the text again, and
/// refuses where the settings draw another token.
///
/// All of it is one slice, for the same reason as [VerifyWork].
public final class CertificateWork extends CancellableWork {

  private final Certificate.Maker maker;
  private final PathStart prompt;
  private final Generation.Settings settings;
  private final List<Integer> tokens;
  private final IntConsumer progress;
  private final Consumer<Certificate> onMade;

  /// @param prompt the text before the first token; it has no tokens after its prompt
  /// @param settings those that drew the tokens
  /// @param tokens of the text, as many as the settings allow
  /// @param progress gets the number of steps made; it begins again after an interruption
  /// @param onMade called on the thread that runs the slices
  /// @param onFailed receives a sentence for the user
  public CertificateWork(
      Certificate.Maker maker,
      PathStart prompt,
      Generation.Settings settings,
      List<Integer> tokens,
      IntConsumer progress,
      Consumer<Certificate> onMade,
      Consumer<String> onFailed) {
    super(onFailed);
    this.maker = maker;
    this.prompt = prompt;
    this.settings = settings;
    this.tokens = List.copyOf(tokens);
    this.progress = progress;
    this.onMade = onMade;
  }

  @Override
  public boolean waitsForIdle() {
    return true;
  }

  @Override
  public boolean runSlice(LoadedModel model, Cancellation pause) {
    cancellation().throwIfCancelled();
    try (var _ = cancellation().onCancel(pause::cancel)) {
      onMade.accept(make(model, pause));
    }
    return false;
  }

  private Certificate make(LoadedModel model, Cancellation pause) {
    var context = prompt.in(model).ids();
    FreshModel.forget(model.model(), context.getFirst(), pause);
    var rows = new CertificateMaker();
    var steps = new ArrayList<GeneratedStep>();
    var result =
        new Generation(model.model(), settings)
            .run(
                context.stream().mapToInt(Integer::intValue).toArray(),
                tokens,
                moment -> {
                  steps.add(drawn(moment, model));
                  rows.accept(moment);
                  progress.accept(steps.size());
                },
                pause);
    if (result.stop() == Stop.CANCELLED) {
      throw new CancelledException();
    }
    return rows.make(
        maker,
        model,
        Optional.of(new Certificate.PromptText(prompt.prompt(), prompt.startToken())),
        context,
        settings,
        new Generation.Result(steps, result.stop(), result.seconds()),
        pause);
  }

  private GeneratedStep drawn(Generation.Moment moment, LoadedModel model) {
    var drawn = moment.drawn();
    if (drawn.id() != moment.step().id()) {
      var vocabulary = model.tokenizer().vocabulary();
      throw new InferenceException(
          "Token %d was not drawn with these settings, which draw “%s” there and not “%s”. Replay the"
                  .formatted(
                      drawn.step() + 1,
                      vocabulary.visibleText(drawn.id()),
                      vocabulary.visibleText(moment.step().id()))
              + " path: what a replay draws has a certificate.");
    }
    return drawn;
  }
}
