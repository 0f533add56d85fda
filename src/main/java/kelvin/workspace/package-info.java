/// Defines what is kept in files, sessions and settings, and keeps it safely.
package kelvin.workspace;
