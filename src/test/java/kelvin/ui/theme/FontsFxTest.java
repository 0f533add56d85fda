package kelvin.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FontsFxTest {

  /// Holds even if one of them is installed on the machine under another full name.
  @Test
  void paintedTextHasKelvinsFonts() {
    assertEquals("JetBrains Mono", Fonts.numbers(12).getFamily());
    assertEquals("Inter", Fonts.words(12).getFamily());
  }
}
