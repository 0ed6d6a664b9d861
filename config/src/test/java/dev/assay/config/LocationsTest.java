package dev.assay.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationsTest {
    @ParameterizedTest
    @CsvSource({
        "/data/a/../b/./c/, /data/b/c",
        "/data//b, /data/b",
        "/, /",
        "file:///data/b/, /data/b",
        "FILE:///data/./b, /data/b",
        "s3://bucket/a/, s3://bucket/a",
        "S3A://bucket/a, s3://bucket/a",
        "s3n://bucket, s3://bucket",
        "s3://key:secret@bucket/a, s3://bucket/a",
        "s3://bucket/a/../b//c, s3://bucket/a/../b//c",
        "s3://Bucket/A b, s3://Bucket/A b",
        "hdfs://node:8020/data/, hdfs://node:8020/data",
    })
    void onePlaceHasOneText(String written, String normal) {
        assertThat(Locations.normal(written)).isEqualTo(normal);
        assertThat(Locations.normal(normal)).isEqualTo(normal);
    }
}
