package kelvin.text.template.syntax;

import java.util.List;
import kelvin.text.template.syntax.Token.Kind;
import kelvin.text.template.value.TemplateException;

/// Goes through tokens for the parsers.
final class TokenReader {

  /// Constructs inside each other.
  private static final int DEPTH = 100;

  private final List<Token> tokens;
  private int at;
  private int depth;

  TokenReader(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token current() {
    return tokens.get(at);
  }

  Token following() {
    return tokens.get(Math.min(at + 1, tokens.size() - 1));
  }

  Token next() {
    var token = current();
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  boolean skipName(String name) {
    boolean found = current().isName(name);
    if (found) {
      next();
    }
    return found;
  }

  boolean skipOperator(String operator) {
    boolean found = current().isOperator(operator);
    if (found) {
      next();
    }
    return found;
  }

  Token expect(Kind kind, String words) {
    if (current().kind() != kind) {
      throw unexpected(words);
    }
    return next();
  }

  Token expectOperator(String operator) {
    if (!current().isOperator(operator)) {
      throw unexpected("'" + operator + "'");
    }
    return next();
  }

  void expectName(String name) {
    if (!skipName(name)) {
      throw unexpected("'" + name + "'");
    }
  }

  TemplateException unexpected(String wanted) {
    return syntax(wanted + " is missing before " + current().words());
  }

  TemplateException syntax(String problem) {
    return new TemplateException(
        TemplateException.Kind.SYNTAX, problem, current().line(), "syntax");
  }

  /// Begins a construct inside others.
  void enter() {
    if (++depth > DEPTH) {
      throw syntax("more than " + DEPTH + " constructs are inside each other");
    }
  }

  void leave() {
    depth--;
  }
}
