package kelvin.text.template.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kelvin.text.template.operation.Comparator;
import kelvin.text.template.operation.Operator;
import kelvin.text.template.syntax.Token.Kind;

/// Reads expressions with operators. Each method reads those that bind as strongly as its name
/// says, the weakest first.
final class ExpressionParser {

  private static final Map<String, Comparator> COMPARATORS =
      Map.of(
          "==", Comparator.EQUAL,
          "!=", Comparator.NOT_EQUAL,
          "<", Comparator.LESS,
          "<=", Comparator.LESS_OR_EQUAL,
          ">", Comparator.GREATER,
          ">=", Comparator.GREATER_OR_EQUAL);

  private static final Map<String, Operator> SUMS =
      Map.of("+", Operator.ADD, "-", Operator.SUBTRACT);

  private static final Map<String, Operator> PRODUCTS =
      Map.of(
          "*", Operator.MULTIPLY,
          "/", Operator.DIVIDE,
          "//", Operator.FLOOR_DIVIDE,
          "%", Operator.REMAINDER);

  private static final Map<String, Operator> POWERS = Map.of("**", Operator.POWER);

  private final TokenReader tokens;
  private final PrimaryParser primaries;

  ExpressionParser(TokenReader tokens, NamesInUse names) {
    this.tokens = tokens;
    primaries = new PrimaryParser(tokens, this, names);
  }

  PrimaryParser primaries() {
    return primaries;
  }

  Expression expression() {
    tokens.enter();
    var found = conditional();
    tokens.leave();
    return found;
  }

  private Expression conditional() {
    var found = or();
    while (tokens.current().isName("if")) {
      int line = tokens.next().line();
      var test = or();
      found =
          new Expression.Conditional(
              line, test, found, tokens.skipName("else") ? expression() : null);
    }
    return found;
  }

  /// An expression without `if`, such as what stands after `in` of a loop.
  Expression or() {
    var left = and();
    while (tokens.current().isName("or")) {
      int line = tokens.next().line();
      left = new Expression.Or(line, left, and());
    }
    return left;
  }

  private Expression and() {
    var left = not();
    while (tokens.current().isName("and")) {
      int line = tokens.next().line();
      left = new Expression.And(line, left, not());
    }
    return left;
  }

  private Expression not() {
    if (!tokens.current().isName("not")) {
      return comparison();
    }
    int line = tokens.next().line();
    tokens.enter();
    var of = not();
    tokens.leave();
    return new Expression.Not(line, of);
  }

  private Expression comparison() {
    int line = tokens.current().line();
    var first = sum();
    var comparators = new ArrayList<Comparator>();
    var others = new ArrayList<Expression>();
    while (true) {
      var token = tokens.current();
      if (token.kind() == Kind.OPERATOR && COMPARATORS.containsKey(token.text())) {
        tokens.next();
        comparators.add(COMPARATORS.getOrDefault(token.text(), Comparator.EQUAL));
      } else if (tokens.skipName("in")) {
        comparators.add(Comparator.IN);
      } else if (token.isName("not") && tokens.following().isName("in")) {
        tokens.next();
        tokens.next();
        comparators.add(Comparator.NOT_IN);
      } else {
        break;
      }
      others.add(sum());
    }
    return others.isEmpty() ? first : new Expression.Comparison(line, first, comparators, others);
  }

  private Expression sum() {
    return chain(SUMS, this::joined);
  }

  private Expression joined() {
    int line = tokens.current().line();
    List<Expression> parts = new ArrayList<>();
    parts.add(product());
    while (tokens.skipOperator("~")) {
      parts.add(product());
    }
    return parts.size() == 1 ? parts.getFirst() : new Expression.Joined(line, parts);
  }

  private Expression product() {
    return chain(PRODUCTS, this::power);
  }

  /// Unlike Python, powers in a row are computed from the left.
  private Expression power() {
    return chain(POWERS, () -> signed(true));
  }

  private Expression chain(Map<String, Operator> operators, Supplier<Expression> next) {
    var left = next.get();
    while (tokens.current().kind() == Kind.OPERATOR) {
      var operator = operators.get(tokens.current().text());
      if (operator == null) {
        break;
      }
      int line = tokens.next().line();
      left = new Expression.Arithmetic(line, operator, left, next.get());
    }
    return left;
  }

  /// Filters after a sign apply to the signed value, as in `-1 | abs`.
  private Expression signed(boolean withFilters) {
    var token = tokens.current();
    Expression found;
    if (token.isOperator("-") || token.isOperator("+")) {
      tokens.next();
      tokens.enter();
      found = new Expression.Signed(token.line(), token.isOperator("-"), signed(false));
      tokens.leave();
    } else {
      found = primaries.primary();
    }
    found = primaries.postfixes(found);
    return withFilters ? primaries.filtersAndTests(found) : found;
  }

  /// One expression, or several with commas, which are a tuple.
  ///
  /// @param withConditional whether `if` may follow
  Expression tuple(boolean withConditional) {
    int line = tokens.current().line();
    var items = new ArrayList<Expression>();
    boolean isTuple = false;
    while (!endsTuple()) {
      items.add(withConditional ? expression() : or());
      if (!tokens.skipOperator(",")) {
        break;
      }
      isTuple = true;
    }
    if (items.isEmpty()) {
      throw tokens.unexpected("an expression");
    }
    return isTuple ? new Expression.Row(line, items, true) : items.getFirst();
  }

  private boolean endsTuple() {
    var token = tokens.current();
    return token.kind() == Kind.BLOCK_END
        || token.kind() == Kind.PRINT_END
        || token.isOperator(")")
        || token.isName("recursive");
  }
}
