package org.dualflow.particle.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.junit.jupiter.api.Test;

class ImagesTest {

    private static Domain box(Boundary... boundaries) {
        List<Domain.Side> sides = new ArrayList<>();
        for (int d = 0; d < boundaries.length; d++) {
            sides.add(new Domain.Side(-1, 1 + d, boundaries[d], boundaries[d]));
        }
        return new Domain(sides);
    }

    /** Images as "x, y: weight", particles first. */
    private static List<String> images(Domain domain, double reach, double[][] x, double[] weights) {
        Images images = new Images(domain, reach);
        images.place(x, weights.length);
        images.weigh(weights);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < images.size; i++) {
            StringBuilder text = new StringBuilder();
            for (int d = 0; d < x.length; d++) {
                text.append(images.x[d][i]).append(' ');
            }
            all.add(text.append(images.w[i]).toString());
        }
        return all;
    }

    /** Walls mirror, circles repeat, open ends do nothing; a particle exactly at reach has no image. */
    @Test
    void onALine() {
        double[][] x = {{-0.75, 0.5, 0.875}};
        double[] w = {1, 2, 3};
        assertEquals(
                List.of("-0.75 1.0", "0.5 2.0", "0.875 3.0", "-1.25 1.0", "1.125 3.0"),
                images(box(Boundary.NO_FLUX), 0.5, x, w));
        assertEquals(
                List.of("-0.75 1.0", "0.5 2.0", "0.875 3.0", "1.25 1.0", "-1.125 3.0"),
                images(box(Boundary.PERIODIC), 0.5, x, w));
        assertEquals(List.of("-0.75 1.0", "0.5 2.0", "0.875 3.0"), images(box(Boundary.OPEN), 0.5, x, w));
        // A reach of the whole axis: both walls are in it.
        assertEquals(
                List.of("0.0 5.0", "-2.0 5.0", "2.0 5.0"),
                images(box(Boundary.NO_FLUX), 2, new double[][] {{0}}, new double[] {5}));
    }

    /** In a corner the images have images: four in all, each with the weight of its particle. */
    @Test
    void inACorner() {
        double[][] x = {{0, 0.75}, {0, -0.5}};
        double[] w = {1, 2};
        assertEquals(
                List.of("0.0 0.0 1.0", "0.75 -0.5 2.0", "1.25 -0.5 2.0", "0.75 -1.5 2.0", "1.25 -1.5 2.0"),
                images(box(Boundary.NO_FLUX, Boundary.NO_FLUX), 0.75, x, w));
        assertEquals(
                List.of("0.0 0.0 1.0", "0.75 -0.5 2.0", "-1.25 -0.5 2.0", "0.75 2.5 2.0", "-1.25 2.5 2.0"),
                images(box(Boundary.PERIODIC, Boundary.PERIODIC), 0.75, x, w));
        assertEquals(
                List.of("0.0 0.0 1.0", "0.75 -0.5 2.0", "0.75 -1.5 2.0"),
                images(box(Boundary.OPEN, Boundary.NO_FLUX), 0.75, x, w));
    }

    /** The work arrays serve again, for more particles and for fewer. */
    @Test
    void placesMayChange() {
        Images images = new Images(box(Boundary.NO_FLUX), 0.5);
        images.place(new double[][] {{-0.75}}, 1);
        assertEquals(2, images.size);
        images.place(new double[][] {{-0.75, 0, 0.75, 0.875}}, 4);
        assertEquals(7, images.size);
        assertEquals(3, images.origin[6]);
        images.place(new double[][] {{0}}, 1);
        assertEquals(1, images.size);
    }

    @Test
    void aReachBeyondTheBoxIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Images(box(Boundary.NO_FLUX, Boundary.NO_FLUX), 2.5));
        assertThrows(IllegalArgumentException.class, () -> new Images(box(Boundary.NO_FLUX), Double.NaN));
    }
}
