package kelvin.display;

import java.util.List;
import kelvin.text.Choice;

/// The speed at which tokens are drawn while playing.
public enum PlaySpeed implements Choice {
  SLOW("1", "1 a second", 1),
  READING("3", "3 a second", 1.0 / 3),
  QUICK("8", "8 a second", 1.0 / 8),
  FAST("20", "20 a second", 1.0 / 20),
  /// The next token is drawn as soon as its distribution is there.
  FASTEST("fastest", "fastest", 0);

  /// From slow to fast.
  public static final List<PlaySpeed> ALL = List.of(values());

  private final String label;
  private final String title;
  private final double seconds;

  PlaySpeed(String label, String title, double seconds) {
    this.label = label;
    this.title = title;
    this.seconds = seconds;
  }

  @Override
  public String label() {
    return label;
  }

  public String title() {
    return title;
  }

  /// The pause before a token, in seconds.
  public double seconds() {
    return seconds;
  }
}
