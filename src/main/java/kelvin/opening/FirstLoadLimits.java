package kelvin.opening;

/// The time and memory that a first load may take; they grow with the model's files.
///
/// @param computing the seconds of processor time, so that a busy machine refuses nothing sound;
///     not limited where the operating system does not report it
/// @param waiting the seconds until the load counts as hanging, however little it computes
/// @param memoryBytes resident, where the operating system reports it
record FirstLoadLimits(long computing, long waiting, long memoryBytes) {

  /// The resident memory of the program before it opens anything; 60 to 80 MB were measured.
  private static final long BARE = 100L << 20;

  /// The room for what does not depend on the size of the files. The two libraries take 20 to 120
  /// MB of it for a small model.
  private static final long ROOM = 500L << 20;

  /// Half precision takes a little more than twice the size of its file, because its weights are
  /// copied in float32; the other precisions take the size of the file.
  private static final long PER_GRAPH_BYTE = 3;

  /// A tokenizer of 27 MB takes 650 MB: it is an object per token in both libraries.
  private static final long PER_TOKENIZER_BYTE = 20;

  /// Assumes a disk and a processor that read 20 MB of weights and 2 MB of a tokenizer a second.
  /// Small models take one or two seconds, most of it for the start of the process.
  ///
  /// @param graphBytes of the graphs and their weights
  /// @param tokenizerBytes of the files of the tokenizer
  static FirstLoadLimits of(long graphBytes, long tokenizerBytes) {
    long computing = 8 + graphBytes / 20_000_000 + tokenizerBytes / 2_000_000;
    return new FirstLoadLimits(
        computing,
        60 + 2 * computing,
        BARE + ROOM + PER_GRAPH_BYTE * graphBytes + PER_TOKENIZER_BYTE * tokenizerBytes);
  }
}
