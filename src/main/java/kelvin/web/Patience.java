package kelvin.web;

import java.time.Duration;

/// The times for which the network may be silent.
///
/// @param connect until a connection stands
/// @param answer until the headers of an answer are here
/// @param silence between two pieces of a body
public record Patience(Duration connect, Duration answer, Duration silence) {

  /// For people behind slow lines.
  public static final Patience USUAL =
      new Patience(Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofSeconds(30));
}
