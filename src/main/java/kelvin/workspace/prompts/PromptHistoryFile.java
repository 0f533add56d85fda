package kelvin.workspace.prompts;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kelvin.text.Reason;
import kelvin.workspace.file.AsideFile;
import kelvin.workspace.file.DamagedException;
import kelvin.workspace.file.Fields;
import kelvin.workspace.file.JsonFile;
import kelvin.workspace.file.JsonLimits;
import kelvin.workspace.file.JsonText;
import kelvin.workspace.file.Migrations;
import kelvin.workspace.file.PrivateFiles;
import kelvin.workspace.file.SafeFile;
import kelvin.workspace.file.WorkspaceException;

/// The file of the last prompts, which its user alone can read.
///
/// It is read again before each change, because another window may have changed it.
public record PromptHistoryFile(Path file) {

  private static final Logger LOG = System.getLogger(PromptHistoryFile.class.getName());
  private static final String FORMAT = "kelvin-prompt-history";
  private static final int VERSION = 1;
  private static final Migrations MIGRATIONS = new Migrations(FORMAT, VERSION, List.of());

  /// A hundred prompts of the greatest length take 12 MB in the worst case.
  private static final JsonLimits LIMITS = new JsonLimits(16 << 20, 8, 2000, 40);

  private static final String IF_DAMAGED = "Rename or delete it; Kelvin then begins a new one.";

  /// The prompts in the file; none if there is no file.
  ///
  /// @throws WorkspaceException when the file cannot be read
  public PromptHistory read() throws WorkspaceException {
    return Files.exists(file)
        ? JsonFile.read(file, LIMITS, PromptHistoryFile::decode, IF_DAMAGED)
        : PromptHistory.EMPTY;
  }

  /// Reads the prompts for a new window. Nobody knows if the user had switched a damaged file off,
  /// so the one that takes its place is off.
  ///
  /// @throws WorkspaceException when the file cannot be read or written
  public PromptHistory open() throws WorkspaceException {
    return change(UnaryOperator.identity(), PromptHistory.EMPTY.switched(false));
  }

  /// Changes the prompts in the file. A damaged file is kept aside, and one with the prompts of the
  /// window takes its place. Any other file that cannot be read, such as one of a newer Kelvin, is
  /// left as it is.
  ///
  /// @param inWindow the prompts that the window had before the change
  /// @return the prompts after the change
  /// @throws WorkspaceException when the file cannot be read or written
  public PromptHistory change(UnaryOperator<PromptHistory> change, PromptHistory inWindow)
      throws WorkspaceException {
    var before = readable();
    var after = change.apply(before.orElse(inWindow));
    if (before.filter(after::equals).isEmpty()) {
      write(after);
    }
    return after;
  }

  /// The prompts in the file; empty if it was damaged and is kept aside now.
  private Optional<PromptHistory> readable() throws WorkspaceException {
    try {
      return Optional.of(read());
    } catch (WorkspaceException e) {
      if (!(e.getCause() instanceof DamagedException) || !keepAside()) {
        throw e;
      }
      LOG.log(Level.WARNING, "a damaged prompt history was kept aside: " + e.getMessage());
      return Optional.empty();
    }
  }

  private boolean keepAside() {
    try {
      AsideFile.move(file, file.getFileName().toString(), ".damaged");
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private void write(PromptHistory history) throws WorkspaceException {
    try {
      PrivateFiles.createFolder(file.toAbsolutePath().resolveSibling(""));
    } catch (IOException e) {
      throw new WorkspaceException(
          file, "its folder cannot be made: " + Reason.of(e) + ".", "Check its rights.");
    }
    new SafeFile().replace(file, JsonText.bytes(encode(history)));
  }

  private static Map<String, Object> encode(PromptHistory history) {
    var document = new LinkedHashMap<String, Object>();
    document.put("format", FORMAT);
    document.put("version", VERSION);
    document.put("on", history.on());
    document.put("prompts", history.entries().stream().map(PromptHistoryFile::encode).toList());
    return document;
  }

  private static Map<String, Object> encode(PromptHistory.Entry entry) {
    var members = new LinkedHashMap<String, Object>();
    members.put("text", entry.text());
    members.put("at", entry.at().toString());
    return members;
  }

  private static PromptHistory decode(Map<String, ?> document) {
    var fields = Fields.of(MIGRATIONS.toCurrent(document));
    return new PromptHistory(
        fields.bool("on", true), fields.objects("prompts", PromptHistoryFile::entry));
  }

  private static PromptHistory.Entry entry(Fields fields) {
    return new PromptHistory.Entry(fields.text("text", ""), time(fields));
  }

  private static Instant time(Fields fields) {
    var text = fields.text("at", "");
    try {
      return Instant.parse(text);
    } catch (DateTimeException _) {
      throw fields.wrong("at", "a time such as 2026-11-28T12:00:00Z", text);
    }
  }
}
