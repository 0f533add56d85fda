package kelvin.catalog;

import java.util.Set;

/// Finds signs in `config.json` that a folder holds an encoder, whose tokens see later ones.
final class EncoderSigns {

  /// The `model_type` of encoders that are often exported.
  private static final Set<String> ENCODERS =
      Set.of(
          "albert",
          "bert",
          "camembert",
          "clip_text_model",
          "deberta",
          "deberta-v2",
          "distilbert",
          "electra",
          "ernie",
          "esm",
          "eurobert",
          "longformer",
          "modernbert",
          "mpnet",
          "nomic_bert",
          "roberta",
          "roformer",
          "xlm-roberta");

  private EncoderSigns() {}

  /// @param architecture the name of the class, or empty
  static boolean in(ModelJsonFile config, String architecture) {
    if (config.isTrue("is_decoder")) {
      return false;
    }
    boolean namedDecoder =
        architecture.endsWith("ForCausalLM") || architecture.endsWith("LMHeadModel");
    return ENCODERS.contains(config.string("model_type").orElse(""))
        || (config.isFalse("is_decoder") && !namedDecoder);
  }
}
