package kelvin.workspace.file;

/// Signals a document from a program that is newer than this one.
public final class NewerVersionException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public NewerVersionException(long version, int current) {
    super(
        "it was saved by a newer Kelvin, as version "
            + version
            + " of the format; this one reads up to version "
            + current
            + ".");
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
