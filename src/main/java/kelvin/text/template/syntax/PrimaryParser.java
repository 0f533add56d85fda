package kelvin.text.template.syntax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import kelvin.text.template.syntax.Expression.CallArguments;
import kelvin.text.template.syntax.Expression.FilterStep;
import kelvin.text.template.syntax.Token.Kind;
import kelvin.text.template.value.Value;
import org.jspecify.annotations.Nullable;

/// Reads names and constants, and what stands right behind them: parts, calls, filters and tests.
final class PrimaryParser {

  private final TokenReader tokens;
  private final ExpressionParser expressions;
  private final NamesInUse names;

  PrimaryParser(TokenReader tokens, ExpressionParser expressions, NamesInUse names) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.names = names;
  }

  Expression primary() {
    var token = tokens.current();
    return switch (token.kind()) {
      case NAME -> name(tokens.next());
      case STRING -> strings();
      case NUMBER -> new Expression.Constant(token.line(), tokens.next().value());
      default ->
          switch (token.text()) {
            case "(" -> parentheses();
            case "[" -> list();
            case "{" -> mapping();
            default -> throw tokens.syntax(token.words() + " begins no expression");
          };
    };
  }

  private Expression name(Token token) {
    return switch (token.text()) {
      case "true", "True" -> new Expression.Constant(token.line(), Value.Bool.TRUE);
      case "false", "False" -> new Expression.Constant(token.line(), Value.Bool.FALSE);
      case "none", "None" -> new Expression.Constant(token.line(), Value.None.NONE);
      default -> {
        names.add(token.text());
        yield new Expression.Name(token.line(), token.text());
      }
    };
  }

  /// Texts that stand side by side are one.
  private Expression strings() {
    int line = tokens.current().line();
    var text = new StringBuilder();
    while (tokens.current().kind() == Kind.STRING) {
      text.append(tokens.next().text());
    }
    return new Expression.Constant(line, Value.of(text.toString()));
  }

  private Expression parentheses() {
    int line = tokens.next().line();
    if (tokens.skipOperator(")")) {
      return new Expression.Row(line, List.of(), true);
    }
    var found = expressions.tuple(true);
    tokens.expectOperator(")");
    return found;
  }

  private Expression list() {
    int line = tokens.next().line();
    var items = new ArrayList<Expression>();
    while (!tokens.current().isOperator("]")) {
      items.add(expressions.expression());
      if (!tokens.skipOperator(",")) {
        break;
      }
    }
    tokens.expectOperator("]");
    return new Expression.Row(line, items, false);
  }

  private Expression mapping() {
    int line = tokens.next().line();
    var keys = new ArrayList<Expression>();
    var values = new ArrayList<Expression>();
    while (!tokens.current().isOperator("}")) {
      keys.add(expressions.expression());
      tokens.expectOperator(":");
      values.add(expressions.expression());
      if (!tokens.skipOperator(",")) {
        break;
      }
    }
    tokens.expectOperator("}");
    return new Expression.Pairs(line, keys, values);
  }

  Expression postfixes(Expression primary) {
    var found = primary;
    while (true) {
      var token = tokens.current();
      if (token.isOperator(".")) {
        found = part(found);
      } else if (token.isOperator("[")) {
        found = item(found);
      } else if (token.isOperator("(")) {
        found = new Expression.Call(token.line(), found, arguments());
      } else {
        return found;
      }
    }
  }

  private Expression part(Expression whole) {
    int line = tokens.next().line();
    var token = tokens.next();
    if (token.kind() == Kind.NAME) {
      return new Expression.Part(line, whole, token.text());
    }
    if (token.value() instanceof Value.Whole) {
      return new Expression.Item(line, whole, new Expression.Constant(line, token.value()));
    }
    throw tokens.syntax("after a dot stands a name");
  }

  private Expression item(Expression whole) {
    int line = tokens.next().line();
    var begin = sliceEnd();
    Expression found;
    if (tokens.skipOperator(":")) {
      var end = sliceEnd();
      var step = tokens.skipOperator(":") ? sliceEnd() : Optional.<Expression>empty();
      found =
          new Expression.Slice(
              line, whole, begin.orElse(null), end.orElse(null), step.orElse(null));
    } else {
      found =
          new Expression.Item(
              line, whole, begin.orElseThrow(() -> tokens.unexpected("an expression")));
    }
    tokens.expectOperator("]");
    return found;
  }

  private Optional<Expression> sliceEnd() {
    var token = tokens.current();
    return token.isOperator(":") || token.isOperator("]")
        ? Optional.empty()
        : Optional.of(expressions.expression());
  }

  CallArguments arguments() {
    tokens.expectOperator("(");
    var positional = new ArrayList<Expression>();
    var named = new LinkedHashMap<String, Expression>();
    @Nullable Expression more = null;
    @Nullable Expression moreNamed = null;
    while (!tokens.current().isOperator(")")) {
      if (moreNamed != null) {
        throw tokens.syntax("nothing can follow '**' in a call");
      }
      if (tokens.skipOperator("*")) {
        more = expressions.expression();
      } else if (tokens.skipOperator("**")) {
        moreNamed = expressions.expression();
      } else if (tokens.current().kind() == Kind.NAME && tokens.following().isOperator("=")) {
        var name = tokens.next().text();
        tokens.next();
        if (named.put(name, expressions.expression()) != null) {
          throw tokens.syntax("the argument '" + name + "' stands twice");
        }
      } else if (more == null && named.isEmpty()) {
        positional.add(expressions.expression());
      } else {
        throw tokens.syntax("arguments by place must stand before those by name");
      }
      if (!tokens.skipOperator(",")) {
        break;
      }
    }
    tokens.expectOperator(")");
    return new CallArguments(positional, named, more, moreNamed);
  }

  Expression filtersAndTests(Expression primary) {
    var found = primary;
    while (true) {
      var token = tokens.current();
      if (token.isOperator("|")) {
        tokens.next();
        found = new Expression.Filtered(found, filter());
      } else if (token.isName("is")) {
        found = test(found);
      } else if (token.isOperator("(")) {
        found = new Expression.Call(token.line(), found, arguments());
      } else {
        return found;
      }
    }
  }

  /// A filter after its `|`.
  FilterStep filter() {
    int line = tokens.current().line();
    var name = dotted();
    return new FilterStep(
        line, name, tokens.current().isOperator("(") ? arguments() : CallArguments.NONE);
  }

  private String dotted() {
    var name = new StringBuilder(tokens.expect(Kind.NAME, "a name").text());
    while (tokens.skipOperator(".")) {
      name.append('.').append(tokens.expect(Kind.NAME, "a name").text());
    }
    return name.toString();
  }

  private Expression test(Expression input) {
    int line = tokens.next().line();
    boolean negated = tokens.skipName("not");
    var name = dotted();
    var arguments = CallArguments.NONE;
    if (tokens.current().isOperator("(")) {
      arguments = arguments();
    } else if (beginsArgument(tokens.current())) {
      if (tokens.current().isName("is")) {
        throw tokens.syntax("two tests cannot follow each other: put parentheses");
      }
      arguments = new CallArguments(List.of(postfixes(primary())), arguments.named(), null, null);
    }
    var test = new Expression.Tested(line, input, name, arguments);
    return negated ? new Expression.Not(line, test) : test;
  }

  /// A test may have one argument without parentheses.
  private static boolean beginsArgument(Token token) {
    return switch (token.kind()) {
      case STRING, NUMBER -> true;
      case NAME -> !token.isName("else") && !token.isName("or") && !token.isName("and");
      case OPERATOR -> token.isOperator("[") || token.isOperator("{");
      default -> false;
    };
  }
}
