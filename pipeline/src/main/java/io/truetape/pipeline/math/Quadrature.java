package io.truetape.pipeline.math;

/// Gauss-Legendre nodes and weights on [-1, 1], by Newton's method on the Legendre polynomial.
final class Quadrature {
  final double[] nodes;
  final double[] weights;

  private Quadrature(double[] nodes, double[] weights) {
    this.nodes = nodes;
    this.weights = weights;
  }

  static Quadrature legendre(int count) {
    double[] nodes = new double[count];
    double[] weights = new double[count];
    for (int i = 0; i < count; i++) {
      double x = StrictMath.cos(Math.PI * (i + 0.75) / (count + 0.5));
      double slope = 1;
      for (int step = 0; step < 8; step++) {
        double below = 1;
        double here = x;
        for (int k = 2; k <= count; k++) {
          double next = ((2 * k - 1) * x * here - (k - 1) * below) / k;
          below = here;
          here = next;
        }
        slope = count * (x * here - below) / (x * x - 1);
        x -= here / slope;
      }
      nodes[i] = x;
      weights[i] = 2 / ((1 - x * x) * slope * slope);
    }
    return new Quadrature(nodes, weights);
  }
}
