package dev.assay.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.security.AccessControlException;
import org.apache.hadoop.util.VersionInfo;

/**
 * Files of HDFS and of every other file system Hadoop has a client for. The classes to compile against are in the
 * product; those that run a client are added by whoever needs them. A pin is size, time of the last change and, where
 * the file system has one, the ETag.
 */
final class HadoopStorage implements Storage {
    private final HadoopSettings settings;
    private final Map<String, FileSystem> fileSystems = new ConcurrentHashMap<>();

    HadoopStorage(HadoopSettings settings) {
        this.settings = settings;
    }

    @Override
    public Listing list(Location location, FileFilter filter) {
        try {
            Path path = path(location);
            FileSystem fileSystem = fileSystem(location, path);
            FileStatus root = fileSystem.getFileStatus(path);
            List<StoredFile> found = new ArrayList<>();
            if (root.isFile()) {
                found.add(stored(root.getPath().getName(), root));
            } else {
                String prefix = root.getPath().toUri().getPath();
                int skip = prefix.endsWith("/") ? prefix.length() : prefix.length() + 1;
                RemoteIterator<LocatedFileStatus> files = fileSystem.listFiles(root.getPath(), true);
                while (files.hasNext()) {
                    FileStatus file = files.next();
                    found.add(stored(file.getPath().toUri().getPath().substring(skip), file));
                }
            }
            return Listing.of(location, filter, found);
        } catch (IOException e) {
            throw failure(location, e);
        } catch (LinkageError e) {
            throw missing(location, e);
        }
    }

    @Override
    public RangeReader open(StoredFile file) {
        try {
            Path path = path(file.location());
            FileSystem fileSystem = fileSystem(file.location(), path);
            FSDataInputStream stream = fileSystem.open(path);
            HadoopReader reader = new HadoopReader(file, fileSystem, path, stream);
            try {
                reader.checkUnchanged();
            } catch (StorageException e) {
                reader.close();
                throw e;
            }
            return reader;
        } catch (IOException e) {
            throw failure(file.location(), e);
        } catch (LinkageError e) {
            throw missing(file.location(), e);
        }
    }

    @Override
    public void close() {
        List<IOException> failures = new ArrayList<>();
        for (FileSystem fileSystem : fileSystems.values()) {
            try {
                fileSystem.close();
            } catch (IOException e) {
                failures.add(e);
            }
        }
        fileSystems.clear();
        if (!failures.isEmpty()) {
            throw new StorageException("A Hadoop file system would not close.", failures.get(0));
        }
    }

    static String pin(FileStatus status) {
        String etag = status instanceof EtagSource source && source.getEtag() != null ? source.getEtag() : "";
        return "size=" + status.getLen() + " time=" + status.getModificationTime() + " etag=" + etag;
    }

    static StorageException failure(Location location, IOException cause) {
        if (cause instanceof FileNotFoundException) {
            return new StorageException("There is nothing at " + location + ". Check the location.", cause);
        }
        if (cause instanceof AccessControlException) {
            return new StorageException(
                    location + " may not be read. Give the user who runs the scan the right to read it, or log in with"
                            + " kinit if the cluster asks for it.",
                    cause);
        }
        if (cause instanceof UnsupportedFileSystemException) {
            return unknown(location, cause);
        }
        if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
            return new StorageException(
                    "Nothing answers at " + location + ". Check host and port, HADOOP_CONF_DIR and the network.",
                    cause);
        }
        return new StorageException("Cannot read " + location + ": " + cause.getMessage() + ".", cause);
    }

    private static StorageException unknown(Location location, Throwable cause) {
        return new StorageException(
                "Hadoop has no file system for " + location + ". Put the jar of its connector on ASSAY_CLASSPATH; if it"
                        + " needs it, name its class under `storage.hadoop.properties` as `fs." + location.scheme()
                        + ".impl`.",
                cause);
    }

    private static StorageException missing(Location location, LinkageError cause) {
        return new StorageException(
                "Cannot read " + location + ": the class " + cause.getMessage()
                        + " of the Hadoop client is missing. Put hadoop-client-runtime-"
                        + VersionInfo.getVersion()
                        + ".jar on ASSAY_CLASSPATH.",
                cause);
    }

    private FileSystem fileSystem(Location location, Path path) throws IOException {
        String key = location.scheme() + "://" + path.toUri().getAuthority();
        synchronized (fileSystems) {
            FileSystem known = fileSystems.get(key);
            if (known != null) {
                return known;
            }
            FileSystem made = create(location, path);
            fileSystems.put(key, made);
            return made;
        }
    }

    /** A file system of our own: Hadoop's shared ones may be closed by anybody. */
    private FileSystem create(Location location, Path path) throws IOException {
        try {
            return FileSystem.newInstance(path.toUri(), configuration());
        } catch (RuntimeException e) {
            if (e.getCause() instanceof ClassNotFoundException) {
                throw unknown(location, e);
            }
            throw e;
        }
    }

    private Configuration configuration() {
        Configuration configuration = new Configuration();
        java.nio.file.Path directory = settings.configuration();
        String environment = System.getenv("HADOOP_CONF_DIR");
        if (directory == null && environment != null && !environment.isBlank()) {
            directory = java.nio.file.Path.of(environment);
        }
        if (directory != null) {
            for (String name : List.of("core-site.xml", "hdfs-site.xml")) {
                if (Files.isReadable(directory.resolve(name))) {
                    configuration.addResource(new Path(directory.resolve(name).toUri()));
                }
            }
        }
        settings.properties().forEach(configuration::set);
        return configuration;
    }

    private static Path path(Location location) {
        try {
            return new Path(location.text());
        } catch (IllegalArgumentException e) {
            throw new StorageException("`" + location + "` cannot be a path of a Hadoop file system.", e);
        }
    }

    private static StoredFile stored(String path, FileStatus status) {
        URI uri = status.getPath().toUri();
        String authority = uri.getAuthority() == null ? "" : uri.getAuthority();
        return new StoredFile(
                path, new Location(uri.getScheme() + "://" + authority + uri.getPath()), status.getLen(), pin(status));
    }
}
