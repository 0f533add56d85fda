/// Opens models that run on a server, by the protocols that servers of models speak.
package kelvin.remote;
