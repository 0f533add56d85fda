package kelvin.ui.figure;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The kinds of files a figure can be saved as.
public enum FigureFormat {
  PNG("PNG picture", true),
  SVG("SVG drawing", true),
  CSV("CSV table", false),
  JSON("JSON numbers", false);

  private final String label;
  private final boolean isPicture;

  FigureFormat(String label, boolean isPicture) {
    this.label = label;
    this.isPicture = isPicture;
  }

  /// The format that a file's name asks for, if it is one of these.
  public static Optional<FigureFormat> ofFile(String name) {
    var lowerCase = name.toLowerCase(Locale.ROOT);
    return Stream.of(values()).filter(format -> lowerCase.endsWith(format.ending())).findFirst();
  }

  /// What people call it.
  public String label() {
    return label;
  }

  /// How names of such files end.
  public String ending() {
    return "." + name().toLowerCase(Locale.ROOT);
  }

  /// Whether it is drawn, not written in numbers.
  public boolean isPicture() {
    return isPicture;
  }
}
