package kelvin.workspace;

import java.nio.file.Path;
import kelvin.workspace.file.WorkspaceException;

/// Saves one session after the other until it is killed. The length of the text varies.
final class SavingProgram {

  private SavingProgram() {}

  public static void main(String[] arguments) throws WorkspaceException {
    var file = Path.of(arguments[0]);
    for (int i = 0; ; i++) {
      SessionFile.write(file, Sessions.ofText("save ".repeat(1 + i * 37 % 20_000)));
      if (i == 0) {
        System.out.println("saving");
      }
    }
  }
}
