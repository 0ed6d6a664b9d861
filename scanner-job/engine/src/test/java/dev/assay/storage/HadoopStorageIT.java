package dev.assay.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivilegedExceptionAction;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.security.UserGroupInformation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HadoopStorageIT extends StorageContract {
    private static MiniDFSCluster cluster;
    private static FileSystem hdfs;
    private static int tests;
    private Storage storage;
    private String directory;

    @BeforeAll
    static void startCluster() throws IOException {
        Path target =
                Files.createDirectories(Path.of("target", "hadoop-storage-it").toAbsolutePath());
        Configuration configuration = new Configuration();
        configuration.set("hadoop.tmp.dir", target.resolve("tmp").toString());
        cluster = new MiniDFSCluster.Builder(
                        configuration, target.resolve("dfs").toFile())
                .numDataNodes(1)
                .build();
        hdfs = cluster.getFileSystem();
    }

    @AfterAll
    static void stopCluster() {
        cluster.shutdown(true);
    }

    @BeforeEach
    void openStorage() {
        storage = new HadoopStorage(HadoopSettings.DEFAULTS);
        directory = "/test-" + tests++;
    }

    @AfterEach
    void closeStorage() {
        storage.close();
    }

    @Override
    Storage storage() {
        return storage;
    }

    @Override
    Location root() {
        return new Location("hdfs://127.0.0.1:" + cluster.getNameNodePort() + directory);
    }

    @Override
    void write(String path, byte[] bytes) throws IOException {
        try (OutputStream stream = hdfs.create(file(path))) {
            stream.write(bytes);
        }
    }

    @Override
    void remove(String path) throws IOException {
        hdfs.delete(file(path), false);
    }

    @Test
    void refusesAnEmptyDirectory() throws IOException {
        hdfs.mkdirs(file("a/b"));
        assertThatThrownBy(() -> storage.list(root(), FileFilter.ALL))
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith("There is no file at or below " + root() + ".");
    }

    @Test
    void readsAcrossBlocks() throws Exception {
        byte[] content = randomBytes(3_000_000);
        try (OutputStream stream = hdfs.create(file("f"), true, 4096, (short) 1, 1 << 20)) {
            stream.write(content);
        }
        assertThat(readAll(only())).isEqualTo(content);
    }

    @Test
    void saysThatNothingAnswers() {
        HadoopSettings impatient = new HadoopSettings(
                Set.of("hdfs"),
                Map.of("ipc.client.connect.max.retries", "0", "dfs.client.retry.policy.enabled", "false"),
                null);
        try (Storage other = new HadoopStorage(impatient)) {
            assertThatThrownBy(() -> other.list(new Location("hdfs://127.0.0.1:1/a"), FileFilter.ALL))
                    .isInstanceOf(StorageException.class)
                    .hasMessage("Nothing answers at hdfs://127.0.0.1:1/a. Check host and port, HADOOP_CONF_DIR and the"
                            + " network.");
        }
    }

    @Test
    void saysThatAConnectorIsMissing() {
        assertThatThrownBy(() -> storage.list(new Location("gs://bucket/a"), FileFilter.ALL))
                .isInstanceOf(StorageException.class)
                .hasMessage("Hadoop has no file system for gs://bucket/a. Put the jar of its connector on"
                        + " ASSAY_CLASSPATH; if it needs it, name its class under `storage.hadoop.properties` as"
                        + " `fs.gs.impl`.");
    }

    @Test
    void refusesWhatMayNotBeRead() throws Exception {
        write("locked/f", bytes("text"));
        hdfs.setPermission(file("locked"), new FsPermission("700"));
        UserGroupInformation.createRemoteUser("stranger").doAs((PrivilegedExceptionAction<Void>) () -> {
            assertThatThrownBy(() -> storage.list(at("/locked"), FileFilter.ALL))
                    .isInstanceOf(StorageException.class)
                    .hasMessageStartingWith(root() + "/locked may not be read.");
            return null;
        });
    }

    @Test
    void saysWhichJarIsMissing() throws Exception {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String withoutRuntime = Arrays.stream(classPath.split(File.pathSeparator))
                .filter(jar -> !jar.contains("hadoop-client-runtime") && !jar.contains("hadoop-client-minicluster"))
                .collect(Collectors.joining(File.pathSeparator));
        assertThat(withoutRuntime).isNotEqualTo(classPath).contains("hadoop-client-api");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        withoutRuntime,
                        ListLocation.class.getName(),
                        root().text())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(3);
        assertThat(output)
                .contains("Cannot read " + root() + ": the class ")
                .contains(" of the Hadoop client is missing. Put hadoop-client-runtime-3.")
                .contains(".jar on ASSAY_CLASSPATH.");
    }

    private org.apache.hadoop.fs.Path file(String path) {
        return new org.apache.hadoop.fs.Path("hdfs://127.0.0.1:" + cluster.getNameNodePort() + directory + "/" + path);
    }
}
