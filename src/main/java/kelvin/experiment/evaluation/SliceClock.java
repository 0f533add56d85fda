package kelvin.experiment.evaluation;

import java.util.OptionalLong;

/// Times the slices of a piece of work, also while one runs. For one thread.
final class SliceClock {

  /// The time of the slices that ended.
  private long nanos;

  /// The part of it that was told apart.
  private long nanosApart;

  /// The start of the slice that runs now.
  private OptionalLong start = OptionalLong.empty();

  void begin() {
    start = OptionalLong.of(System.nanoTime());
  }

  /// Ends the slice.
  ///
  /// @param apart whether its time counts as that of a part, too
  void end(boolean apart) {
    long before = nanos;
    nanos = nanosSoFar();
    nanosApart += apart ? nanos - before : 0;
    start = OptionalLong.empty();
  }

  private long nanosSoFar() {
    return nanos + (start.isPresent() ? System.nanoTime() - start.getAsLong() : 0);
  }

  /// The seconds of all slices so far.
  double seconds() {
    return nanosSoFar() / 1e9;
  }

  /// The seconds of the part that was told apart.
  double secondsApart() {
    return nanosApart / 1e9;
  }
}
