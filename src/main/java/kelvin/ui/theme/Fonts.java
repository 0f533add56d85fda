package kelvin.ui.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/// The fonts that Kelvin brings along, so that it looks the same everywhere: Inter for words,
/// JetBrains Mono for tokens and numbers, because all its digits have the same width.
public final class Fonts {

  private static final String WORDS = "Inter";

  private static final String STRONG_WORDS = WORDS + " SemiBold";

  private static final String NUMBERS = "JetBrains Mono";

  private static final List<String> FILES =
      List.of(
          "inter/Inter-Regular.otf",
          "inter/Inter-SemiBold.otf",
          "jetbrains-mono/JetBrainsMono-Regular.ttf",
          "jetbrains-mono/JetBrainsMono-Bold.ttf");

  /// The families that the styles need. A system may have only some of them installed.
  private static final List<String> FAMILIES = List.of(WORDS, STRONG_WORDS, NUMBERS);

  /// The files that this process has given to the toolkit, in order. Guarded by its own monitor.
  private static final List<String> LOADED = new ArrayList<>();

  private Fonts() {}

  /// The font for words at a size in pixels, for text that is painted rather than styled.
  public static Font words(double size) {
    return ofFamily(WORDS, size);
  }

  /// The font for words that stand out at a size in pixels, to measure text that is styled so.
  public static Font strongWords(double size) {
    return ofFamily(STRONG_WORDS, size);
  }

  /// The font for tokens and numbers at a size in pixels.
  public static Font numbers(double size) {
    return ofFamily(NUMBERS, size);
  }

  /// Lays out a first text in a font that Kelvin brings along. On a system without fonts the
  /// toolkit would fail later if its first text were in a font of the system.
  public static void prepare() {
    var text = new Text();
    text.setFont(words(12));
    text.setText(WORDS);
    text.getLayoutBounds();
  }

  /// Looks the font up by family. An installed copy may have another full name, and JavaFX silently
  /// replaces a font that it does not find by name.
  private static Font ofFamily(String family, double size) {
    load();
    return Font.font(family, FontWeight.NORMAL, size);
  }

  /// Registers the fonts with the toolkit, each file once per process: the toolkit keeps every copy
  /// that it is given, in memory and in a temporary file, until the process ends. Its list of
  /// families never has these copies, so it only tells whether the system has the fonts.
  static void load() {
    synchronized (LOADED) {
      if (LOADED.size() < FILES.size() && !Font.getFamilies().containsAll(FAMILIES)) {
        FILES.stream().filter(file -> !LOADED.contains(file)).forEach(Fonts::load);
      }
    }
  }

  /// A file that cannot be loaded, as on a full disk, is tried again the next time.
  private static void load(String file) {
    try (var in = Objects.requireNonNull(Fonts.class.getResourceAsStream(file), file)) {
      if (Font.loadFont(in, 12) != null) {
        LOADED.add(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The files that were given to the toolkit since the process began, in order.
  static List<String> loaded() {
    synchronized (LOADED) {
      return List.copyOf(LOADED);
    }
  }
}
