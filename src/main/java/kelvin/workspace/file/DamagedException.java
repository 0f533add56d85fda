package kelvin.workspace.file;

/// A file's content is not what it should be; becomes a `WorkspaceException` where the file is
// known.
public final class DamagedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /// @param sentence without the file's name
  public DamagedException(String sentence) {
    super(sentence);
  }

  /// A value is of the wrong kind or out of range.
  ///
  /// @param place such as `sampling.seed`
  static DamagedException at(String place, String expected, Object was) {
    var text = String.valueOf(was);
    var shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
    return new DamagedException(
        "“" + place + "” must be " + expected + ", was " + shown.strip() + ".");
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
