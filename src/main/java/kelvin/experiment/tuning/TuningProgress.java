package kelvin.experiment.tuning;

/// The progress of a fine-tuning.
///
/// @param phase what is done now
/// @param done the number of its parts that are done
/// @param total the number of its parts
/// @param seconds since the phase began
public record TuningProgress(Phase phase, int done, int total, double seconds) {

  /// The present work, in words.
  public enum Phase {
    LOOKING("prompts looked at"),
    FEATURES("features computed"),
    FITS("fits made"),
    STEPS("steps made"),
    JUDGING("texts judged");

    private final String words;

    Phase(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /// Takes what is told.
  @FunctionalInterface
  public interface Listener {
    void told(TuningProgress progress);
  }

  /// The time that is left in this phase if it goes on as so far; NaN before the first part.
  public double secondsLeft() {
    return done == 0 ? Double.NaN : seconds / done * (total - done);
  }
}
