/// The addresses of models on servers, and the files that keep them.
package kelvin.remote.place;
