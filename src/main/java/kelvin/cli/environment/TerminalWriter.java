package kelvin.cli.environment;

import java.io.PrintWriter;
import java.io.Writer;
import kelvin.text.VisibleText;
import org.jspecify.annotations.Nullable;

/// Writes to a terminal. A terminal obeys some characters, and names, tokens and files may hold
/// them, so this writer shows such characters as the window does.
///
/// Line feeds and tabs stay in what is printed, but not inside a text that is printed as a line: a
/// folder's name must not begin a line of its own.
final class TerminalWriter extends PrintWriter {

  TerminalWriter(Writer terminal) {
    super(terminal);
  }

  @Override
  public void write(int c) {
    write(String.valueOf((char) c));
  }

  @Override
  public void write(char[] text, int offset, int length) {
    write(String.valueOf(text, offset, length));
  }

  @Override
  public void write(String text, int offset, int length) {
    var visible = VisibleText.ofControls(text.substring(offset, offset + length));
    super.write(visible, 0, visible.length());
  }

  @Override
  public void println(@Nullable String line) {
    print(VisibleText.ofLine(String.valueOf(line)));
    println();
  }

  @Override
  public void println(@Nullable Object line) {
    println(String.valueOf(line));
  }
}
