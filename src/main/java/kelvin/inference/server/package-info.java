/// The words for models that run on a server, which commands and window share.
package kelvin.inference.server;
