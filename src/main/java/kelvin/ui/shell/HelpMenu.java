package kelvin.ui.shell;

import kelvin.ui.control.command.Command;
import kelvin.ui.control.command.CommandGroup;
import kelvin.ui.control.command.Shortcut;

/// The commands of the Help menu.
final class HelpMenu {

  /// The id of the command that opens the palette.
  static final String PALETTE = "palette-command";

  private HelpMenu() {}

  /// @param showPalette opens the command palette
  /// @param showShortcuts shows the list of all keys
  static CommandGroup of(Runnable showPalette, Runnable showShortcuts, Commands commands) {
    return CommandGroup.of(
        "help",
        "Help",
        Command.of(PALETTE, "Find a command …", showPalette).on(Shortcut.PALETTE),
        Command.of("shortcuts", "Keyboard shortcuts …", showShortcuts).on(Shortcut.SHORTCUTS),
        Command.of("about", "About Kelvin", commands::showAbout).on(Shortcut.ABOUT));
  }
}
