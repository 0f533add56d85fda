/// Asks a server of a model over HTTP, and makes a sentence of whatever goes wrong. It sends
/// nothing to any other host than the one that the user named.
package kelvin.remote.http;
