package kelvin.cli.environment;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;

/// Standard input, output and error. On a terminal `out` and `err` show control characters; in
/// files and pipes they are exact.
///
/// @param out throws `OutputFailedException` when nobody can be written to any more
/// @param help leads where `out` leads, for texts of our own, whose colours a terminal shall obey
public record StandardStreams(InputStream in, PrintWriter out, PrintWriter err, PrintWriter help) {

  /// Streams of files or pipes.
  ///
  /// @param charset of what is written; what is read is always UTF-8
  public static StandardStreams of(
      InputStream in, OutputStream out, OutputStream err, Charset charset) {
    return of(in, new Output(out, charset, false), new Output(err, charset, false));
  }

  public static StandardStreams of(InputStream in, Output out, Output err) {
    var outWriter = writer(out);
    return new StandardStreams(
        in, shown(out, outWriter), shown(err, writer(err)), new PrintWriter(outWriter));
  }

  /// True if standard error is a terminal, where a person reads the messages at once.
  public boolean messagesAreOnTerminal() {
    return err instanceof TerminalWriter;
  }

  private static Writer writer(Output output) {
    return new OutputStreamWriter(new GuardedOutput(output.stream()), output.charset());
  }

  private static PrintWriter shown(Output output, Writer writer) {
    return output.isTerminal() ? new TerminalWriter(writer) : new PrintWriter(writer);
  }
}
