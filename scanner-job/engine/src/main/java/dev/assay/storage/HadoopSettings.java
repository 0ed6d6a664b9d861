package dev.assay.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How Hadoop file systems are reached.
 *
 * @param schemes which schemes Hadoop serves
 * @param properties Hadoop's own properties, over those of the configuration directory
 * @param configuration directory of {@code core-site.xml} and {@code hdfs-site.xml}, of which one may be absent; null for
 *     the one HADOOP_CONF_DIR names, if it names one
 */
public record HadoopSettings(
        Set<String> schemes,
        Map<String, String> properties,
        @Nullable Path configuration) {
    /** The schemes Hadoop and its usual connectors know, no properties. */
    public static final HadoopSettings DEFAULTS = new HadoopSettings(
            Set.of(
                    "hdfs",
                    "webhdfs",
                    "swebhdfs",
                    "viewfs",
                    "ofs",
                    "o3fs",
                    "abfs",
                    "abfss",
                    "wasb",
                    "wasbs",
                    "gs",
                    "oss"),
            Map.of(),
            null);

    public HadoopSettings {
        if (configuration != null
                && !Files.isReadable(configuration.resolve("core-site.xml"))
                && !Files.isReadable(configuration.resolve("hdfs-site.xml"))) {
            throw new IllegalArgumentException(
                    "`storage.hadoop.configuration`: neither core-site.xml nor hdfs-site.xml in " + configuration
                            + " can be read.");
        }
        schemes = Set.copyOf(schemes);
        properties = Map.copyOf(properties);
    }
}
