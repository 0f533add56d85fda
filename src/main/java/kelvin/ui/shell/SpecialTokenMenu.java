package kelvin.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import kelvin.text.Vocabulary;
import kelvin.ui.control.command.Command;
import kelvin.ui.control.command.CommandGroup;
import kelvin.ui.control.command.MenuPart;
import org.jspecify.annotations.Nullable;

/// The special tokens of the model, to be put into a text. Typing one does the same: the tokenizer
/// reads its text as the token.
final class SpecialTokenMenu {

  /// Some models keep a thousand in reserve.
  private static final int MAX = 40;

  private SpecialTokenMenu() {}

  static CommandGroup of(
      ObservableValue<? extends @Nullable Vocabulary> vocabulary, EditTarget target) {
    var parts = FXCollections.<MenuPart>observableArrayList();
    vocabulary.subscribe(now -> parts.setAll(parts(Optional.ofNullable(now), target)));
    return CommandGroup.changing("insert-special", "Insert a special token", parts);
  }

  private static List<MenuPart> parts(Optional<Vocabulary> vocabulary, EditTarget target) {
    var texts =
        vocabulary.stream()
            .flatMap(
                words -> words.specialIds().stream().flatMap(id -> words.wholeText(id).stream()))
            .filter(text -> !text.isEmpty())
            .toList();
    var shown = texts.stream().limit(MAX).map(text -> insert(text, target));
    if (texts.size() > MAX) {
      var more = texts.size() - MAX + " more can be typed";
      return Stream.<MenuPart>concat(shown, Stream.of(info("insert-special-more", more))).toList();
    }
    return texts.isEmpty()
        ? List.of(info("insert-special-none", "This model has none"))
        : shown.<MenuPart>map(part -> part).toList();
  }

  private static MenuPart insert(String text, EditTarget target) {
    return Command.of("insert-special " + text, text, () -> target.insert(text))
        .unless(target.whyNotPaste());
  }

  /// A line that only says something.
  private static MenuPart info(String id, String sentence) {
    return Command.of(id, sentence, () -> {}).unless(new ReadOnlyStringWrapper(sentence + "."));
  }
}
