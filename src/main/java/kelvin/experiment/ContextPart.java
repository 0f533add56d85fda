package kelvin.experiment;

import java.util.ArrayList;
import java.util.List;
import kelvin.engine.Context;
import kelvin.prompt.FewShotPrompt;
import kelvin.text.IndexRange;

/// A part of a few-shot prompt as tokens of a context.
///
/// @param example the number of the example from 1; 0 for the other parts
/// @param positions of its tokens in the context
public record ContextPart(Kind kind, int example, IndexRange positions) {

  /// The parts of a few-shot prompt.
  public enum Kind {
    /// The start tokens before the prompt.
    START("start"),
    INSTRUCTION("instruction"),
    EXAMPLE("example"),
    /// The question and what stands after the prompt.
    QUESTION("question");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /// The word in files.
    public String label() {
      return label;
    }
  }

  /// Divides all tokens of a context. Text between two parts belongs to the first, and a token to
  /// the part in which it begins. Parts without a token are left out.
  ///
  /// @param context of the prompt's text
  public static List<ContextPart> of(FewShotPrompt prompt, Context context) {
    var starts = prompt.starts();
    var parts = new ArrayList<ContextPart>();
    add(parts, Kind.START, 0, 0, context.startCount());
    int from = context.startCount();
    int to = positionOf(starts.getFirst(), context);
    add(parts, Kind.INSTRUCTION, 0, from, to);
    for (int i = 1; i < starts.size(); i++) {
      from = to;
      to = positionOf(starts.get(i), context);
      add(parts, Kind.EXAMPLE, i, from, to);
    }
    add(parts, Kind.QUESTION, 0, to, context.length());
    return parts;
  }

  private static void add(List<ContextPart> parts, Kind kind, int example, int from, int to) {
    if (to > from) {
      parts.add(new ContextPart(kind, example, new IndexRange(from, to)));
    }
  }

  /// The position of the first token that begins at a place in the text or behind it.
  private static int positionOf(int place, Context context) {
    int index = 0;
    while (index < context.prompt().size() && context.prompt().get(index).span().start() < place) {
      index++;
    }
    return context.startCount() + index;
  }
}
