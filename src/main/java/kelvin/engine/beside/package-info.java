/// Opens models beside the one that plays, runs them on its thread, and closes them.
package kelvin.engine.beside;
