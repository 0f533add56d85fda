package kelvin.prompt.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import kelvin.prompt.Trial;

/// Checks a prompt for common mistakes.
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

  /// The findings in the order of the rules; empty if nothing is wrong.
  public static List<Finding> check(Trial trial, PromptFacts facts) {
    var findings = new ArrayList<Finding>();
    for (var rule : RULES) {
      rule.apply(trial, facts).ifPresent(findings::add);
    }
    return findings;
  }
}
