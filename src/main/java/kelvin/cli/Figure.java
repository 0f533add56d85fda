package kelvin.cli;

import java.util.Locale;
import java.util.Optional;
import kelvin.distribution.SamplerChain;
import kelvin.engine.Prediction;
import kelvin.text.Vocabulary;

/// What to draw or tabulate: a prediction, how it is sampled, and how it is shown.
///
/// @param vocabulary the texts of the candidates
/// @param modelName for the caption
/// @param against what it is compared with
public record Figure(
    Prediction prediction,
    SamplerChain chain,
    Vocabulary vocabulary,
    String modelName,
    Look look,
    Optional<Against> against) {

  /// Another distribution of the same model.
  ///
  /// @param temperature at which it is compared, greater than 0
  public record Against(Prediction prediction, double temperature) {}

  /// How it is shown.
  ///
  /// @param size of the figure
  /// @param scale pixels of a picture for each of the figure's own, 1 to 3
  public record Look(View view, Size size, int scale, Theme theme, Plots plots) {}

  /// Pixels.
  ///
  /// @param height 0 for as high as the content needs
  public record Size(int width, int height) {}

  /// How the plots show their numbers.
  ///
  /// @param rows tokens with a bar or a row of their own; 0 for as many as fit, or all in a table
  public record Plots(BarScale barScale, int rows, Shading shading) {}

  /// What it is of.
  public enum View implements Choice {
    PLAYGROUND,
    BARS,
    CURVE,
    FILM,
    STRIP,
    SERIES,
    /// From what it is compared with.
    DIFFERENCE
  }

  /// Its colours and type.
  public enum Theme implements Choice {
    LIGHT,
    DARK,
    PROJECTOR
  }

  /// What a full bar stands for.
  public enum BarScale implements Choice {
    /// Probability 1.
    ABSOLUTE,
    /// The largest bar.
    LARGEST,
    /// Probability 1, on a log scale.
    LOG
  }

  /// What the shade of a token says.
  public enum Shading implements Choice {
    SURPRISAL,
    PROBABILITY,
    RANK,
    ENTROPY,
    NONE
  }

  /// One of the words that an option takes.
  interface Choice {

    String name();

    default String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
