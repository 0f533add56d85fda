package kelvin.ui.shell;

import java.nio.file.Path;
import kelvin.display.View;
import kelvin.ui.control.command.Command;
import kelvin.ui.control.command.CommandGroup;
import kelvin.ui.control.command.MappedList;
import kelvin.ui.control.command.MenuPart;
import kelvin.ui.control.command.Shortcut;
import kelvin.ui.playground.Pages;
import kelvin.ui.session.SessionViewModel;

/// The commands of the File menu: sessions, exports and quit.
final class FileMenu {

  private FileMenu() {}

  static CommandGroup of(SessionViewModel session, Pages pages, Commands commands) {
    return CommandGroup.of(
        "file",
        "File",
        Command.of("new-session", "New session", session::begin).on(Shortcut.NEW_SESSION),
        Command.of("open-session", "Open …", session::open).on(Shortcut.OPEN_SESSION),
        CommandGroup.changing(
            "open-recent",
            "Open recent",
            MappedList.of(session.recentFiles(), path -> recent(session, path))),
        MenuPart.LINE,
        Command.of("save", "Save", session::save).on(Shortcut.SAVE),
        Command.of("save-as", "Save as …", session::saveAs).on(Shortcut.SAVE_AS),
        MenuPart.LINE,
        Command.of("save-record", "Save a record …", () -> pages.record(tool -> tool.saveTrace()))
            .on(Shortcut.SAVE_RECORD),
        Command.of(
                "save-certificate",
                "Save a certificate …",
                () -> pages.record(tool -> tool.saveCertificate()))
            .on(Shortcut.SAVE_CERTIFICATE),
        Command.of("verify", "Verify a certificate …", () -> pages.record(tool -> tool.verify()))
            .on(Shortcut.VERIFY),
        MenuPart.LINE,
        Command.of("export", "Export …", () -> commands.export(View.PLAYGROUND))
            .on(Shortcut.EXPORT),
        Command.of("copy-picture", "Copy as image", () -> commands.copyPicture(View.PLAYGROUND))
            .on(Shortcut.COPY_PICTURE),
        MenuPart.LINE,
        Command.of("quit", "Quit", commands::quit).on(Shortcut.QUIT));
  }

  private static Command recent(SessionViewModel session, Path path) {
    var folder = path.getParent() == null ? "" : path.getParent().toString();
    return Command.of(
            "open-recent " + path, SessionViewModel.nameOf(path), () -> session.openFile(path))
        .says(folder);
  }
}
