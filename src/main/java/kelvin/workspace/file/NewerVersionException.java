package kelvin.workspace.file;

/// Signals a document from a program that is newer than this one.
public final class NewerVersionException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /// @param version the version of the document
  /// @param current the one that this program reads
  public NewerVersionException(long version, int current) {
    super(
        "it was saved by a newer Kelvin, as version "
            + version
            + " of the format; this one reads up to version "
            + current
            + ".");
  }

  /// The sentence for the user.
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
