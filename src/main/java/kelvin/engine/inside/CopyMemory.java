package kelvin.engine.inside;

import java.util.Locale;
import java.util.OptionalLong;
import kelvin.inference.LoadedModel;

/// The memory that a second copy of a model takes, or another model beside it.
///
/// @param bytes an upper estimate from the sizes of the files; 0 for a model that does not show its
///     inside
/// @param free what the machine can still give, in bytes; empty where it does not say
public record CopyMemory(long bytes, OptionalLong free) {

  /// From this size on, the window opens a copy only after the user has agreed.
  private static final long LARGE = 256_000_000;

  /// The memory of the copy that gives a part.
  public static CopyMemory of(LoadedModel loaded, InsidePart<?> part) {
    return new CopyMemory(loaded.model().inside().map(part::memory).orElse(0L), FreeMemory.now());
  }

  /// The memory of a model whose files have this size.
  public static CopyMemory of(long bytes) {
    return new CopyMemory(bytes, FreeMemory.now());
  }

  /// True if the user is to be asked before the copy is opened.
  public boolean isLarge() {
    return bytes >= LARGE || isMoreThanFree();
  }

  private boolean isMoreThanFree() {
    return free.isPresent() && free.getAsLong() < bytes;
  }

  /// Says that the machine has less; empty if it has enough or does not say. Begins with a space.
  public String warning() {
    return isMoreThanFree()
        ? " Only "
            + words(free.getAsLong())
            + " are free: it may not open, or slow all programs down."
        : "";
  }

  /// The memory in words, such as `about 32 MB`.
  public String words() {
    return words(bytes);
  }

  private static String words(long bytes) {
    return String.format(Locale.ROOT, "about %,.0f MB", Math.max(1, bytes / 1e6));
  }
}
