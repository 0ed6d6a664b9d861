package dev.assay.batch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Asks a running job to stop after the splits in hand. Once thrown it stays thrown. Safe for many threads. */
public final class StopSwitch {
    private final AtomicReference<@Nullable String> reason = new AtomicReference<>();
    private final List<StopSwitch> children = new CopyOnWriteArrayList<>();
    private final CountDownLatch thrown = new CountDownLatch(1);

    /** Asks for the stop; the first reason given stays. */
    public void stop(String why) {
        reason.compareAndSet(null, why);
        thrown.countDown();
        children.forEach(child -> child.stop(why));
    }

    /** A switch that is thrown with this one, but does not throw it: one job of several may stop alone. */
    public StopSwitch child() {
        StopSwitch child = new StopSwitch();
        children.add(child);
        reason().ifPresent(child::stop);
        return child;
    }

    public boolean isThrown() {
        return reason.get() != null;
    }

    /** Why, if the stop was asked for. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason.get());
    }

    /**
     * Waits, but not past the stop.
     *
     * @return whether the stop was asked for
     */
    boolean pause(Duration time) throws InterruptedException {
        return thrown.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
