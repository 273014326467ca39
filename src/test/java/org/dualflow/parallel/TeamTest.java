package org.dualflow.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class TeamTest {

    @Test
    void everyChunkIsDoneOnce() {
        for (int threads : new int[] {1, 2, 3, 8}) {
            Team team = Team.of(threads);
            assertEquals(threads, team.size());
            for (int chunks : new int[] {0, 1, 2, 7, 1000}) {
                AtomicIntegerArray done = new AtomicIntegerArray(chunks + 1);
                for (int call = 0; call < 20; call++) {
                    team.run(chunks, (chunk, worker) -> {
                        assertTrue(worker >= 0 && worker < threads);
                        done.incrementAndGet(chunk);
                    });
                }
                for (int i = 0; i < chunks; i++) {
                    assertEquals(20, done.get(i), threads + " threads, chunk " + i);
                }
            }
        }
    }

    @Test
    void aWorkerIsAloneWithItsArrays() {
        Team team = Team.of(4);
        AtomicIntegerArray inside = new AtomicIntegerArray(4);
        team.run(5000, (chunk, worker) -> {
            assertEquals(1, inside.incrementAndGet(worker));
            inside.decrementAndGet(worker);
        });
    }

    @Test
    void whatAChunkThrowsIsThrownAndTheTeamGoesOn() {
        for (int threads : new int[] {1, 3}) {
            Team team = Team.of(threads);
            var wrong = new IllegalStateException("chunk 5");
            var thrown = assertThrows(
                    IllegalStateException.class,
                    () -> team.run(10, (chunk, worker) -> {
                        if (chunk == 5) {
                            throw wrong;
                        }
                    }));
            assertSame(wrong, thrown);
            AtomicIntegerArray done = new AtomicIntegerArray(10);
            team.run(10, (chunk, worker) -> done.incrementAndGet(chunk));
            for (int i = 0; i < 10; i++) {
                assertEquals(1, done.get(i));
            }
        }
    }

    @Test
    void needsAThread() {
        var failure = assertThrows(IllegalArgumentException.class, () -> Team.of(0));
        assertEquals("threads = 0: at least 1 is allowed", failure.getMessage());
    }
}
