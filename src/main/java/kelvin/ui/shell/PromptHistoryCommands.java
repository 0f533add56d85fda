package kelvin.ui.shell;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import kelvin.text.VisibleText;
import kelvin.ui.control.command.Command;
import kelvin.ui.control.command.CommandList.Entry;
import kelvin.ui.control.command.MenuPart;
import kelvin.ui.control.command.Shortcut;
import kelvin.ui.palette.Palette;
import kelvin.ui.session.PromptHistoryViewModel;
import kelvin.workspace.prompts.PromptHistory;

/// The commands of the prompt history: search it, clear it, switch it off.
final class PromptHistoryCommands {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ROOT);

  private final PromptHistoryViewModel history;
  private final Palette palette;

  PromptHistoryCommands(PromptHistoryViewModel history, Palette palette) {
    this.history = history;
    this.palette = palette;
  }

  List<MenuPart> parts() {
    var any = history.historyProperty().map(now -> !now.entries().isEmpty());
    return List.of(
        Command.of("prompt-history", "Prompt history …", this::open)
            .on(Shortcut.PROMPT_HISTORY)
            .when(any, "No prompt has been kept yet."),
        Command.of("clear-prompt-history", "Clear the prompt history", history::clear)
            .on(Shortcut.CLEAR_PROMPT_HISTORY)
            .when(any, "No prompt has been kept yet."),
        Command.of(
                "keep-prompt-history",
                "Keep a prompt history",
                () -> history.switchTo(!history.historyProperty().get().on()))
            .on(Shortcut.KEEP_PROMPT_HISTORY)
            .shows(history.historyProperty().map(PromptHistory::on)));
  }

  private void open() {
    palette.show(
        new Palette.Subject(
            "Search the last prompts", "No prompt has these words.", this::entries));
  }

  private List<Entry> entries() {
    return history.historyProperty().get().entries().stream().map(this::entry).toList();
  }

  private Entry entry(PromptHistory.Entry prompt) {
    var command =
        Command.of(
                "prompt " + prompt.text(),
                VisibleText.ofLine(prompt.text()),
                () -> history.restore(prompt))
            .says(TIME.format(prompt.at().atZone(ZoneId.systemDefault())));
    return new Entry("Prompt history", "", command);
  }
}
