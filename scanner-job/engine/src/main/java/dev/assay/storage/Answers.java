package dev.assay.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for questions that a storage is asked side by side. */
final class Answers {
    private Answers() {}

    /**
     * All answers, in the order of the questions. When one fails, those not yet asked are not asked any more.
     *
     * @param what is asked for, such as {@code the listing of versions}, for the message
     * @throws StorageException what a question threw, or that the thread was interrupted
     */
    static <T> List<T> of(List<Future<T>> coming, String what) {
        List<T> answers = new ArrayList<>();
        try {
            for (Future<T> each : coming) {
                answers.add(each.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException("Interrupted while waiting for " + what + ".", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StorageException told) {
                throw told;
            }
            throw new IllegalStateException("Asking for " + what + " failed.", e.getCause());
        } finally {
            coming.forEach(each -> each.cancel(true));
        }
        return answers;
    }
}
