package kelvin.experiment.adapt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Says what about a comparison its numbers do not show.
public final class AdaptNotes {

  private AdaptNotes() {}

  /// Sentences for the user.
  public static List<String> sentences(Adaptation adaptation) {
    var sentences = new ArrayList<String>();
    var facts = adaptation.facts();
    if (facts.partial()) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "Cancelled after %,d of %,d points: a mean may be of fewer draws than %,d.",
              adaptation.points().size(),
              facts.planned(),
              facts.seeds()));
    }
    addCut(adaptation, sentences);
    addProblems(adaptation, sentences);
    return sentences;
  }

  private static void addCut(Adaptation adaptation, List<String> sentences) {
    long cut =
        adaptation.points().stream()
            .filter(point -> point.made().shortened() + point.made().leftOut() > 0)
            .count();
    if (cut > 0) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "In %,d of %,d points, inputs were too long for the context and shortened or left out.",
              cut,
              adaptation.points().size()));
    }
  }

  /// One sentence for each reason, with the points that it befell.
  private static void addProblems(Adaptation adaptation, List<String> sentences) {
    var byReason =
        adaptation.problems().stream()
            .collect(
                Collectors.groupingBy(
                    AdaptProblem::reason, LinkedHashMap::new, Collectors.toList()));
    byReason.forEach(
        (reason, problems) -> {
          var methods = words(problems, problem -> problem.method().label());
          var counts = new TreeSet<Integer>();
          problems.forEach(problem -> counts.add(problem.examples()));
          var numbers = counts.stream().map(String::valueOf).collect(Collectors.joining(", "));
          sentences.add(
              methods
                  + " with "
                  + numbers
                  + (counts.size() == 1 && counts.contains(1) ? " example: " : " examples: ")
                  + reason);
        });
  }

  private static String words(List<AdaptProblem> problems, Function<AdaptProblem, String> word) {
    return problems.stream().map(word).distinct().collect(Collectors.joining(", "));
  }
}
