package kelvin.text.template;

import java.time.LocalDateTime;
import java.util.Locale;
import kelvin.text.template.filter.Filters;
import kelvin.text.template.test.Tests;
import kelvin.text.template.value.Arguments;
import kelvin.text.template.value.Host;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;

/// One rendering: what it may still use, and where its text goes.
final class Run implements Host {

  private static final int UNITS_PER_STEP = 4;
  private static final int UNITS_PER_CHECK = 100_000;

  private final Rendering rendering;
  private long left;
  private long untilCheck = UNITS_PER_CHECK;
  private int depth;
  private Output output;

  Run(Rendering rendering) {
    this.rendering = rendering;
    left = rendering.limits().work();
    output = new Output(rendering.limits().characters());
  }

  Output output() {
    return output;
  }

  /// Lets something write, and returns its text instead of adding it to the output.
  String capture(Runnable writing) {
    var outer = output;
    output = new Output(rendering.limits().characters());
    try {
      writing.run();
      return output.text();
    } finally {
      output = outer;
    }
  }

  @Override
  public void charge(long units) {
    left -= units;
    untilCheck -= units;
    if (left < 0) {
      throw new TemplateException(
          TemplateException.Kind.LIMIT,
          "the template takes too many steps; it may have a loop that does not end");
    }
    if (untilCheck < 0) {
      untilCheck = UNITS_PER_CHECK;
      rendering.check().run();
    }
  }

  /// Begins a step inside the current one.
  void enter() {
    charge(UNITS_PER_STEP);
    if (++depth > rendering.limits().depth()) {
      throw new TemplateException(
          TemplateException.Kind.LIMIT,
          String.format(
              Locale.ROOT,
              "more than %,d steps are inside each other; a macro may call itself for ever",
              rendering.limits().depth()));
    }
  }

  void leave() {
    depth--;
  }

  @Override
  public Value filter(String name, Value input, Arguments arguments) {
    return Filters.find(name)
        .orElseThrow(() -> new TemplateException("there is no filter '" + name + "'"))
        .apply(input, arguments, this);
  }

  @Override
  public boolean test(String name, Value input, Arguments arguments) {
    return Tests.find(name)
        .orElseThrow(() -> new TemplateException("there is no test '" + name + "'"))
        .apply(input, arguments, this);
  }

  @Override
  public LocalDateTime now() {
    return LocalDateTime.now(rendering.clock());
  }
}
