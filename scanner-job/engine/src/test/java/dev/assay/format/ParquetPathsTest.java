package dev.assay.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;

class ParquetPathsTest {
    private static List<String> paths(String fields) {
        return ParquetPaths.of(MessageTypeParser.parseMessageType("message m { " + fields + " }"));
    }

    @Test
    void structsAreJoinedByDots() {
        assertThat(paths("optional group a { required int32 b; optional group c { optional binary d; } }"))
                .containsExactly("a.b", "a.c.d");
    }

    @Test
    void listsOfThreeLevelsShowOne() {
        assertThat(paths("optional group messages (LIST) { repeated group list { optional group element {"
                        + " optional binary role; optional binary content; } } }"))
                .containsExactly("messages[].role", "messages[].content");
        assertThat(paths("optional group a (LIST) { repeated group bag { optional binary array_element; } }"))
                .containsExactly("a[]");
    }

    @Test
    void listsOfTwoLevelsShowOneToo() {
        assertThat(paths("optional group a (LIST) { repeated int32 element; }")).containsExactly("a[]");
        assertThat(paths("optional group a (LIST) { repeated group element { required int32 x; required int32 y; } }"))
                .containsExactly("a[].x", "a[].y");
        assertThat(paths("optional group a (LIST) { repeated group array { required int32 x; } }"))
                .containsExactly("a[].x");
        assertThat(paths("optional group a (LIST) { repeated group a_tuple { required int32 x; } }"))
                .containsExactly("a[].x");
    }

    @Test
    void repeatedFieldsWithoutAMarkAreLists() {
        assertThat(paths("repeated int32 a; repeated group b { optional binary c; repeated binary d; }"))
                .containsExactly("a[]", "b[].c", "b[].d[]");
    }

    @Test
    void mapsShowKeyAndValue() {
        assertThat(paths("optional group attrs (MAP) { repeated group key_value { required binary key;"
                        + " optional group value { optional binary x; } } }"))
                .containsExactly("attrs{key}", "attrs{value}.x");
        assertThat(paths("optional group m (MAP_KEY_VALUE) { repeated group map { required binary k;"
                        + " optional group v (LIST) { repeated group list { optional binary element; } } } }"))
                .containsExactly("m{key}", "m{value}[]");
    }

    @Test
    void pathsThatWouldBeEqualAreToldApart() {
        assertThat(paths("optional group a { optional binary b; } optional group c (LIST) { repeated binary x; }"
                        + " repeated binary c; optional binary a.b;"))
                .doesNotHaveDuplicates()
                .containsExactly("a.b", "c[]", "c[] (2)", "a.b (2)");
    }
}
