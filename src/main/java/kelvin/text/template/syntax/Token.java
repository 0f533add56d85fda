package kelvin.text.template.syntax;

import kelvin.text.template.value.Value;

/// One token of a template.
///
/// @param text as in the template, for messages; of a string its content
/// @param value of a number or string; none for others
/// @param line 1-based
record Token(Kind kind, String text, Value value, int line) {

  enum Kind {
    /// Text outside of all tags.
    DATA,
    BLOCK_BEGIN,
    BLOCK_END,
    PRINT_BEGIN,
    PRINT_END,
    NAME,
    STRING,
    NUMBER,
    OPERATOR,
    /// The end of the template.
    END
  }

  static Token of(Kind kind, String text, int line) {
    return new Token(kind, text, Value.None.NONE, line);
  }

  boolean is(Kind wanted, String wantedText) {
    return kind == wanted && text.equals(wantedText);
  }

  boolean isName(String name) {
    return is(Kind.NAME, name);
  }

  boolean isOperator(String operator) {
    return is(Kind.OPERATOR, operator);
  }

  /// In words for messages.
  String words() {
    return switch (kind) {
      case DATA -> "text";
      case BLOCK_BEGIN -> "'{%'";
      case BLOCK_END -> "'%}'";
      case PRINT_BEGIN -> "'{{'";
      case PRINT_END -> "'}}'";
      case STRING -> "a text in quotes";
      case NAME, NUMBER, OPERATOR -> "'" + text + "'";
      case END -> "the end of the template";
    };
  }
}
