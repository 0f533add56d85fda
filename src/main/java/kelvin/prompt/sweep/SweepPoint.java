package kelvin.prompt.sweep;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Layout;
import kelvin.prompt.Spellings;
import kelvin.prompt.Trial;

/// A point of a sweep in the form of a file: the difference from the base, and the question.
///
/// @param name as in `Variant`; the layout's name in a template sweep
/// @param order the shots' places among all examples, 0-based
/// @param closed whether labels were scored together with the text that ends them
public record SweepPoint(
    String name,
    int draw,
    int test,
    List<Integer> order,
    String input,
    List<String> labels,
    Optional<String> answer,
    boolean closed) {

  public SweepPoint {
    order = List.copyOf(order);
    labels = List.copyOf(labels);
  }

  public static SweepPoint of(Variant variant) {
    var trial = variant.trial();
    return new SweepPoint(
        variant.name(),
        variant.draw(),
        variant.test(),
        variant.order(),
        Variant.prompt(trial).question(),
        trial.labels(),
        trial.answerName(),
        trial.closed());
  }

  /// The names of the labels.
  public List<String> names() {
    return Spellings.names(labels);
  }

  /// Rebuilds the whole prompt.
  ///
  /// @throws IllegalArgumentException in a few words when the base cannot give such a prompt
  public Variant in(SweepKind kind, FewShotPrompt base) {
    check(base);
    var about = base.withInput(input);
    var prompt =
        switch (kind) {
          case SHOTS, ORDER -> about.arranged(order);
          case TEMPLATE -> about.withShots(order.size()).withLayout(layout(base));
          case LEAVE_ONE_OUT -> leftOut(about);
        };
    return new Variant(name, draw, test, order, new Trial(prompt, labels, answer, closed));
  }

  private void check(FewShotPrompt base) {
    var used = new HashSet<>(base.usedPlaces());
    for (var place : order) {
      if (!used.remove(place)) {
        throw new IllegalArgumentException(
            "the point '" + name + "' has no example " + (place + 1) + " to show");
      }
    }
    if (labels.isEmpty()
        || answer.filter(right -> Spellings.find(labels, right).isEmpty()).isPresent()) {
      throw new IllegalArgumentException(
          "the right answer of the point '" + name + "' is none of its labels");
    }
  }

  private Layout layout(FewShotPrompt base) {
    if (base.layout().name().equals(name)) {
      return base.layout();
    }
    return Layout.ALL.stream()
        .filter(known -> known.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no layout '" + name + "'"));
  }

  private FewShotPrompt leftOut(FewShotPrompt about) {
    var shown = about.usedPlaces().stream().limit(about.shots()).toList();
    var missing = shown.stream().filter(place -> !order.contains(place)).toList();
    if (missing.isEmpty()) {
      return about;
    }
    if (missing.size() > 1) {
      throw new IllegalArgumentException("the point '" + name + "' leaves out more than one");
    }
    return about.without(missing.getFirst());
  }
}
