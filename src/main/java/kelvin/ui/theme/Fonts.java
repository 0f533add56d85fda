package kelvin.ui.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.scene.text.Font;

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

  private Fonts() {}

  /// The font for words at a size in pixels, for text that is painted and not styled.
  public static Font words(double size) {
    load();
    return new Font(WORDS, size);
  }

  /// The font for tokens and numbers at a size in pixels.
  public static Font numbers(double size) {
    load();
    return new Font(NUMBERS, size);
  }

  /// Makes the families known to the toolkit; loading twice does no harm.
  static void load() {
    if (Font.getFamilies().contains(NUMBERS)) {
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
