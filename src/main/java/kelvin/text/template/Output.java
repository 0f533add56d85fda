package kelvin.text.template;

import java.util.Locale;
import kelvin.text.template.value.TemplateException;

/// Text that is being written, up to a limit.
final class Output {

  private final int limit;
  private final StringBuilder text = new StringBuilder();

  Output(int limit) {
    this.limit = limit;
  }

  void write(String more) {
    if (text.length() + (long) more.length() > limit) {
      throw new TemplateException(
          TemplateException.Kind.LIMIT,
          String.format(Locale.ROOT, "the text gets longer than %,d characters", limit));
    }
    text.append(more);
  }

  String text() {
    return text.toString();
  }
}
