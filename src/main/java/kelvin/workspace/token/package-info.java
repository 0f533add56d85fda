/// Generated tokens with the model that their ids belong to, and their form in sessions.
package kelvin.workspace.token;
