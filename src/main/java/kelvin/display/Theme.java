package kelvin.display;

import java.util.List;
import kelvin.text.Choice;

/// The colours and the font size of the window and of figures.
public enum Theme implements Choice {
  LIGHT("light", "Light", 1),
  DARK("dark", "Dark", 1),
  /// For a lecture hall: black on white, strong colours, and everything 1.5 times as large.
  PROJECTOR("projector", "Projector", 1.5);

  /// The themes in the order of a menu.
  public static final List<Theme> ALL = List.of(values());

  private final String label;
  private final String title;
  private final double magnification;

  Theme(String label, String title, double magnification) {
    this.label = label;
    this.title = title;
    this.magnification = magnification;
  }

  @Override
  public String label() {
    return label;
  }

  /// The name for display.
  public String title() {
    return title;
  }

  /// The magnification of everything that the theme shows.
  public double magnification() {
    return magnification;
  }

  /// The next theme; the first one after the last.
  public Theme next() {
    return switch (this) {
      case LIGHT -> DARK;
      case DARK -> PROJECTOR;
      case PROJECTOR -> LIGHT;
    };
  }
}
