package kelvin.prompt.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import kelvin.prompt.Trial;

/// Looks for what is often wrong with a prompt.
public final class Lint {

  private static final List<BiFunction<Trial, PromptFacts, Optional<Finding>>> RULES =
      List.of(
          PromptRules::trailingSpace,
          PromptRules::doubleStartToken,
          PromptRules::contextNearlyFull,
          LabelRules::boundary,
          LabelRules::prefix,
          LabelRules::lengths,
          ExampleRules::empty,
          ExampleRules::isQuestion,
          ExampleRules::separatorInside,
          ExampleRules::inconsistentSpaces,
          ExampleRules::oneLabelOnly);

  private Lint() {}

  /// What was found, in the order of the rules; nothing where nothing is wrong.
  public static List<Finding> check(Trial trial, PromptFacts facts) {
    var findings = new ArrayList<Finding>();
    for (var rule : RULES) {
      rule.apply(trial, facts).ifPresent(findings::add);
    }
    return findings;
  }
}
