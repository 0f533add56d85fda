package kelvin.engine.answer;

/// Tokens that end an answer and leave it the same text.
///
/// @param cut the number of bytes at the end of the path that belong to the stop text
/// @param added the bytes that the tokens add to the text before the stop text
/// @param ids ascending; not to be changed
record Ending(int cut, byte[] added, int[] ids) {}
