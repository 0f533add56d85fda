package kelvin.ui.control;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Converts the choices of a list to the words that the user sees. The words are never typed, so
/// they are not read back.
public final class ChoiceWords<T> extends StringConverter<T> {

  private final Function<T, String> words;

  public ChoiceWords(Function<T, String> words) {
    this.words = words;
  }

  @Override
  public String toString(@Nullable T choice) {
    return choice == null ? "" : words.apply(choice);
  }

  @Override
  public T fromString(String text) {
    throw new UnsupportedOperationException("choices are not typed");
  }
}
