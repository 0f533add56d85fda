package kelvin.engine.inside;

import java.util.Locale;
import kelvin.inference.LoadedModel;

/// The memory that a second copy of a model takes.
///
/// @param bytes an upper estimate from the sizes of the files; 0 for a model that does not show its
///     inside
public record CopyMemory(long bytes) {

  /// From this size on, the window opens a copy only after the user has agreed.
  private static final long LARGE = 256_000_000;

  /// The memory of the copy that gives a part.
  public static CopyMemory of(LoadedModel loaded, InsidePart<?> part) {
    return new CopyMemory(loaded.model().inside().map(part::memory).orElse(0L));
  }

  /// True if the user is to be asked before the copy is opened.
  public boolean isLarge() {
    return bytes >= LARGE;
  }

  /// The memory in words, such as `about 32 MB`.
  public String words() {
    return String.format(Locale.ROOT, "about %,.0f MB", Math.max(1, bytes / 1e6));
  }
}
