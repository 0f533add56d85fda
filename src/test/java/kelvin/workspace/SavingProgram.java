package kelvin.workspace;

import java.io.IOException;
import java.nio.file.Path;
import kelvin.workspace.file.WorkspaceException;
import kelvin.workspace.trace.TraceFile;
import kelvin.workspace.trace.Traces;

/// Saves sessions or traces of varying length, one after the other, until it is killed.
final class SavingProgram {

  private SavingProgram() {}

  /// Begins at the first byte on standard input, so that the process can be started ahead of time.
  ///
  /// @param arguments the file; then how often to save it, without end if missing
  public static void main(String[] arguments) throws IOException, WorkspaceException {
    var file = Path.of(arguments[0]);
    int saves = arguments.length > 1 ? Integer.parseInt(arguments[1]) : Integer.MAX_VALUE;
    if (System.in.read() < 0) {
      return;
    }
    for (int i = 0; i < saves; i++) {
      save(file, i);
      if (i == 0) {
        System.out.println("saving");
      }
    }
  }

  private static void save(Path file, int number) throws WorkspaceException {
    if (file.toString().endsWith(TraceFile.ENDING)) {
      Traces.writeCounted(file, 1 + number * 7 % 30);
    } else {
      SessionFile.write(file, Sessions.ofText("save ".repeat(1 + number * 37 % 20_000)));
    }
  }
}
