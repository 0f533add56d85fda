/// Keeps the work: sessions, autosaves, undo.
package kelvin.ui.session;
