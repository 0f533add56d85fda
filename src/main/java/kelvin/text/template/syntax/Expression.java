package kelvin.text.template.syntax;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kelvin.text.template.operation.Comparator;
import kelvin.text.template.operation.Operator;
import kelvin.text.template.value.Value;
import org.jspecify.annotations.Nullable;

/// Something that has a value.
public sealed interface Expression {

  /// The line, 1-based.
  int line();

  /// The name of this construct, for messages.
  String construct();

  record Constant(int line, Value value) implements Expression {
    @Override
    public String construct() {
      return "constant";
    }
  }

  record Name(int line, String name) implements Expression {
    @Override
    public String construct() {
      return "'" + name + "'";
    }
  }

  /// @param tuple whether it is a tuple and not a list
  record Row(int line, List<Expression> items, boolean tuple) implements Expression {
    public Row {
      items = List.copyOf(items);
    }

    @Override
    public String construct() {
      return tuple ? "tuple" : "list";
    }
  }

  /// Keys and values, one after the other.
  record Pairs(int line, List<Expression> keys, List<Expression> values) implements Expression {
    public Pairs {
      keys = List.copyOf(keys);
      values = List.copyOf(values);
    }

    @Override
    public String construct() {
      return "mapping";
    }
  }

  record Signed(int line, boolean negative, Expression of) implements Expression {
    @Override
    public String construct() {
      return "sign";
    }
  }

  record Not(int line, Expression of) implements Expression {
    @Override
    public String construct() {
      return "not";
    }
  }

  record Arithmetic(int line, Operator operator, Expression left, Expression right)
      implements Expression {
    @Override
    public String construct() {
      return "operator " + operator.symbol();
    }
  }

  /// The operator `~`.
  record Joined(int line, List<Expression> parts) implements Expression {
    public Joined {
      parts = List.copyOf(parts);
    }

    @Override
    public String construct() {
      return "operator ~";
    }
  }

  /// One comparison, or several in a row as in `a < b < c`.
  record Comparison(
      int line, Expression first, List<Comparator> comparators, List<Expression> others)
      implements Expression {
    public Comparison {
      comparators = List.copyOf(comparators);
      others = List.copyOf(others);
    }

    @Override
    public String construct() {
      return "operator " + comparators.getFirst().symbol();
    }
  }

  record And(int line, Expression left, Expression right) implements Expression {
    @Override
    public String construct() {
      return "and";
    }
  }

  record Or(int line, Expression left, Expression right) implements Expression {
    @Override
    public String construct() {
      return "or";
    }
  }

  /// `yes if test else no`.
  ///
  /// @param no null if there is no `else`
  record Conditional(int line, Expression test, Expression yes, @Nullable Expression no)
      implements Expression {
    @Override
    public String construct() {
      return "if";
    }
  }

  record Part(int line, Expression whole, String name) implements Expression {
    @Override
    public String construct() {
      return "'." + name + "'";
    }
  }

  record Item(int line, Expression whole, Expression key) implements Expression {
    @Override
    public String construct() {
      return "[ ]";
    }
  }

  /// Null stands for what is left out.
  record Slice(
      int line,
      Expression whole,
      @Nullable Expression begin,
      @Nullable Expression end,
      @Nullable Expression step)
      implements Expression {
    @Override
    public String construct() {
      return "[ : ]";
    }
  }

  record Call(int line, Expression callee, CallArguments arguments) implements Expression {
    @Override
    public String construct() {
      return switch (callee) {
        case Name(_, String name) -> name + "()";
        case Part(_, _, String name) -> "." + name + "()";
        default -> "call";
      };
    }
  }

  record Filtered(Expression input, FilterStep filter) implements Expression {
    @Override
    public int line() {
      return filter.line();
    }

    @Override
    public String construct() {
      return "filter '" + filter.name() + "'";
    }
  }

  record Tested(int line, Expression input, String name, CallArguments arguments)
      implements Expression {
    @Override
    public String construct() {
      return "test '" + name + "'";
    }
  }

  /// One filter with its arguments.
  record FilterStep(int line, String name, CallArguments arguments) {}

  /// The arguments of a call.
  ///
  /// @param more a list of further ones, after `*`, or null
  /// @param moreNamed a mapping of further ones, after `**`, or null
  record CallArguments(
      List<Expression> positional,
      Map<String, Expression> named,
      @Nullable Expression more,
      @Nullable Expression moreNamed) {

    public static final CallArguments NONE = new CallArguments(List.of(), Map.of(), null, null);

    public CallArguments {
      positional = List.copyOf(positional);
      named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
    }

    public boolean isNone() {
      return positional.isEmpty() && named.isEmpty() && more == null && moreNamed == null;
    }
  }
}
