package kelvin.ui.task;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Names files in place of a user; none until a test sets them.
public final class FakeComposerFiles implements ComposerFiles {

  public @Nullable Path table;
  public @Nullable Path task;
  public @Nullable Path saved;

  @Override
  public Optional<Path> tableToImport() {
    return Optional.ofNullable(table);
  }

  @Override
  public Optional<Path> taskToOpen() {
    return Optional.ofNullable(task);
  }

  @Override
  public Optional<Path> whereToSaveTask(String name) {
    return Optional.ofNullable(saved);
  }
}
