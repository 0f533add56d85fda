package kelvin.ui.figure;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The file formats of figures and their numbers.
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

  /// The format for a file name, by its extension.
  public static Optional<FigureFormat> ofFile(String name) {
    var lowerCase = name.toLowerCase(Locale.ROOT);
    return Stream.of(values()).filter(format -> lowerCase.endsWith(format.ending())).findFirst();
  }

  /// The name that the user sees.
  public String label() {
    return label;
  }

  /// The extension of file names.
  public String ending() {
    return "." + name().toLowerCase(Locale.ROOT);
  }

  /// Returns whether the format holds a picture and not numbers.
  public boolean isPicture() {
    return isPicture;
  }
}
