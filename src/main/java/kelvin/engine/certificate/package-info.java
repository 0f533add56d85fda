/// Certificates of generated texts: all that a text came from, so that each bit can be checked
/// again.
package kelvin.engine.certificate;
