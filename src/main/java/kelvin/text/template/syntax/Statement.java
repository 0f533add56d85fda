package kelvin.text.template.syntax;

import java.util.List;
import java.util.Set;
import kelvin.text.template.syntax.Expression.FilterStep;
import org.jspecify.annotations.Nullable;

/// A part of a template that writes text or sets names.
public sealed interface Statement {

  /// The line, 1-based.
  int line();

  /// The name of this construct, for messages.
  String construct();

  record Data(int line, String text) implements Statement {
    @Override
    public String construct() {
      return "text";
    }
  }

  record Print(int line, Expression value) implements Statement {
    @Override
    public String construct() {
      return "{{ }}";
    }
  }

  /// @param branches the first one whose test is true is taken
  record If(int line, List<Branch> branches, List<Statement> otherwise) implements Statement {
    public If {
      branches = List.copyOf(branches);
      otherwise = List.copyOf(otherwise);
    }

    @Override
    public String construct() {
      return "{% if %}";
    }
  }

  record Branch(Expression test, List<Statement> body) {
    public Branch {
      body = List.copyOf(body);
    }
  }

  /// @param condition which items are taken, or null for all
  /// @param otherwise what is written when there are none
  record For(
      int line,
      Target target,
      Expression items,
      @Nullable Expression condition,
      boolean recursive,
      List<Statement> body,
      List<Statement> otherwise)
      implements Statement {
    public For {
      body = List.copyOf(body);
      otherwise = List.copyOf(otherwise);
    }

    @Override
    public String construct() {
      return "{% for %}";
    }
  }

  record SetValue(int line, Target target, Expression value) implements Statement {
    @Override
    public String construct() {
      return "{% set %}";
    }
  }

  record SetText(int line, Target target, List<FilterStep> filters, List<Statement> body)
      implements Statement {
    public SetText {
      filters = List.copyOf(filters);
      body = List.copyOf(body);
    }

    @Override
    public String construct() {
      return "{% set %}";
    }
  }

  record Macro(int line, String name, Signature signature, List<Statement> body)
      implements Statement {
    public Macro {
      body = List.copyOf(body);
    }

    @Override
    public String construct() {
      return "{% macro " + name + " %}";
    }
  }

  /// The parameters of a macro.
  ///
  /// @param defaults of the last parameters
  /// @param uses all names in the body
  record Signature(List<String> parameters, List<Expression> defaults, Set<String> uses) {
    public Signature {
      parameters = List.copyOf(parameters);
      defaults = List.copyOf(defaults);
      uses = Set.copyOf(uses);
    }
  }

  record CallBlock(int line, Signature signature, Expression.Call call, List<Statement> body)
      implements Statement {
    public CallBlock {
      body = List.copyOf(body);
    }

    @Override
    public String construct() {
      return "{% call %}";
    }
  }

  record FilterBlock(int line, List<FilterStep> filters, List<Statement> body)
      implements Statement {
    public FilterBlock {
      filters = List.copyOf(filters);
      body = List.copyOf(body);
    }

    @Override
    public String construct() {
      return "{% filter %}";
    }
  }

  record With(int line, List<Target> targets, List<Expression> values, List<Statement> body)
      implements Statement {
    public With {
      targets = List.copyOf(targets);
      values = List.copyOf(values);
      body = List.copyOf(body);
    }

    @Override
    public String construct() {
      return "{% with %}";
    }
  }

  /// The part that the model would write, marked for training. It only gives its names a scope.
  record Generation(int line, List<Statement> body) implements Statement {
    public Generation {
      body = List.copyOf(body);
    }

    @Override
    public String construct() {
      return "{% generation %}";
    }
  }

  record Break(int line) implements Statement {
    @Override
    public String construct() {
      return "{% break %}";
    }
  }

  record Continue(int line) implements Statement {
    @Override
    public String construct() {
      return "{% continue %}";
    }
  }
}
