package kelvin.experiment.evaluation;

import java.util.List;
import kelvin.engine.label.Normalization;
import kelvin.experiment.measure.Decision;
import kelvin.experiment.measure.LabelMass;
import kelvin.experiment.measure.Measures;

/// The answers of a model to the pairs of a data set.
///
/// @param labels the labels that every item was asked about, each by its first spelling
/// @param items in the order of the data; those that were not asked about are missing
public record Evaluation(Facts facts, List<String> labels, List<Item> items) {

  public Evaluation {
    labels = List.copyOf(labels);
    items = List.copyOf(items);
  }

  /// The conditions of the measurement.
  ///
  /// @param model the model's name
  /// @param data the name of the data set
  /// @param prompt the making of the prompts
  /// @param normalization the rule that made shares of the labels' scores, as in files; `HEAD`
  ///     where a head of the model made them
  /// @param extent the part of the data that was measured
  public record Facts(
      String model, String data, PromptFacts prompt, String normalization, Extent extent) {

    /// The word in files for shares that a head of the model made.
    public static final String HEAD = "head";

    public boolean isByHead() {
      return normalization.equals(HEAD);
    }

    /// The rule that made the shares, in words.
    public String comparison() {
      return isByHead() ? "the model's head" : Normalization.of(normalization).title();
    }
  }

  /// The making of the prompts.
  ///
  /// @param task the name of the task
  /// @param way the word of the composition, such as `few-shot`
  /// @param shots the number of examples shown, where none had to be left out
  /// @param seed of all shuffles
  public record PromptFacts(String task, String way, int shots, long seed) {}

  /// The part of the data that was measured.
  ///
  /// @param planned the number of items to measure
  /// @param partial true if the evaluation was cancelled before the last item
  /// @param leftOut the places of the items that were too long and left out
  /// @param seconds the time that the model needed
  public record Extent(int planned, boolean partial, List<String> leftOut, double seconds) {

    public Extent {
      leftOut = List.copyOf(leftOut);
    }
  }

  /// The answer for one pair.
  ///
  /// @param place where the pair comes from, such as `line 7`
  /// @param input the whole input, also where a shortened one was asked about
  /// @param decision its shares are those after the normalisation
  /// @param labelMass the sum of the labels' own probabilities, where one that begins with
  ///     another counts once; NaN where the tokenizer merges
  ///     across their boundary
  /// @param shortened true if examples or the end of the input were left out to fit the context
  public record Item(
      String place, String input, Decision decision, double labelMass, boolean shortened) {}

  public List<Decision> decisions() {
    return items.stream().map(Item::decision).toList();
  }

  public Measures measures() {
    return Measures.of(decisions());
  }

  public LabelMass labelMass() {
    return LabelMass.of(items.stream().mapToDouble(Item::labelMass).toArray());
  }

  /// The label that an item should get.
  public String right(Item item) {
    return labels.get(item.decision().right());
  }

  /// The number of items whose prompt was shortened.
  public int shortened() {
    return (int) items.stream().filter(Item::shortened).count();
  }
}
