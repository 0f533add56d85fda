package kelvin.text.template.value;

import java.io.Serial;

/// Says why a template gives no text: what was wrong, in which line and in which construct.
public final class TemplateException extends RuntimeException {

  /// The reasons.
  public enum Kind {
    /// The template cannot be read.
    SYNTAX,
    /// A step of the template is not possible with these values.
    FAILURE,
    /// The template takes too many steps, or something gets too large.
    LIMIT,
    /// The template refuses what it was given, with words of its own.
    RAISED
  }

  @Serial private static final long serialVersionUID = 1;

  private final Kind kind;
  private final String problem;
  private final int line;

  /// A failure that does not know yet where it happened.
  public TemplateException(String problem) {
    this(Kind.FAILURE, problem);
  }

  /// A problem that does not know yet where it happened.
  public TemplateException(Kind kind, String problem) {
    super(problem);
    this.kind = kind;
    this.problem = problem;
    line = 0;
  }

  /// @param line 1-based
  /// @param construct what of the template was read or computed, such as `filter 'tojson'`
  public TemplateException(Kind kind, String problem, int line, String construct) {
    super("line " + line + ", " + construct + ": " + problem);
    this.kind = kind;
    this.problem = problem;
    this.line = line;
  }

  /// The same problem with its place, or this one if it has a place already.
  public TemplateException at(int where, String construct) {
    if (line > 0) {
      return this;
    }
    var placed =
        new TemplateException(
            kind, problem, where, kind == Kind.RAISED ? "the template says" : construct);
    placed.initCause(this);
    return placed;
  }

  public Kind kind() {
    return kind;
  }

  /// The problem without its place; for `RAISED` the template's own words.
  public String problem() {
    return problem;
  }

  /// The line of the template, 1-based; 0 if not known.
  public int line() {
    return line;
  }
}
