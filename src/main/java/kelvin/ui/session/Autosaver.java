package kelvin.ui.session;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import kelvin.ui.fx.Pacer;
import kelvin.workspace.Autosave;
import kelvin.workspace.Autosave.Unsaved;
import kelvin.workspace.AutosaveFolder;
import kelvin.workspace.file.WorkspaceException;
import org.jspecify.annotations.Nullable;

/// Keeps unsaved work on the disk a moment after it changes, and finds what a crash left behind.
///
/// The fields of the disk are used on the disk's thread only, the others on the FX thread.
public final class Autosaver {

  private static final double SECONDS_OF_CALM = 1;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

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

  /// What makes the state that is to be kept; none while nothing is unsaved.
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

  /// The work has changed: it is kept after a moment of calm, or when there is none for a while.
  void changed(Source source) {
    if (ended) {
      return;
    }
    var now = clock.instant();
    var since = waitingSince.orElse(now);
    waitingSince = Optional.of(since);
    if (Duration.between(since, now).compareTo(LONGEST_WAIT) >= 0) {
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
        "nothing can be kept there: " + e.getMessage() + ".",
        "Save the work yourself from time to time.");
  }

  private void sayOnce(WorkspaceException e) {
    if (!problemSaid) {
      problemSaid = true;
      onProblem.accept("Unsaved work is not kept for a crash: " + e.getMessage());
    }
  }

  /// Looks for what a crash left behind.
  ///
  /// @param onFound told the latest, and how many more there are
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
        var aside = leftBehind.getFirst().asideFile();
        disk.later()
            .execute(
                () ->
                    onProblem.accept(
                        "Unsaved work was found and cannot be read: %s It was kept as %s."
                            .formatted(e.reason(), aside)));
        setAsideFirst();
        offer(onFound);
      }
    }
  }

  /// What was found is on show and will be kept as this window's own work; offers the next.
  ///
  /// @param source of what is on show now
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

  /// What was found is not wanted: it is set aside; offers the next.
  void refused(BiConsumer<Unsaved, Integer> onFound) {
    disk.run(
        () -> {
          setAsideFirst();
          offer(onFound);
        },
        this::sayOnce);
  }

  private void setAsideFirst() throws WorkspaceException {
    try {
      leftBehind.getFirst().setAside();
      leftBehind.removeFirst().close();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// The window closes in order: nothing is left behind but what was found and not looked at.
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
