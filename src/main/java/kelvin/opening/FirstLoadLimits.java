package kelvin.opening;

/// What a first load may take, which grows with the model's files.
///
/// @param seconds until it counts as hanging
/// @param memoryBytes resident, where the operating system tells
record FirstLoadLimits(long seconds, long memoryBytes) {

  /// A slow disk reads 20 MB a second; the runtime lays weights out anew, at most four times over.
  static FirstLoadLimits of(long fileBytes) {
    return new FirstLoadLimits(30 + fileBytes / 20_000_000, (2L << 30) + 4 * fileBytes);
  }
}
