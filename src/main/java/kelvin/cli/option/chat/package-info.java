/// Reads messages of chats, and what a template is given beside them.
package kelvin.cli.option.chat;
