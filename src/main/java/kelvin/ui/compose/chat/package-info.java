/// The editor of a chat: its turns, its switches and its template.
package kelvin.ui.compose.chat;
