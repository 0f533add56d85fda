package kelvin.ui.compare.text;

import java.util.List;

/// The texts over which two models can be compared.
public enum TextOf {
  A("the prompt of side A"),
  B("the prompt of side B"),
  PLAYGROUND("the playground’s text");

  /// All of them, in the order of their menu.
  public static final List<TextOf> ALL = List.of(values());

  private final String title;

  TextOf(String title) {
    this.title = title;
  }

  /// The words for people.
  public String title() {
    return title;
  }
}
