/// Says in sentences what differs between two sessions.
package kelvin.workspace.difference;
