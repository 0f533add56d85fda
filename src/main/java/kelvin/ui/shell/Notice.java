package kelvin.ui.shell;

/// A sentence about something that was put aside, and the way to bring it back.
public record Notice(String sentence, Runnable bringBack) {}
