/// Defines sessions, settings and result files, and saves them safely.
package kelvin.workspace;
