package org.dualflow.gan;

/**
 * The parameters of a neuron outer · s(inner · y + bias) in their order: outer weights first, then inner weights, then the
 * bias. A row of cells of a mesh then varies the first outer weight and shares everything inside s.
 *
 * @param outer number of outer weights, the dimension of the network's output
 * @param inner number of inner weights, the dimension of its input
 */
record NeuronShape(int outer, int inner) {

    /** Number of parameters of a neuron. */
    int dimension() {
        return outer + inner + 1;
    }

    /** Index of the bias. */
    int bias() {
        return outer + inner;
    }
}
