package kelvin.cli.environment;

import java.nio.file.Path;

/// Keeps what a message for users leaves out: where the program failed, and what a library said.
public interface FailureLog {

  /// @return the file that has it
  Path keep(Throwable failure);
}
