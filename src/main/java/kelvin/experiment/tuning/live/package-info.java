/// Fine-tunes beside a model that is in use: step by step, with what each step changes.
package kelvin.experiment.tuning.live;
