/// Runs models on servers that give log-probabilities: vLLM and the server of llama.cpp. Only those
/// that give them for all tokens are used, since a part of a distribution is none.
package kelvin.remote.scores;
