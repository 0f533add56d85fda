package kelvin.ui.session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import kelvin.text.Reason;
import kelvin.ui.fx.Pacer;
import kelvin.workspace.Autosave;
import kelvin.workspace.Autosave.Unsaved;
import kelvin.workspace.AutosaveFolder;
import kelvin.workspace.file.WorkspaceException;
import org.jspecify.annotations.Nullable;

/// Saves unsaved work to disk shortly after it changes, and finds work that a crash left behind.
///
/// The fields about the disk are used only on the disk thread, the others only on the FX thread.
public final class Autosaver {

  private static final double SECONDS_OF_CALM = 1;
  private static final Duration MAX_WAIT = Duration.ofSeconds(5);

  private final AutosaveFolder folder;
  private final SessionDisk disk;
  private final Pacer pacer;
  private final InstantSource clock;
  private final List<Autosave> leftBehind = new ArrayList<>();
  private @Nullable Autosave window;
  private boolean closed;
  private Consumer<String> onProblem = _ -> {};
  private Optional<Instant> waitingSince = Optional.empty();
  private boolean problemSaid;
  private boolean ended;

  /// Provides the state to save; empty while nothing is unsaved.
  interface Source {
    Optional<Unsaved> unsaved();
  }

  public Autosaver(AutosaveFolder folder, SessionDisk disk, Pacer pacer, InstantSource clock) {
    this.folder = folder;
    this.disk = disk;
    this.pacer = pacer;
    this.clock = clock;
  }

  void setOnProblem(Consumer<String> onProblem) {
    this.onProblem = onProblem;
  }

  /// Called when the work has changed. It is saved after a pause, or after a few seconds without
  /// one.
  void changed(Source source) {
    if (ended) {
      return;
    }
    var now = clock.instant();
    var since = waitingSince.orElse(now);
    waitingSince = Optional.of(since);
    if (Duration.between(since, now).compareTo(MAX_WAIT) >= 0) {
      pacer.cancel();
      keep(source);
    } else {
      pacer.after(SECONDS_OF_CALM, () -> keep(source));
    }
  }

  private void keep(Source source) {
    waitingSince = Optional.empty();
    var unsaved = source.unsaved();
    disk.run(() -> keepOnDisk(unsaved), this::sayOnce);
  }

  private void keepOnDisk(Optional<Unsaved> unsaved) throws WorkspaceException {
    try {
      if (closed) {
        return;
      }
      var place = window;
      if (place == null && unsaved.isPresent()) {
        place = folder.forWindow();
        window = place;
      }
      if (place != null && unsaved.isPresent()) {
        place.keep(unsaved.get());
      } else if (place != null) {
        place.clear();
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private WorkspaceException failed(IOException e) {
    return new WorkspaceException(
        folder.path(),
        "nothing can be kept there: " + Reason.of(e) + ".",
        "Save the work yourself from time to time.");
  }

  private void sayOnce(WorkspaceException e) {
    if (!problemSaid) {
      problemSaid = true;
      onProblem.accept("Unsaved work is not kept for a crash: " + e.getMessage());
    }
  }

  /// Looks for work that a crash left behind.
  ///
  /// @param onFound gets the latest work and the number of other ones
  void find(BiConsumer<Unsaved, Integer> onFound) {
    disk.run(
        () -> {
          try {
            leftBehind.addAll(folder.leftBehind());
          } catch (IOException e) {
            throw failed(e);
          }
          offer(onFound);
        },
        this::sayOnce);
  }

  private void offer(BiConsumer<Unsaved, Integer> onFound) throws WorkspaceException {
    if (!leftBehind.isEmpty()) {
      int more = leftBehind.size() - 1;
      try {
        var unsaved = leftBehind.getFirst().read();
        disk.later().execute(() -> onFound.accept(unsaved, more));
      } catch (WorkspaceException e) {
        var aside = setAsideFirst();
        disk.later()
            .execute(
                () ->
                    onProblem.accept(
                        "Unsaved work was found and cannot be read: %s%s"
                            .formatted(
                                e.reason(),
                                aside.map(path -> " It was kept as " + path + ".").orElse(""))));
        offer(onFound);
      }
    }
  }

  /// The user took what was found; it is now saved as this window's own work. Offers the next one.
  ///
  /// @param source of the current work
  void taken(Source source, BiConsumer<Unsaved, Integer> onFound) {
    var unsaved = source.unsaved();
    disk.run(
        () -> {
          keepOnDisk(unsaved);
          try {
            leftBehind.getFirst().clear();
            leftBehind.removeFirst().close();
          } catch (IOException e) {
            throw failed(e);
          }
          offer(onFound);
        },
        this::sayOnce);
  }

  /// The user declined what was found; it is set aside. Offers the next one.
  void refused(BiConsumer<Unsaved, Integer> onFound) {
    disk.run(
        () -> {
          setAsideFirst();
          offer(onFound);
        },
        this::sayOnce);
  }

  private Optional<Path> setAsideFirst() throws WorkspaceException {
    try {
      var aside = leftBehind.getFirst().setAside();
      leftBehind.removeFirst().close();
      return aside;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// Ends autosaving for a window that closes normally. Only work that was found and not yet
  /// answered remains.
  public void close() {
    ended = true;
    pacer.cancel();
    disk.run(
        () -> {
          try {
            closed = true;
            if (window != null) {
              window.clear();
              window.close();
            }
            for (var left : leftBehind) {
              left.close();
            }
          } catch (IOException e) {
            throw failed(e);
          }
        },
        this::sayOnce);
  }
}
