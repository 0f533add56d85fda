package kelvin.workspace.file;

/// Limits the size of a document, so that a malicious file cannot fill the memory.
///
/// @param bytes the size of the file
/// @param depth the depth of nested objects and lists
/// @param values the number of numbers, texts, booleans, objects and lists
/// @param digits the length of a number in characters
public record JsonLimits(long bytes, int depth, int values, int digits) {

  /// A session with 50,000 generated tokens takes 15 MB.
  public static final JsonLimits SESSION = new JsonLimits(64 << 20, 32, 2_000_000, 40);

  public static final JsonLimits SETTINGS = new JsonLimits(1 << 20, 8, 20_000, 40);
}
