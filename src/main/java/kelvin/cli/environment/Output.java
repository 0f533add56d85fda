package kelvin.cli.environment;

import java.io.OutputStream;
import java.nio.charset.Charset;

/// The place where a standard stream leads to.
///
/// @param charset of what is written
/// @param isTerminal else a file or a pipe, which get every character as it is
public record Output(OutputStream stream, Charset charset, boolean isTerminal) {}
