/// Starts the program and wires its parts: threads, folders, settings and shutdown. Nothing depends
/// on it.
package kelvin.app;
