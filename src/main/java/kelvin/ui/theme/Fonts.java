package kelvin.ui.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/// The fonts that Kelvin brings along, so that it looks the same everywhere: Inter for words,
/// JetBrains Mono for tokens and numbers, because all its digits have the same width.
public final class Fonts {

  private static final String WORDS = "Inter";

  private static final String NUMBERS = "JetBrains Mono";

  private static final List<String> FILES =
      List.of(
          "inter/Inter-Regular.otf",
          "inter/Inter-SemiBold.otf",
          "jetbrains-mono/JetBrainsMono-Regular.ttf",
          "jetbrains-mono/JetBrainsMono-Bold.ttf");

  /// The families that the styles need. A system may have only some of them installed.
  private static final List<String> FAMILIES = List.of(WORDS, WORDS + " SemiBold", NUMBERS);

  private Fonts() {}

  /// The font for words at a size in pixels, for text that is painted rather than styled.
  public static Font words(double size) {
    return ofFamily(WORDS, size);
  }

  /// The font for tokens and numbers at a size in pixels.
  public static Font numbers(double size) {
    return ofFamily(NUMBERS, size);
  }

  /// Looks the font up by family. An installed copy may have another full name, and JavaFX silently
  /// replaces a font that it does not find by name.
  private static Font ofFamily(String family, double size) {
    load();
    return Font.font(family, FontWeight.NORMAL, size);
  }

  /// Registers the fonts with the toolkit; doing so twice does no harm.
  static void load() {
    if (Font.getFamilies().containsAll(FAMILIES)) {
      return;
    }
    for (var file : FILES) {
      try (var in = Objects.requireNonNull(Fonts.class.getResourceAsStream(file), file)) {
        Font.loadFont(in, 12);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
