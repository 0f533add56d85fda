package kelvin.display;

import java.util.List;
import kelvin.text.Choice;

/// A limit of the memory for rows of logits. A row over it is made again when it is looked at.
public enum LogitsMemory implements Choice {
  /// Rows for some 160 tokens of a vocabulary of 50,257.
  MB_32("32 MB", 32),
  /// Rows for some 660 tokens of a vocabulary of 50,257.
  MB_128("128 MB", 128),
  /// Rows for some 2,600 tokens of a vocabulary of 50,257.
  MB_512("512 MB", 512),
  /// Rows for some 10,600 tokens of a vocabulary of 50,257.
  GB_2("2 GB", 2048);

  /// The limit before the first choice.
  public static final LogitsMemory USUAL = MB_128;

  /// The limits in the order of a menu.
  public static final List<LogitsMemory> ALL = List.of(values());

  private final String label;
  private final long mebibytes;

  LogitsMemory(String label, long mebibytes) {
    this.label = label;
    this.mebibytes = mebibytes;
  }

  @Override
  public String label() {
    return label;
  }

  /// The limit in bytes.
  public long bytes() {
    return mebibytes << 20;
  }
}
