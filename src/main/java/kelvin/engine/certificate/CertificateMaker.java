package kelvin.engine.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.engine.Generation;
import kelvin.engine.path.PathText;
import kelvin.engine.replay.RecordedPath;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;

/// Collects what a certificate needs while a text is generated.
public final class CertificateMaker {

  private final List<String> rows = new ArrayList<>();

  /// Takes a step as it happens.
  public void accept(Generation.Moment moment) {
    rows.add(RowHash.of(moment.logits()));
  }

  /// The certificate of the text that was generated.
  ///
  /// @param prompt its text; empty if it was given as token ids
  /// @param context the tokens before the text
  /// @throws kelvin.inference.InferenceException if a file of the model cannot be read
  public Certificate make(
      Certificate.Maker maker,
      LoadedModel loaded,
      Optional<Certificate.PromptText> prompt,
      List<Integer> context,
      Generation.Settings settings,
      Generation.Result result) {
    // Also a text that was ended early is worth a certificate.
    return make(maker, loaded, prompt, context, settings, result, new Cancellation());
  }

  /// The same for work that may be interrupted while the files of the model are read.
  ///
  /// @throws kelvin.inference.CancelledException when cancelled
  Certificate make(
      Certificate.Maker maker,
      LoadedModel loaded,
      Optional<Certificate.PromptText> prompt,
      List<Integer> context,
      Generation.Settings settings,
      Generation.Result result,
      Cancellation cancellation) {
    var path = new RecordedPath(context, settings, result.steps());
    return new Certificate(
        maker,
        ModelIdentity.of(loaded, cancellation),
        prompt,
        path,
        rows,
        PathText.of(path.ids(), loaded.tokenizer().vocabulary()),
        result.stop());
  }
}
