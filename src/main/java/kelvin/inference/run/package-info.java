/// Splits a context into runs and keeps the states of what two contexts have in common. All
/// adapters of the port share it, so that the same graph gives the same bits wherever it runs.
package kelvin.inference.run;
