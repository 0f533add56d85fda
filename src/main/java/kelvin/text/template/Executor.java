package kelvin.text.template;

import java.util.List;
import kelvin.text.template.syntax.Expression.FilterStep;
import kelvin.text.template.syntax.Statement;
import kelvin.text.template.syntax.Target;
import kelvin.text.template.value.Arguments;
import kelvin.text.template.value.Callable;
import kelvin.text.template.value.Iteration;
import kelvin.text.template.value.Namespace;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;

/// Executes statements.
final class Executor {

  /// The way in which a statement ended.
  enum End {
    USUAL,
    /// The loop goes on with its next turn.
    CONTINUE,
    /// The loop ends.
    BREAK
  }

  private final Run run;
  private final Evaluator evaluator;

  Executor(Run run) {
    this.run = run;
    evaluator = new Evaluator(run);
  }

  Evaluator evaluator() {
    return evaluator;
  }

  Run run() {
    return run;
  }

  End execute(List<Statement> statements, Scope scope) {
    for (var statement : statements) {
      var end = execute(statement, scope);
      if (end != End.USUAL) {
        return end;
      }
    }
    return End.USUAL;
  }

  private End execute(Statement statement, Scope scope) {
    try {
      run.enter();
      var end = perform(statement, scope);
      run.leave();
      return end;
    } catch (TemplateException e) {
      throw e.at(statement.line(), statement.construct());
    }
  }

  private End perform(Statement statement, Scope scope) {
    switch (statement) {
      case Statement.Data(_, String text) -> run.output().write(text);
      case Statement.Print print ->
          run.output().write(evaluator.printed(evaluator.value(print.value(), scope)));
      case Statement.If conditional -> {
        return conditional(conditional, scope);
      }
      case Statement.For loop -> new LoopRun(this, loop, scope).execute();
      case Statement.SetValue set ->
          assign(set.target(), evaluator.value(set.value(), scope), scope);
      case Statement.SetText set ->
          assign(set.target(), filtered(set.filters(), set.body(), scope), scope);
      case Statement.Macro macro -> scope.set(macro.name(), Macros.of(this, macro, scope));
      case Statement.CallBlock block -> call(block, scope);
      case Statement.FilterBlock block ->
          run.output().write(evaluator.printed(filtered(block.filters(), block.body(), scope)));
      case Statement.With with -> {
        return with(with, scope);
      }
      case Statement.Generation generation -> execute(generation.body(), new Scope(scope));
      case Statement.Break _ -> {
        return End.BREAK;
      }
      case Statement.Continue _ -> {
        return End.CONTINUE;
      }
    }
    return End.USUAL;
  }

  private End conditional(Statement.If conditional, Scope scope) {
    for (var branch : conditional.branches()) {
      if (evaluator.isTrue(branch.test(), scope)) {
        return execute(branch.body(), scope);
      }
    }
    return execute(conditional.otherwise(), scope);
  }

  private End with(Statement.With with, Scope scope) {
    var inside = new Scope(scope);
    for (int i = 0; i < with.targets().size(); i++) {
      assign(with.targets().get(i), evaluator.value(with.values().get(i), scope), inside);
    }
    return execute(with.body(), inside);
  }

  private Value filtered(List<FilterStep> filters, List<Statement> body, Scope scope) {
    Value value = Value.of(run.capture(() -> execute(body, new Scope(scope))));
    for (var filter : filters) {
      value = evaluator.filtered(filter, value, scope);
    }
    return value;
  }

  private void call(Statement.CallBlock block, Scope scope) {
    Callable caller = Macros.of(this, "caller", block.signature(), block.body(), scope);
    var arguments = new Arguments(List.of(), java.util.Map.of("caller", caller));
    run.output().write(evaluator.printed(evaluator.call(block.call(), scope, arguments)));
  }

  /// Gives a value to a target.
  ///
  /// @throws TemplateException if the value does not fit the target
  void assign(Target target, Value value, Scope scope) {
    switch (target) {
      case Target.Name(String name) -> scope.set(name, value);
      case Target.Several(List<Target> targets) -> {
        var items = Iteration.of(value);
        if (items.size() != targets.size()) {
          throw new TemplateException(
              items.size() + " values cannot be given to " + targets.size() + " names");
        }
        for (int i = 0; i < items.size(); i++) {
          assign(targets.get(i), items.get(i), scope);
        }
      }
      case Target.Part(String name, String part) -> {
        if (!(scope.get(name) instanceof Namespace namespace)) {
          throw new TemplateException(
              "'"
                  + name
                  + "' is "
                  + scope.get(name).kind()
                  + ": only parts of a namespace() can be set");
        }
        namespace.set(part, value);
      }
    }
  }
}
