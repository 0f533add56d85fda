package kelvin.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import kelvin.prompt.Composition;
import kelvin.text.VisibleText;
import kelvin.ui.control.command.Command;
import kelvin.ui.control.command.CommandGroup;
import kelvin.ui.control.command.MappedList;
import kelvin.ui.control.command.MenuPart;
import kelvin.ui.control.command.Shortcut;
import kelvin.ui.distribution.DistributionView;
import kelvin.ui.figure.CopyForm;
import kelvin.ui.session.SessionViewModel;
import kelvin.ui.shell.layout.Panel;
import kelvin.workspace.token.Branch;

/// The commands of the Edit menu: undo and redo with the name of the change, the clipboard, the
/// search for a token, and the work that was set aside.
final class EditMenu {

  private static final int SHOWN_OF_PROMPT = 40;

  private EditMenu() {}

  /// @param search the commands that find something
  /// @param more commands at the end
  static CommandGroup of(
      SessionViewModel session,
      EditTarget target,
      List<MenuPart> search,
      CommandGroup copyAs,
      List<MenuPart> more) {
    var parts = new ArrayList<>(parts(session, target, copyAs));
    parts.addAll(search);
    parts.add(MenuPart.LINE);
    parts.add(
        CommandGroup.changing(
            "bring-back",
            "Bring back",
            MappedList.reversed(session.branches(), branch -> bringBack(session, branch))));
    parts.addAll(more);
    return CommandGroup.of("edit", "Edit", parts);
  }

  private static List<MenuPart> parts(
      SessionViewModel session, EditTarget target, CommandGroup copyAs) {
    return List.of(
        change("undo", "Undo", session.undoNameProperty(), session::undo)
            .on(Shortcut.UNDO)
            .unless(reason(session.undoNameProperty(), "Nothing to undo.")),
        change("redo", "Redo", session.redoNameProperty(), session::redo)
            .on(Shortcut.REDO)
            .unless(reason(session.redoNameProperty(), "Nothing to redo.")),
        MenuPart.LINE,
        Command.of("cut", "Cut", target::cut).on(Shortcut.CUT).unless(target.whyNotCut()),
        Command.of("copy", "Copy", target::copy).on(Shortcut.COPY).unless(target.whyNotCopy()),
        Command.of("paste", "Paste", target::paste).on(Shortcut.PASTE).unless(target.whyNotPaste()),
        Command.of("delete", "Delete", target::delete)
            .on(Shortcut.DELETE)
            .unless(target.whyNotCut()),
        Command.of("select-all", "Select all", target::selectAll)
            .on(Shortcut.SELECT_ALL)
            .unless(target.whyNotSelect()),
        MenuPart.LINE,
        copyAs,
        MenuPart.LINE);
  }

  /// The commands that find something in a panel.
  static List<MenuPart> search(DistributionView view, Runnable findInText, PanelCommands panels) {
    return List.of(
        Command.of("find-in-text", "Find in the text …", findInText).on(Shortcut.FIND_IN_TEXT),
        Command.of("find-token", "Find a token …", panels.on(Panel.DISTRIBUTION, view::findToken))
            .on(Shortcut.FIND_TOKEN),
        Command.of("go-to-rank", "Go to rank …", panels.on(Panel.DISTRIBUTION, view::goToRank))
            .on(Shortcut.GO_TO_RANK));
  }

  /// The ways to make the prompt.
  static CommandGroup compositions(ObjectProperty<Composition> composition, PanelCommands panels) {
    return CommandGroup.of(
        "composition-menu",
        "Prompt as",
        Composition.ALL.stream()
            .map(
                way ->
                    Command.of(
                            "compose-as-" + way.label(),
                            way.title(),
                            panels.on(Panel.PROMPT, () -> composition.set(way)))
                        .choice(composition.map(now -> now == way)))
            .toList());
  }

  /// Copies the answer as text in another form.
  static CommandGroup copyAs(Commands commands) {
    return CommandGroup.of(
        "copy-as",
        "Copy as",
        List.of(CopyForm.values()).stream()
            .map(
                form ->
                    Command.of(
                        "copy-as-" + form.name().toLowerCase(Locale.ROOT),
                        form.title(),
                        () -> commands.copyAs(form)))
            .toList());
  }

  private static Command change(
      String id, String verb, ObservableValue<String> name, Runnable action) {
    return new Command(id, name.map(what -> what.isEmpty() ? verb : verb + " " + what), action)
        .listedAs(verb);
  }

  private static ObservableValue<String> reason(ObservableValue<String> name, String reason) {
    return name.map(what -> what.isEmpty() ? reason : "");
  }

  private static Command bringBack(SessionViewModel session, Branch branch) {
    var prompt = VisibleText.of(branch.prompt());
    var end =
        prompt.length() > SHOWN_OF_PROMPT
            ? "… " + prompt.substring(prompt.length() - SHOWN_OF_PROMPT)
            : prompt;
    int count = branch.continuation().tokens().size();
    return Command.of(
            "bring-back " + session.branches().indexOf(branch),
            end,
            () -> session.bringBack(branch))
        .says("+ " + (count == 1 ? "1 token" : count + " tokens"));
  }
}
