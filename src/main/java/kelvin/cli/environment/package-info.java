/// Defines what a command is given and how it ends: streams, the model loader, exit codes, errors.
package kelvin.cli.environment;
