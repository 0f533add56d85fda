package kelvin.ui.shell.layout;

/// A panel of the playground that may be out of sight where there is little room.
public enum Panel {
  PROMPT,
  DISTRIBUTION,
  SAMPLING
}
