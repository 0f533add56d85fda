/// Runs models on servers that give log-probabilities: vLLM, the server of llama.cpp, and routes of
/// completions. Where a server gives them for the most probable tokens only, all others are bounds.
package kelvin.remote.scores;
