package kelvin.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import kelvin.display.BarScale;
import kelvin.display.ProbabilityScale;
import kelvin.display.Shading;
import kelvin.distribution.DrawMode;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.SamplerPreset;
import kelvin.distribution.Temperature;
import kelvin.distribution.TokenScore;
import kelvin.engine.GeneratedStep;
import kelvin.engine.label.Normalization;
import kelvin.inference.StartToken;
import kelvin.prompt.Composition;
import kelvin.prompt.Example;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Layout;
import kelvin.prompt.ZeroShotKind;
import kelvin.prompt.ZeroShotPrompt;
import kelvin.prompt.ZeroShotTemplate;
import kelvin.prompt.chat.Chat;
import kelvin.prompt.chat.ChatSwitches;
import kelvin.prompt.chat.Role;
import kelvin.prompt.chat.Thinking;
import kelvin.prompt.chat.Turn;
import kelvin.prompt.task.TaskNotes;
import kelvin.prompt.task.TestInput;
import kelvin.workspace.ResultTable.BooleanColumn;
import kelvin.workspace.ResultTable.Column;
import kelvin.workspace.ResultTable.NumberColumn;
import kelvin.workspace.ResultTable.TextColumn;
import kelvin.workspace.comparison.ComparedSide;
import kelvin.workspace.comparison.Comparison;
import kelvin.workspace.comparison.OwnSampling;
import kelvin.workspace.token.Branch;
import kelvin.workspace.token.Continuation;
import kelvin.workspace.token.GeneratedToken;
import kelvin.workspace.token.ModelReference;

/// Makes sessions for tests.
public final class Sessions {

  /// Letters, quotes, control characters, other scripts, an emoji, and halves of one.
  private static final String[] PIECES = {
    "a", "Z", " ", "\n", "\t", "\"", "\\", "/", "<", "{x}", "\u0000", "\u007f", "é", "中", "😀",
    "\ud83d", "\ude00", "\u2028", "\ufeff", "\ufffd"
  };

  private Sessions() {}

  /// A session that a user might make, with content in most of its members.
  public static Session some() {
    return ofText("Once upon a time");
  }

  public static Session ofText(String text) {
    return random(new java.util.SplittableRandom(7), text);
  }

  /// A session with a random value in every member.
  static Session random(RandomGenerator random) {
    return random(random, text(random));
  }

  private static Session random(RandomGenerator random, String text) {
    return new Session(
        work(random, text),
        List.of(new Branch(text(random), continuation(random))),
        List.of(table(random), table(random)),
        new ViewSettings(
            random.nextBoolean() ? OptionalInt.of(random.nextInt(100)) : OptionalInt.empty(),
            Optional.of(BarScale.ABSOLUTE),
            Optional.of(Shading.SURPRISAL),
            new ViewSettings.Probabilities(
                Optional.of(ProbabilityScale.LOGARITHMIC), Optional.of(ProbabilityScale.LINEAR)),
            List.of(List.of(text(random)), texts(random))),
        model(random),
        random.nextBoolean() ? Map.of() : Map.of("x-notes", Map.of("by", text(random), "n", 3L)));
  }

  private static Work work(RandomGenerator random, String text) {
    var labels = labels(random);
    return new Work(
        prompt(random, text, labels.labels()),
        labels,
        sampling(random),
        continuation(random),
        new TaskOrigin(
            new TaskNotes(text(random), text(random), text(random)),
            List.of(
                new TestInput(text(random), Optional.of(text(random))),
                new TestInput(text(random), Optional.empty()))),
        new Comparison(side(random), side(random)));
  }

  private static ComparedSide side(RandomGenerator random) {
    var own = sampling(random);
    return new ComparedSide(
        random.nextBoolean() ? Optional.of(text(random)) : Optional.empty(),
        random.nextBoolean()
            ? Optional.of(new OwnSampling(own.chain(), own.preset()))
            : Optional.empty(),
        random.nextBoolean(),
        random.nextBoolean() ? Optional.of(text(random)) : Optional.empty());
  }

  private static PromptSettings prompt(RandomGenerator random, String text, List<String> labels) {
    var examples = new ArrayList<Example>();
    for (int i = random.nextInt(6); i > 0; i--) {
      examples.add(new Example(text(random), text(random), random.nextBoolean()));
    }
    var layout =
        random.nextBoolean()
            ? Layout.ALL.get(random.nextInt(Layout.ALL.size()))
            : new Layout(text(random), "{x}" + text(random) + "{y}", text(random));
    return new PromptSettings(
        one(random, Composition.values()),
        text,
        new ZeroShotPrompt(
            new ZeroShotTemplate(one(random, ZeroShotKind.values()), text(random) + "{x}"),
            text(random),
            labels),
        new FewShotPrompt(text(random), examples, random.nextInt(9), layout, text(random)),
        chat(random),
        one(random, StartToken.values()));
  }

  private static Chat chat(RandomGenerator random) {
    var turns = new ArrayList<Turn>();
    for (int i = random.nextInt(4); i > 0; i--) {
      turns.add(new Turn(one(random, Role.values()), text(random), text(random)));
    }
    return new Chat(
        turns,
        new ChatSwitches(
            random.nextBoolean(),
            random.nextBoolean(),
            random.nextBoolean(),
            one(random, Thinking.values()),
            text(random),
            text(random)));
  }

  private static LabelSettings labels(RandomGenerator random) {
    var right = random.nextBoolean() ? Optional.of(text(random)) : Optional.<String>empty();
    return new LabelSettings(
        texts(random), right, random.nextBoolean(), Normalization.PMI, texts(random));
  }

  private static SamplingSettings sampling(RandomGenerator random) {
    var preset = one(random, SamplerPreset.values());
    var chain = random.nextInt(5) == 0 ? SamplerChain.NEUTRAL : preset.chain();
    for (var entry : chain.entries()) {
      chain = chain.switched(entry.stage().kind(), random.nextBoolean());
    }
    chain = chain.with(new Temperature(random.nextDouble() * 3));
    var mode = one(random, DrawMode.values());
    return new SamplingSettings(chain, preset, random.nextLong(), mode);
  }

  private static Continuation continuation(RandomGenerator random) {
    var tokens = new ArrayList<GeneratedToken>();
    for (int step = 0; step < random.nextInt(30); step++) {
      double u = random.nextBoolean() ? Double.NaN : random.nextDouble();
      var draw =
          new GeneratedStep(
              step,
              random.nextInt(150_000),
              random.nextDouble(),
              random.nextDouble() * Double.MIN_NORMAL,
              1 + random.nextInt(150_000),
              u,
              random.nextDouble() * 10,
              random.nextInt(150_000));
      var own = new TokenScore(-random.nextDouble(), 1 + random.nextInt(150_000), 2);
      tokens.add(
          new GeneratedToken(draw, text(random), random.nextInt(900), own, random.nextBoolean()));
    }
    return new Continuation(model(random), tokens);
  }

  private static Optional<ModelReference> model(RandomGenerator random) {
    return random.nextBoolean()
        ? Optional.of(
            new ModelReference(
                text(random), text(random), random.nextLong(), "sha256:1", server(random)))
        : Optional.empty();
  }

  private static Optional<ModelReference.Server> server(RandomGenerator random) {
    return random.nextBoolean()
        ? Optional.of(new ModelReference.Server(text(random), text(random)))
        : Optional.empty();
  }

  private static ResultTable table(RandomGenerator random) {
    var numbers = new ArrayList<Double>();
    var texts = new ArrayList<String>();
    var truths = new ArrayList<Boolean>();
    double[] odd = {-0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, 1e300, 3};
    for (int i = random.nextInt(8); i > 0; i--) {
      numbers.add(random.nextBoolean() ? random.nextGaussian() : odd[random.nextInt(odd.length)]);
      texts.add(text(random));
      truths.add(random.nextBoolean());
    }
    List<Column> columns =
        List.of(
            new NumberColumn("log-probability", numbers),
            new TextColumn("order", texts),
            new BooleanColumn("right", truths));
    return new ResultTable("orders", text(random), Map.of("shots", "4"), columns);
  }

  private static List<String> texts(RandomGenerator random) {
    var texts = new ArrayList<String>();
    for (int i = random.nextInt(4); i > 0; i--) {
      texts.add(text(random));
    }
    return texts;
  }

  private static <T> T one(RandomGenerator random, T[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static String text(RandomGenerator random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(20); i > 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }
}
