package kelvin.text.template;

import java.util.ArrayList;
import java.util.List;
import kelvin.text.template.syntax.Statement;
import kelvin.text.template.value.Iteration;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;

/// Executes one `for` block.
final class LoopRun {

  private final Executor executor;
  private final Statement.For loop;
  private final Scope outside;

  LoopRun(Executor executor, Statement.For loop, Scope outside) {
    this.executor = executor;
    this.loop = loop;
    this.outside = outside;
  }

  void execute() {
    execute(executor.evaluator().value(loop.items(), outside), 0);
  }

  /// @param depth how many loops of this block are outside
  private void execute(Value row, int depth) {
    var items = chosen(Iteration.of(row));
    if (items.isEmpty()) {
      executor.execute(loop.otherwise(), new Scope(outside));
      return;
    }
    var state = new LoopState(items, depth, inner -> recursive(inner, depth));
    for (int i = 0; i < items.size(); i++) {
      executor.run().charge(1);
      var scope = new Scope(outside);
      executor.assign(loop.target(), items.get(i), scope);
      scope.set("loop", state.at(i));
      if (executor.execute(loop.body(), scope) == Executor.End.BREAK) {
        return;
      }
    }
  }

  /// The items for which the condition of the loop is true.
  private List<Value> chosen(List<Value> items) {
    var condition = loop.condition();
    if (condition == null) {
      return items;
    }
    var chosen = new ArrayList<Value>();
    for (var item : items) {
      var scope = new Scope(outside);
      executor.assign(loop.target(), item, scope);
      if (executor.evaluator().isTrue(condition, scope)) {
        chosen.add(item);
      }
    }
    return chosen;
  }

  private Value recursive(Value items, int depth) {
    if (!loop.recursive()) {
      throw new TemplateException("only a loop that is marked 'recursive' can call itself");
    }
    return Value.of(executor.run().capture(() -> execute(items, depth + 1)));
  }
}
