package kelvin.display;

import java.util.List;
import kelvin.text.Choice;

/// The colours and the type of the window and of figures.
public enum Theme implements Choice {
  LIGHT("light", "Light", 1),
  DARK("dark", "Dark", 1),
  /// For a lecture hall: black on white, strong colours, and everything half as large again.
  PROJECTOR("projector", "Projector", 1.5);

  /// All, in the order of a menu.
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

  /// The name for people.
  public String title() {
    return title;
  }

  /// How much larger it shows everything.
  public double magnification() {
    return magnification;
  }

  /// The one after this, and after the last the first.
  public Theme next() {
    return switch (this) {
      case LIGHT -> DARK;
      case DARK -> PROJECTOR;
      case PROJECTOR -> LIGHT;
    };
  }
}
