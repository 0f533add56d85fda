package kelvin.engine.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.distribution.DrawMode;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.Temperature;
import kelvin.distribution.TopP;
import kelvin.engine.Context;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.GeneratedStep;
import kelvin.engine.Generation;
import kelvin.engine.replay.RecordedPath;
import kelvin.inference.Cancellation;
import kelvin.inference.LanguageModel;
import kelvin.inference.LoadedModel;
import kelvin.inference.StartToken;

/// Makes certificates of texts of the fake model.
public final class Certificates {

  static final SamplerChain CHAIN = SamplerChain.of(new Temperature(0.8), new TopP(0.95));

  private static final String PROMPT = "ab \"\uD800😀";

  private Certificates() {}

  static LoadedModel loaded(LanguageModel model) {
    return new LoadedModel(model, FakeTokenizer.withoutStartToken());
  }

  /// A certificate of six steps.
  public static Certificate example() {
    return of(new FakeLanguageModel(), CHAIN, DrawMode.INVERSE_CDF);
  }

  static Certificate of(LanguageModel model, SamplerChain chain, DrawMode mode) {
    var settings = new Generation.Settings(chain, mode, -7, 6);
    var loaded = loaded(model);
    var context = Context.ofText(loaded.tokenizer(), PROMPT, List.of());
    var maker = new CertificateMaker();
    var result =
        new Generation(model, settings)
            .run(context.toArray(), List.of(), maker::accept, new Cancellation());
    return maker.make(
        new Certificate.Maker("kelvin of a test", "a system"),
        loaded,
        Optional.of(new Certificate.PromptText(PROMPT, StartToken.AUTO)),
        context.ids(),
        settings,
        result);
  }

  /// The certificate with another step.
  static Certificate withStep(Certificate one, int number, GeneratedStep step) {
    var steps = new ArrayList<>(one.path().steps());
    steps.set(number, step);
    return withPath(
        one, new RecordedPath(one.path().context(), one.path().settings(), steps), one.rows());
  }

  static Certificate withSettings(Certificate one, Generation.Settings settings) {
    return withPath(
        one, new RecordedPath(one.path().context(), settings, one.path().steps()), one.rows());
  }

  static Certificate withRows(Certificate one, List<String> rows) {
    return withPath(one, one.path(), rows);
  }

  private static Certificate withPath(Certificate one, RecordedPath path, List<String> rows) {
    return new Certificate(
        one.maker(), one.model(), one.prompt(), path, rows, one.text(), one.stop());
  }
}
