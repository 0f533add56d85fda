package kelvin.cli.environment;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/// Standard input, output and error.
///
/// @param out throws `OutputFailedException` when nobody can be written to any more
public record StandardStreams(InputStream in, PrintWriter out, PrintWriter err) {

  /// @param charset of what is written; what is read is always UTF-8
  public static StandardStreams of(
      InputStream in, OutputStream out, OutputStream err, Charset charset) {
    return new StandardStreams(
        in, writer(new GuardedOutput(out), charset), writer(new GuardedOutput(err), charset));
  }

  private static PrintWriter writer(OutputStream stream, Charset charset) {
    return new PrintWriter(new OutputStreamWriter(stream, charset));
  }
}
