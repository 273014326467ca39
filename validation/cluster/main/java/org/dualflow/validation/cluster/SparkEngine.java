package org.dualflow.validation.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.dualflow.validation.sweep.PointRecord;
import org.dualflow.validation.sweep.SweepEngine;
import org.dualflow.validation.sweep.SweepPlan;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * Apache Spark: a task solves a few points that stand {@code tasks} apart, so that every task costs about the same; its records come back to
 * the driver as soon as it ends, and the driver writes them. Executors need no folder in common with the driver, only
 * this program and the data files that the case names, under the same path.
 *
 * @param master address of the cluster: {@code local[*]}, {@code spark://host:7077}, {@code yarn}, ...
 */
record SparkEngine(String master) implements SweepEngine {

    private static final int MOST_TASKS = 1000;
    private static final long MILLIS_BETWEEN_LOOKS = 100;

    @Override
    public void run(SweepPlan plan, int[] points, Consumer<PointRecord> done, BooleanSupplier stop) {
        try (JavaSparkContext spark = new JavaSparkContext(configuration())) {
            ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
            try {
                watch.scheduleWithFixedDelay(
                        () -> {
                            if (stop.getAsBoolean()) {
                                spark.sc().cancelAllJobs();
                            }
                        },
                        0,
                        MILLIS_BETWEEN_LOOKS,
                        TimeUnit.MILLISECONDS);
                run(spark, plan, points, done);
            } catch (RuntimeException e) {
                if (!stop.getAsBoolean()) {
                    throw e;
                }
            } finally {
                watch.shutdownNow();
            }
        }
    }

    private SparkConf configuration() {
        SparkConf configuration = new SparkConf()
                .setAppName("dualflow sweep")
                .setMaster(master)
                .setIfMissing("spark.ui.enabled", "false");
        String jar = JavaSparkContext.jarOfClass(SparkEngine.class).length > 0
                ? JavaSparkContext.jarOfClass(SparkEngine.class)[0]
                : "";
        return jar.isEmpty() ? configuration : configuration.setIfMissing("spark.jars", jar);
    }

    private static void run(JavaSparkContext spark, SweepPlan plan, int[] points, Consumer<PointRecord> done) {
        int tasks = Math.min(points.length, MOST_TASKS);
        List<int[]> batches = new ArrayList<>();
        for (int t = 0; t < tasks; t++) {
            int first = t;
            batches.add(java.util.stream.IntStream.range(0, points.length)
                    .filter(i -> i % tasks == first)
                    .map(i -> points[i])
                    .toArray());
        }
        JavaRDD<PointRecord[]> solved = spark.parallelize(batches, tasks).map(new SolveBatch(plan.withAbsoluteFile()));
        SparkContext context = spark.sc();
        context.runJob(
                solved.rdd(),
                new Gather(),
                new AbstractFunction2<Object, PointRecord[], BoxedUnit>() {
                    @Override
                    public BoxedUnit apply(Object task, PointRecord[] records) {
                        Arrays.stream(records).forEach(done);
                        return BoxedUnit.UNIT;
                    }
                },
                ClassTag$.MODULE$.apply(PointRecord[].class));
    }

    @Override
    public String describe() {
        return "Spark at " + master;
    }
}
