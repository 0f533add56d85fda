package kelvin.ui.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/// The fonts that come with Kelvin, so that it looks the same everywhere: Inter for words,
/// JetBrains Mono for tokens and numbers, whose digits all have one width.
public final class Fonts {

  private static final String WORDS = "Inter";

  private static final String NUMBERS = "JetBrains Mono";

  private static final List<String> FILES =
      List.of(
          "inter/Inter-Regular.otf",
          "inter/Inter-SemiBold.otf",
          "jetbrains-mono/JetBrainsMono-Regular.ttf",
          "jetbrains-mono/JetBrainsMono-Bold.ttf");

  /// What must be there for the styles too; one of them may be installed without the others.
  private static final List<String> FAMILIES = List.of(WORDS, WORDS + " SemiBold", NUMBERS);

  private Fonts() {}

  /// The font for words at a size in pixels, for text that is painted and not styled.
  public static Font words(double size) {
    return ofFamily(WORDS, size);
  }

  /// The font for tokens and numbers at a size in pixels.
  public static Font numbers(double size) {
    return ofFamily(NUMBERS, size);
  }

  /// By family: a font that is also installed may have another full name there, and what is not
  /// found by name is replaced without a word.
  private static Font ofFamily(String family, double size) {
    load();
    return Font.font(family, FontWeight.NORMAL, size);
  }

  /// Makes the families known to the toolkit; loading twice does no harm.
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
