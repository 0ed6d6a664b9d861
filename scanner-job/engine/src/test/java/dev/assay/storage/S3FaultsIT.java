package dev.assay.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.storage.FaultyStore.Fault;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class S3FaultsIT {
    private final byte[] object = StorageContract.randomBytes(10_000);
    private FaultyStore store;
    private Storage storage;
    private RangeReader reader;

    @BeforeEach
    void open() throws IOException {
        S3ProxyServer.putKeysInSystemProperties();
        store = new FaultyStore(object);
        storage = new S3Storage(S3Settings.DEFAULTS.withEndpoint(store.endpoint()));
        reader = storage.open(store.file());
    }

    @AfterEach
    void close() {
        reader.close();
        storage.close();
        store.close();
        S3ProxyServer.clearSystemProperties();
    }

    @Test
    void goesOnWhereABodyBroke() {
        store.plan(Fault.BREAKS_AFTER_A_HUNDRED_BYTES, 3);
        assertThat(read(1000, 2000)).isEqualTo(Arrays.copyOfRange(object, 1000, 3000));
        assertThat(store.ranges())
                .containsExactly("bytes=1000-2999", "bytes=1100-2999", "bytes=1200-2999", "bytes=1300-2999");
    }

    @Test
    void goesOnWhereABodyFetchedAheadBroke() {
        store.plan(Fault.BREAKS_AFTER_A_HUNDRED_BYTES, 2);
        reader.expect(0, object.length);
        assertThat(read(0, object.length)).isEqualTo(object);
        assertThat(store.ranges()).containsExactly("bytes=0-9999", "bytes=100-9999", "bytes=200-9999");
    }

    @Test
    void givesUpWhenABodyKeepsBreaking() {
        store.plan(Fault.BREAKS_AFTER_A_HUNDRED_BYTES, 7);
        assertThatThrownBy(() -> read(1000, 2000))
                .isInstanceOf(StorageException.class)
                .hasMessage("Cannot read s3://bucket/object, bytes 1000 to 3000: the connection broke 7 times, the last"
                        + " time at byte 1700. Check the network and the store, and run the scan again.");
    }

    @Test
    void asksAgainWhenTheStoreIsBusy() {
        store.plan(Fault.UNAVAILABLE, 2);
        assertThat(read(0, 100)).isEqualTo(Arrays.copyOf(object, 100));
        assertThat(store.ranges()).hasSize(3);
    }

    @Test
    void saysThatTheStoreStaysBusy() {
        store.plan(Fault.UNAVAILABLE, 100);
        assertThatThrownBy(() -> read(0, 100))
                .isInstanceOf(StorageException.class)
                .hasMessage("Cannot read s3://bucket/object at " + store.endpoint()
                        + ": status 503. The store failed and stayed so; try again later.");
    }

    @Test
    void noticesThatTheStoreRefusesTheEtag() {
        store.plan(Fault.PRECONDITION_FAILED, 1);
        assertThatThrownBy(() -> read(0, 100)).isInstanceOf(ChangedFileException.class);
        assertThat(store.ranges()).hasSize(1);
    }

    @Test
    void noticesAnotherEtagWhenTheStoreIgnoresThePrecondition() {
        store.plan(Fault.OTHER_ETAG, 1);
        assertThatThrownBy(() -> read(0, 100)).isInstanceOf(ChangedFileException.class);
    }

    @Test
    void noticesAnotherRangeThanAskedFor() {
        store.plan(Fault.OTHER_RANGE, 1);
        assertThatThrownBy(() -> read(0, 100))
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith(
                        "Cannot read s3://bucket/object: asked for `bytes 0-99/10000`, the store answers"
                                + " with `bytes 1-100/10000` and 100 bytes.");
    }

    @Test
    void tellsAFailureFetchedAheadLikeAnyOther() {
        store.plan(Fault.PRECONDITION_FAILED, 1);
        reader.expect(0, object.length);
        assertThatThrownBy(() -> read(0, 100)).isInstanceOf(ChangedFileException.class);
    }

    @Test
    void refusesANameThatIsObjectAndPrefix() {
        assertThatThrownBy(() -> storage.list(new Location("s3://bucket/object"), FileFilter.ALL))
                .isInstanceOf(StorageException.class)
                .hasMessage(
                        "There is an object s3://bucket/object and there are objects below s3://bucket/object/. Write"
                                + " the slash to mean those.");
        assertThat(StorageContract.paths(storage.list(new Location("s3://bucket/object/"), FileFilter.ALL)))
                .containsExactly("below");
    }

    private byte[] read(int position, int length) {
        byte[] target = new byte[length];
        reader.read(position, target, 0, length);
        return target;
    }
}
