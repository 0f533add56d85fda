package kelvin.workspace;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kelvin.display.BarScale;
import kelvin.display.ProbabilityScale;
import kelvin.display.Shading;

/// The settings of the display. A choice that is missing from the file, or that this version does
/// not know, is empty and changes nothing.
///
/// @param position the position of the token whose distribution was shown, 0-based; empty for the
///     next token
/// @param barScale the scale of the probability bars
/// @param shading the measure that shades the tokens
/// @param probabilities the scales of plots of probabilities
/// @param watched the rows of watched tokens; each row lists the spellings that count as one
public record ViewSettings(
    OptionalInt position,
    Optional<BarScale> barScale,
    Optional<Shading> shading,
    Probabilities probabilities,
    List<List<String>> watched) {

  /// The scales of the temperature film and of the plots of sweeps; empty for the usual one.
  public record Probabilities(Optional<ProbabilityScale> film, Optional<ProbabilityScale> sweep) {

    public static final Probabilities USUAL = new Probabilities(Optional.empty(), Optional.empty());

    public static Probabilities of(ProbabilityScale film, ProbabilityScale sweep) {
      return new Probabilities(
          Optional.of(film).filter(scale -> scale != ProbabilityScale.USUAL_FILM),
          Optional.of(sweep).filter(scale -> scale != ProbabilityScale.USUAL_SWEEP));
    }

    public ProbabilityScale filmOrUsual() {
      return film.orElse(ProbabilityScale.USUAL_FILM);
    }

    public ProbabilityScale sweepOrUsual() {
      return sweep.orElse(ProbabilityScale.USUAL_SWEEP);
    }
  }

  public static final ViewSettings PLAIN =
      new ViewSettings(
          OptionalInt.empty(), Optional.empty(), Optional.empty(), Probabilities.USUAL, List.of());

  public ViewSettings {
    watched = watched.stream().map(List::copyOf).toList();
  }
}
