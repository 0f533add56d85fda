package kelvin.workspace;

import java.nio.file.Path;
import kelvin.workspace.file.FileStamp;

/// A file as a window knows it.
///
/// @param stamp the content when the window last read or wrote it
public record KnownFile(Path path, FileStamp stamp) {}
