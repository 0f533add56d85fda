package kelvin.ui.sampling;

import kelvin.ui.control.ParameterSlider.Parameter;

/// The sampling parameters as the panel names and teaches them.
final class SamplingParameterTexts {

  static final Parameter TEMPERATURE =
      new Parameter(
          "temperature",
          "Temperature τ",
          0,
          Double.POSITIVE_INFINITY,
          1,
          "",
          """
          Divides every logit before softmax: p = softmax(l / τ).
          Below 1 the likely tokens gain, above 1 all become more alike;
          1 is the model's own distribution, 0 always takes the top token (greedy).
          The order of the tokens never changes.""");

  static final Parameter TOP_K =
      new Parameter(
          "top-k",
          "Top-k",
          0,
          Integer.MAX_VALUE,
          0,
          "off",
          """
          Keeps the k most probable tokens and removes the rest.
          Tokens that tie with the k-th are kept too (as in Transformers and vLLM).""");

  static final Parameter TOP_P =
      new Parameter(
          "top-p",
          "Top-p  nucleus",
          0,
          1,
          1,
          "off",
          """
          Keeps the nucleus: going down the ranks, a token stays while less than p
          of the mass stands above it. The token that crosses p is in.
          Drag the line in the curve below the bars to see it.""");

  static final Parameter MIN_P =
      new Parameter(
          "min-p",
          "Min-p",
          0,
          1,
          0,
          "off",
          """
          Keeps tokens with at least min-p times the probability of the top token:
          strict where the model is sure, lenient where it is not.""");

  private SamplingParameterTexts() {}
}
