/// Draws a recorded text again with other settings.
package kelvin.engine.replay;
