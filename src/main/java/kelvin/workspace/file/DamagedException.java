package kelvin.workspace.file;

/// Signals damaged file content. It becomes a `WorkspaceException` where the file is known.
public final class DamagedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /// @param sentence a sentence for the user, without the file's name
  public DamagedException(String sentence) {
    super(sentence);
  }

  /// Reports a value of the wrong type or out of range.
  ///
  /// @param place the place in the file, such as `sampling.seed`
  static DamagedException at(String place, String expected, Object was) {
    var text = String.valueOf(was);
    var shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
    return new DamagedException(
        "“" + place + "” must be " + expected + ", was " + shown.strip() + ".");
  }

  /// The sentence for the user.
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
