package kelvin.workspace.history;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.SamplerStage;
import kelvin.prompt.Composition;
import kelvin.workspace.SamplingSettings;
import kelvin.workspace.Work;
import kelvin.workspace.comparison.Comparison;
import kelvin.workspace.token.GeneratedToken;

/// Names the change between two states in a word or two, as in "Undo temperature".
public final class ChangeName {

  /// Tokens were drawn.
  public static final String GENERATING = "generating";

  private static final String CHANGE_TO = "change to ";
  private static final String FORCED = "forced token";

  /// Other tokens are on the map.
  private static final String MAP = "tokens on the map";

  /// Another path of the tree became the current text.
  private static final String ANOTHER_PATH = "another path";

  /// A compared side became the playground's again.
  private static final String FOLLOWING = "same as the playground";

  /// Changes that never merge with the next one. All others may continue for a while, as typing and
  /// a slider do, and are then undone together.
  private static final Set<String> ACTS =
      Set.of(
          FORCED,
          "bringing back",
          "going back",
          "setting tokens aside",
          "start token",
          "adding an example",
          "removing an example",
          "moving an example",
          "muting an example",
          "unmuting an example",
          "adding examples",
          "removing examples",
          "muting examples",
          "shuffling",
          "kind of task",
          "labels",
          "right answer",
          "normalisation",
          "draw mode",
          "order of the stages",
          "sampling",
          FOLLOWING,
          MAP,
          ANOTHER_PATH,
          PathChangeName.PRUNING,
          PathChangeName.NAMING,
          PathChangeName.COLOUR,
          PathChangeName.NEW);

  private ChangeName() {}

  /// Returns whether each change of this name stays a separate one, however soon the next one
  /// follows.
  public static boolean isActOfItsOwn(String name) {
    return ACTS.contains(name) || name.startsWith(CHANGE_TO);
  }

  public static String of(Work before, Work after) {
    if (!before.task().equals(after.task())) {
      return "task";
    }
    if (!before.prompt().equals(after.prompt())) {
      // The change of the prompt also sets the continuation aside; that is not a change of its own.
      return ofPrompt(before, after);
    }
    if (!before.continuation().tokens().equals(after.continuation().tokens())) {
      return isAnotherPath(before, after)
          ? ANOTHER_PATH
          : ofTokens(before.continuation().tokens(), after.continuation().tokens());
    }
    if (!before.sampling().equals(after.sampling())) {
      return ofSampling(before.sampling(), after.sampling());
    }
    if (!before.comparison().equals(after.comparison())) {
      return ofSides(before.comparison(), after.comparison());
    }
    if (!before.map().equals(after.map())) {
      return MAP;
    }
    if (!before.paths().equals(after.paths())) {
      return PathChangeName.of(before.paths(), after.paths());
    }
    return PromptChangeName.of(before.labels(), after.labels());
  }

  private static String ofPrompt(Work before, Work after) {
    var was = before.prompt();
    var is = after.prompt();
    if (was.way() != is.way()) {
      return after.continuation().tokens().isEmpty() || is.way() != Composition.TEXT
          ? CHANGE_TO + is.way().label()
          : ofTokensAfter(after);
    }
    if (!was.fewShot().equals(is.fewShot())) {
      return PromptChangeName.of(was.fewShot(), is.fewShot());
    }
    if (!was.chat().equals(is.chat())) {
      return ChatChangeName.of(was.chat(), is.chat());
    }
    if (PromptChangeName.isEdit(was.zeroShot(), is.zeroShot())) {
      return PromptChangeName.of(was.zeroShot(), is.zeroShot());
    }
    if (!before.labels().equals(after.labels())) {
      return PromptChangeName.of(before.labels(), after.labels());
    }
    if (!was.text().equals(is.text())) {
      return after.continuation().tokens().isEmpty() ? "typing" : ofTokensAfter(after);
    }
    return "start token";
  }

  /// Names a change of the text together with the tokens after it: the text was cut before a forced
  /// token, or restored.
  private static String ofTokensAfter(Work after) {
    var tokens = after.continuation().tokens();
    return tokens.size() == 1 && tokens.getFirst().forced() ? FORCED : "bringing back";
  }

  /// Returns whether all tokens were there already, and no single one was taken back or drawn
  /// again.
  private static boolean isAnotherPath(Work before, Work after) {
    int was = before.continuation().tokens().size();
    int is = after.continuation().tokens().size();
    boolean oneStep = Math.abs(was - is) == 1 && isBeginning(before, after);
    return is > 0
        && !oneStep
        && !before.paths().trees().isEmpty()
        && before.paths().equals(after.paths());
  }

  /// Returns whether the tokens of one are the first ones of the other.
  private static boolean isBeginning(Work before, Work after) {
    var was = before.continuation().tokens();
    var is = after.continuation().tokens();
    int common = Math.min(was.size(), is.size());
    return was.subList(0, common).equals(is.subList(0, common));
  }

  private static String ofTokens(List<GeneratedToken> before, List<GeneratedToken> after) {
    if (after.size() <= before.size()) {
      if (!before.subList(0, after.size()).equals(after)) {
        return FORCED;
      }
      return after.size() == before.size() - 1 ? "going back" : "setting tokens aside";
    }
    return after.getLast().forced() ? FORCED : GENERATING;
  }

  private static String ofSampling(SamplingSettings before, SamplingSettings after) {
    if (before.seed() != after.seed()) {
      return "seed";
    }
    if (before.mode() != after.mode()) {
      return "draw mode";
    }
    if (before.preset() != after.preset()) {
      return "order of the stages";
    }
    return ofChains(stages(before.chain()), stages(after.chain()));
  }

  private static String ofSides(Comparison before, Comparison after) {
    boolean isA = !before.a().equals(after.a());
    var was = isA ? before.a() : before.b();
    var is = isA ? after.a() : after.b();
    boolean follows =
        (was.prompt().isPresent() && is.prompt().isEmpty())
            || (was.sampling().isPresent() && is.sampling().isEmpty());
    if (follows) {
      return FOLLOWING;
    }
    return (was.prompt().equals(is.prompt()) ? "sampling of " : "prompt of ") + (isA ? "A" : "B");
  }

  private static Map<String, List<Object>> stages(SamplerChain chain) {
    var stages = new TreeMap<String, List<Object>>();
    chain.entries().forEach(entry -> stages.put(entry.stage().name(), about(entry)));
    return stages;
  }

  private static List<Object> about(SamplerChain.Entry entry) {
    SamplerStage stage = entry.stage();
    return List.of(stage, entry.on());
  }

  private static String ofChains(
      Map<String, List<Object>> before, Map<String, List<Object>> after) {
    var names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    names.removeIf(
        name -> before.getOrDefault(name, List.of()).equals(after.getOrDefault(name, List.of())));
    return switch (names.size()) {
      case 0 -> "order of the stages";
      case 1 -> names.getFirst();
      default -> "sampling";
    };
  }
}
