package org.dualflow.validation.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.dualflow.validation.sweep.PointRecord;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** What comes back from one task: all records of its batches. */
final class Gather extends AbstractFunction1<Iterator<PointRecord[]>, PointRecord[]> implements Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public PointRecord[] apply(Iterator<PointRecord[]> batches) {
        List<PointRecord> all = new ArrayList<>();
        while (batches.hasNext()) {
            all.addAll(List.of(batches.next()));
        }
        return all.toArray(new PointRecord[0]);
    }
}
