/// Keeps the work: sessions, autosaves and undo.
package kelvin.ui.session;
