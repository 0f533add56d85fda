package kelvin.cli.environment;

/// The exit codes of the process.
public final class ExitCode {

  public static final int DONE = 0;

  /// A certificate and what is now differ.
  public static final int DIFFERS = 1;

  public static final int USAGE = 2;

  /// The model, the tokenizer or a file cannot be used.
  public static final int UNUSABLE = 3;

  public static final int CANCELLED = 4;

  private ExitCode() {}
}
