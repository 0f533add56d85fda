/// Compares the ways to adapt a model beside its other uses: between its answers, and on copies.
package kelvin.experiment.adapt.live;
