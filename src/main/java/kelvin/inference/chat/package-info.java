/// Chats: the templates of a model, the messages, and the text that they give.
package kelvin.inference.chat;
