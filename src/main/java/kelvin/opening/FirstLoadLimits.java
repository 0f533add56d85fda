package kelvin.opening;

/// The time and memory that a first load may take; they grow with the model's files.
///
/// @param seconds until the load counts as hanging
/// @param memoryBytes resident, where the operating system reports it
record FirstLoadLimits(long seconds, long memoryBytes) {

  /// Assumes a slow disk that reads 20 MB a second, and a runtime that copies the weights at most
  /// four times.
  static FirstLoadLimits of(long fileBytes) {
    return new FirstLoadLimits(30 + fileBytes / 20_000_000, (2L << 30) + 4 * fileBytes);
  }
}
