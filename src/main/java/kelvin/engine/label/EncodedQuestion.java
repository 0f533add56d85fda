package kelvin.engine.label;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import kelvin.inference.Cancellation;
import kelvin.inference.ContextOverflowException;
import kelvin.inference.EncodedToken;
import kelvin.inference.InferenceException;
import kelvin.inference.Tokenizer;

/// A label question as tokens. Prompt and label are encoded together, as the model would see
/// them.
///
/// @param ids the tokens of each spelling of each label
record EncodedQuestion(
    LabelQuestion question, List<List<List<Integer>>> ids, TokenBoundary boundary) {

  /// @param contextLength the maximum number of tokens of a prompt with a label
  /// @param cancellation ends the encoding at once
  /// @throws InferenceException when the labels cannot be scored after this prompt
  /// @throws kelvin.inference.CancelledException when cancelled
  static EncodedQuestion of(
      Tokenizer tokenizer,
      LabelQuestion question,
      OptionalInt contextLength,
      Cancellation cancellation) {
    cancellation.throwIfCancelled();
    LabelCheck.check(question.spelled());
    var start = question.startToken().before(tokenizer);
    var prompt = ids(tokenizer.encode(question.prompt(), cancellation));
    var labels = new ArrayList<List<List<Integer>>>();
    int shared = prompt.size();
    for (var spellings : question.spelled()) {
      var passages = new ArrayList<List<Integer>>();
      for (var spelling : spellings) {
        var joint = joint(tokenizer, question.prompt(), spelling, cancellation);
        // At least one token of every spelling is scored.
        shared = Math.min(Math.min(shared, commonPrefix(prompt, joint)), joint.size() - 1);
        var whole = new ArrayList<>(start);
        whole.addAll(joint);
        check(whole.size(), contextLength);
        passages.add(whole);
      }
      labels.add(List.copyOf(passages));
    }
    int from = start.size() + shared;
    if (from == 0) {
      throw new InferenceException(
          "There is nothing before the labels: type a prompt, or add a start token.");
    }
    var moved =
        prompt.subList(shared, prompt.size()).stream()
            .map(id -> tokenizer.vocabulary().visibleText(id))
            .toList();
    return new EncodedQuestion(
        question, labels, new TokenBoundary(start.size() + prompt.size(), from, moved));
  }

  private static List<Integer> joint(
      Tokenizer tokenizer, String prompt, String label, Cancellation cancellation) {
    var joint = ids(tokenizer.encode(prompt + label, cancellation));
    if (joint.isEmpty()) {
      throw new InferenceException(
          "The label '" + label + "' has no token in this model's tokenizer: remove the label.");
    }
    return joint;
  }

  private static void check(int length, OptionalInt contextLength) {
    // The last token is never run, but a prompt that leaves no room for it is still too long.
    if (contextLength.isPresent() && length > contextLength.getAsInt()) {
      throw new ContextOverflowException(length, contextLength.getAsInt());
    }
  }

  private static List<Integer> ids(List<EncodedToken> tokens) {
    return tokens.stream().map(EncodedToken::id).toList();
  }

  private static int commonPrefix(List<Integer> some, List<Integer> others) {
    int commonPrefix = 0;
    int max = Math.min(some.size(), others.size());
    while (commonPrefix < max && some.get(commonPrefix).equals(others.get(commonPrefix))) {
      commonPrefix++;
    }
    return commonPrefix;
  }

  /// @param index the index of the question in its sweep
  List<Passage> passages(int index) {
    var passages = new ArrayList<Passage>();
    for (var spelling : ids.stream().flatMap(List::stream).toList()) {
      var tokens = spelling.stream().mapToInt(Integer::intValue).toArray();
      passages.add(new Passage(tokens, boundary.scoredFrom(), index, passages.size()));
    }
    return passages;
  }
}
