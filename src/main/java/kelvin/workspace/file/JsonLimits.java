package kelvin.workspace.file;

/// Limits how much of a file is read, so that a crafted one cannot fill the memory.
///
/// @param bytes of the file
/// @param depth of objects and lists in each other
/// @param values numbers, texts, truths, objects and lists altogether
/// @param digits characters of a number
public record JsonLimits(long bytes, int depth, int values, int digits) {

  /// A session with 50,000 generated tokens takes 15 MB.
  public static final JsonLimits SESSION = new JsonLimits(64 << 20, 32, 2_000_000, 40);

  public static final JsonLimits SETTINGS = new JsonLimits(1 << 20, 8, 20_000, 40);
}
