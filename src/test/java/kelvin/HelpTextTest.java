package kelvin;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Picocli formats the lines of the help. A percent sign that is not doubled makes it print a
/// warning to users each time that they use the command.
class HelpTextTest {

  @Test
  void everyLineOfTheHelpCanBeFormatted() throws Exception {
    var lines = new ArrayList<String>();
    for (var owner : ArchitectureTest.CLASSES) {
      if (owner.getPackageName().startsWith("kelvin.cli")) {
        lines.addAll(linesOf(Class.forName(owner.getName())));
      }
    }

    assertTrue(lines.size() > 300, lines.size() + " lines");
    for (var line : lines) {
      assertDoesNotThrow(() -> String.format(Locale.ROOT, line), line);
    }
  }

  private static List<String> linesOf(Class<?> owner) {
    var lines = new ArrayList<String>();
    var command = owner.getAnnotation(Command.class);
    if (command != null) {
      lines.addAll(List.of(command.header()));
      lines.addAll(List.of(command.description()));
      lines.addAll(List.of(command.footer()));
    }
    Arrays.stream(owner.getDeclaredFields())
        .map(field -> field.getAnnotation(Option.class))
        .filter(option -> option != null)
        .forEach(option -> lines.addAll(List.of(option.description())));
    return lines;
  }
}
