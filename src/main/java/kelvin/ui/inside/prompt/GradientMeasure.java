package kelvin.ui.inside.prompt;

import java.util.List;
import kelvin.engine.inside.Attribution.Share;
import kelvin.text.Choice;

/// The measures that the shading by gradient can show of a token of the prompt.
public enum GradientMeasure implements Choice {
  /// The product of the gradient and the token's vector, with its sign.
  PRODUCT("product", "· vector"),
  /// The Euclidean length of the gradient.
  NORM("norm", "length"),
  /// The effect of the token, measured by leaving it out.
  MEASURED("measured", "left out");

  /// The measures in the order of the switch.
  public static final List<GradientMeasure> ALL = List.of(values());

  private final String label;
  private final String title;

  GradientMeasure(String label, String title) {
    this.label = label;
    this.title = title;
  }

  /// The word in files.
  @Override
  public String label() {
    return label;
  }

  String title() {
    return title;
  }

  /// The name of its numbers, which are in nats.
  String column() {
    return switch (this) {
      case PRODUCT -> "gradientDotEmbedding";
      case NORM -> "gradientNorm";
      case MEASURED -> "measuredEffect";
    };
  }

  boolean isSigned() {
    return this != NORM;
  }

  /// The number of a token, in nats; NaN while it is not measured.
  double of(Share share) {
    return switch (this) {
      case PRODUCT -> share.gradientDotEmbedding();
      case NORM -> share.gradientNorm();
      case MEASURED -> share.measuredEffect().orElse(Double.NaN);
    };
  }
}
