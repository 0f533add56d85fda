package kelvin.engine.pair;

import java.util.List;
import java.util.Optional;
import kelvin.engine.Context;
import kelvin.engine.draw.DrawSteps;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.StartToken;
import kelvin.inference.Tokenizer;
import kelvin.inference.folder.ModelName;

/// Two models over one text.
///
/// @param text position by position; empty if the models have different tokens
/// @param next the next character after the text; empty if the models have the same tokens, whose
///     distributions say more
public record ModelComparison(
    Side model, Side against, Optional<PairedText> text, Optional<Next> next) {

  /// One of the models, and what the text costs it.
  public record Side(ModelDescriptor descriptor, ReadText read) {

    /// The name of the export, such as `gpt2/model_int8.onnx`; that of the model on a server.
    public String name() {
      return descriptor.files().isEmpty()
          ? descriptor.name()
          : ModelName.ofExport(descriptor.name(), descriptor.files().getFirst().path());
    }

    /// The bytes of its graph and weights on disk.
    public long fileBytes() {
      return descriptor.files().stream().mapToLong(ModelDescriptor.ModelFile::size).sum();
    }
  }

  /// The next character after the text.
  ///
  /// @param characters the most probable ones
  /// @param totalVariation ½ Σ |p − q| over all next characters
  public record Next(List<NextCharacters.Shared> characters, double totalVariation) {
    public Next {
      characters = List.copyOf(characters);
    }
  }

  /// A text as both models read it.
  ///
  /// @param text for the count of bytes
  /// @param context its tokens for the model
  /// @param againstContext its tokens for the other model
  /// @param draws how both draw at each position
  public record Question(
      String text, Context context, Context againstContext, DrawSteps.Settings draws) {

    /// The question about a text, with or without a start token.
    public static Question ofText(
        String text,
        StartToken startToken,
        Tokenizer tokenizer,
        Tokenizer against,
        DrawSteps.Settings draws) {
      return new Question(
          text,
          Context.ofText(tokenizer, text, List.of(), startToken),
          Context.ofText(against, text, List.of(), startToken),
          draws);
    }
  }

  /// Runs both models over the text. Models that share their ids get the tokens of the first.
  ///
  /// @throws kelvin.inference.InferenceException when the text has one token, or is too long for
  ///     one of them
  /// @throws kelvin.inference.CancelledException if cancelled
  public static ModelComparison of(
      LoadedModel model, LoadedModel against, Question asked, Cancellation cancellation) {
    var run = ComparisonRun.of(model, against, asked);
    while (run.runNext(cancellation)) {
      // The next part follows at once.
    }
    return run.result();
  }
}
