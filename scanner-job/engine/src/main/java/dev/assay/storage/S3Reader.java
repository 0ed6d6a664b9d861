package dev.assay.storage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Reads one object. What it was told to expect is fetched ahead in ranges, several at a time; any other read is a
 * request of its own. The order and size of requests never decide which bytes come, only when.
 */
final class S3Reader implements RangeReader {
    private final StoredFile file;
    private final S3Fetcher fetcher;
    private final ExecutorService threads;
    private final int rangeBytes;
    private final int maxRanges;
    /** Ranges on their way or arrived, each beginning where the one before ends. */
    private final Deque<Ahead> queue = new ArrayDeque<>();

    private long nextStart;
    private long expectedEnd;
    private byte @Nullable [] spare;

    S3Reader(StoredFile file, S3Fetcher fetcher, ExecutorService threads, S3Settings settings) {
        this.file = file;
        this.fetcher = fetcher;
        this.threads = threads;
        this.rangeBytes = (int) Math.min(settings.rangeBytes(), Math.max(1, settings.readAheadBytes()));
        this.maxRanges = (int) (settings.readAheadBytes() / rangeBytes);
    }

    @Override
    public long length() {
        return file.length();
    }

    @Override
    public void expect(long start, long end) {
        dropBefore(start);
        boolean continues = !queue.isEmpty() && queue.getFirst().start <= start;
        while (!queue.isEmpty() && (!continues || queue.getLast().start >= end)) {
            queue.removeLast().cancel();
        }
        nextStart = queue.isEmpty() ? start : queue.getLast().end();
        expectedEnd = end;
    }

    @Override
    public void read(long position, byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        Objects.checkFromIndexSize(position, length, file.length());
        long end = position + length;
        for (long at = position; at < end; ) {
            int to = offset + (int) (at - position);
            fetchAhead(at);
            Ahead first = queue.peekFirst();
            int count;
            if (first != null && first.start <= at && at < nextStart) {
                dropBefore(at);
                count = queue.getFirst().copy(at, target, to, (int) (end - at));
            } else {
                count = (int) ((first != null && first.start > at ? Math.min(end, first.start) : end) - at);
                fetcher.fetch(file, at, target, to, count);
            }
            at += count;
        }
    }

    /** Keeps the queue full while reads follow what was expected. */
    private void fetchAhead(long at) {
        if (queue.isEmpty() && at != nextStart) {
            return;
        }
        while (queue.size() < maxRanges && nextStart < expectedEnd) {
            int size = (int) Math.min(rangeBytes, expectedEnd - nextStart);
            queue.addLast(new Ahead(nextStart, size));
            nextStart += size;
        }
    }

    private void dropBefore(long position) {
        while (!queue.isEmpty() && queue.getFirst().end() <= position) {
            queue.removeFirst().drop();
        }
    }

    @Override
    public void close() {
        queue.forEach(Ahead::cancel);
        queue.clear();
        nextStart = 0;
        expectedEnd = 0;
    }

    /** One range fetched by another thread. */
    private final class Ahead {
        private final long start;
        private final int size;
        private final byte[] bytes;
        private final Future<?> coming;

        Ahead(long start, int size) {
            this.start = start;
            this.size = size;
            byte[] used = spare;
            if (used == null || used.length < size) {
                this.bytes = new byte[size];
            } else {
                this.bytes = used;
                spare = null;
            }
            this.coming = threads.submit(() -> fetcher.fetch(file, start, bytes, 0, size));
        }

        long end() {
            return start + size;
        }

        int copy(long position, byte[] target, int offset, int length) {
            try {
                coming.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw S3Fetcher.interrupted(file);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof StorageException failure) {
                    throw failure;
                }
                throw new IllegalStateException("Fetching " + file.location() + " ahead failed.", e.getCause());
            }
            int from = (int) (position - start);
            int count = Math.min(length, size - from);
            System.arraycopy(bytes, from, target, offset, count);
            return count;
        }

        /** Lets go of a range that has been read; its memory serves again if nothing writes to it any more. */
        void drop() {
            if (coming.isDone() && !coming.isCancelled()) {
                spare = bytes;
            } else {
                cancel();
            }
        }

        void cancel() {
            coming.cancel(true);
        }
    }
}
