package kelvin.ui.session;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kelvin.distribution.StageKind;
import kelvin.ui.sampling.chain.StageLessons;
import kelvin.ui.sampling.chain.StageSetting;
import kelvin.ui.sampling.chain.StageSettings;
import kelvin.workspace.difference.StageWords;

/// The words on the cards of the stages and in their menus.
final class CardWords implements StageWords {

  @Override
  public String stage(StageKind kind) {
    // A card sets the two words of a title apart.
    return StageLessons.title(kind).replaceAll(" +", " ");
  }

  @Override
  public String setting(StageKind kind, String key) {
    return StageSettings.of(kind, 2).stream()
        .filter(setting -> setting.key().equals(key))
        .map(StageSetting::name)
        .findFirst()
        .orElseGet(() -> withoutField(key));
  }

  /// The names of settings that a menu or a list of tokens sets.
  private static String withoutField(String key) {
    return switch (key) {
      case "least" -> "Keep at least";
      case "ties" -> "ties with the k-th";
      case "prompt" -> "counts the prompt";
      case "biases" -> "biases by token id";
      case "sequences" -> "token ids";
      case "breakers" -> "breakers by token id";
      default -> key;
    };
  }

  @Override
  public Object value(String key, Object value) {
    return switch (value) {
      case String text when key.equals("ties") ->
          text.equals("keep") ? "all stay" : "exactly k stay";
      case List<?> all when key.equals("biases") -> all.stream().map(CardWords::bias).toList();
      default -> value;
    };
  }

  /// A bias such as “5: 1.5”, with the ids of all tokens if it is for a sequence.
  private static Object bias(Object bias) {
    return bias instanceof Map<?, ?> members && members.get("ids") instanceof List<?> ids
        ? ids.stream().map(Object::toString).collect(Collectors.joining(" "))
            + ": "
            + members.get("bias")
        : bias;
  }
}
