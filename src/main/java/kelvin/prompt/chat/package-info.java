/// Chats: turns with roles, the switches of a chat template, and a plain text without one.
package kelvin.prompt.chat;
