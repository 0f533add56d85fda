/// Starts the program and wires its parts: threads, folders, settings, shutdown. Nothing depends on
/// it.
package kelvin.app;
