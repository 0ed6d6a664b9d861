package dev.assay.format;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.BsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.Float16LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntervalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.NumberOutput;

/**
 * Chooses how a column's values become text, by its logical type, else its physical one. Integers nearer to zero than
 * {@link #SMALLEST_IDENTIFIER} are not searched: no identifier any detector knows is that short.
 */
final class ParquetValues {
    /** The first integer that may be an identifier. */
    static final long SMALLEST_IDENTIFIER = 100_000;

    static final String SHORT_INTEGER = "integers of fewer than six digits cannot be identifiers";
    static final String NOT_TEXT = "binary values that are not UTF-8 text";
    static final String TRUTH_VALUE = "truth values hold no text";
    static final String INTERVAL = "intervals of time hold no text";

    private static final ParquetValue TEXT = new Text(ParquetValue.Bytes.TEXT);
    private static final ParquetValue MAYBE_TEXT = new Text(ParquetValue.Bytes.MAYBE_TEXT);

    private ParquetValues() {}

    static ParquetValue of(PrimitiveType type, boolean insideVariant) {
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        return switch (type.getPrimitiveTypeName()) {
            case BINARY -> binary(logical, insideVariant);
            case FIXED_LEN_BYTE_ARRAY -> fixed(logical);
            case BOOLEAN -> new Withheld(TRUTH_VALUE, ParquetValues::truth);
            case INT32 -> int32(logical);
            case INT64 -> int64(logical);
            case INT96 -> ParquetValues::int96;
            case FLOAT -> (values, out) -> Numbers.put(values.readFloat(), out);
            case DOUBLE -> (values, out) -> Numbers.put(values.readDouble(), out);
        };
    }

    private static ParquetValue binary(@Nullable LogicalTypeAnnotation logical, boolean insideVariant) {
        if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
            return decimalBytes(decimal.getScale());
        }
        // BSON and VARIANT keep their strings as plain UTF-8 inside.
        boolean text = insideVariant
                || logical instanceof StringLogicalTypeAnnotation
                || logical instanceof EnumLogicalTypeAnnotation
                || logical instanceof JsonLogicalTypeAnnotation
                || logical instanceof BsonLogicalTypeAnnotation;
        return text ? TEXT : MAYBE_TEXT;
    }

    private static ParquetValue fixed(@Nullable LogicalTypeAnnotation logical) {
        if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
            return decimalBytes(decimal.getScale());
        }
        if (logical instanceof UUIDLogicalTypeAnnotation) {
            return ParquetValues::uuid;
        }
        if (logical instanceof Float16LogicalTypeAnnotation) {
            return (values, out) -> {
                ByteBuffer bytes = values.readBytes().toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
                return Numbers.put(Numbers.halfToFloat(bytes.getShort(bytes.position())), out);
            };
        }
        if (logical instanceof IntervalLogicalTypeAnnotation) {
            return new Withheld(INTERVAL, ParquetValues::interval);
        }
        return MAYBE_TEXT;
    }

    private static ParquetValue int32(@Nullable LogicalTypeAnnotation logical) {
        if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
            return (values, out) -> Numbers.put(BigInteger.valueOf(values.readInteger()), decimal.getScale(), out);
        }
        if (logical instanceof DateLogicalTypeAnnotation) {
            return (values, out) -> Times.putDate(values.readInteger(), out);
        }
        if (logical instanceof TimeLogicalTypeAnnotation) {
            return (values, out) -> Times.putTime(values.readInteger() * 1_000_000L, 3, out);
        }
        if (isUnsigned(logical)) {
            return new Integers(values -> Integer.toUnsignedLong(values.readInteger()));
        }
        return new Integers(ValuesReader::readInteger);
    }

    private static ParquetValue int64(@Nullable LogicalTypeAnnotation logical) {
        if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
            return (values, out) -> Numbers.put(BigInteger.valueOf(values.readLong()), decimal.getScale(), out);
        }
        if (logical instanceof TimestampLogicalTypeAnnotation stamp) {
            return (values, out) ->
                    Times.putTimestamp(values.readLong(), digits(stamp.getUnit()), stamp.isAdjustedToUTC(), out);
        }
        if (logical instanceof TimeLogicalTypeAnnotation time) {
            int digits = digits(time.getUnit());
            return (values, out) -> Times.putTime(values.readLong() * Times.nanosPerUnit(digits), digits, out);
        }
        if (isUnsigned(logical)) {
            return new UnsignedLongs();
        }
        return new Integers(ValuesReader::readLong);
    }

    private static boolean isUnsigned(@Nullable LogicalTypeAnnotation logical) {
        return logical instanceof IntLogicalTypeAnnotation integer && !integer.isSigned();
    }

    private static int digits(TimeUnit unit) {
        return switch (unit) {
            case MILLIS -> 3;
            case MICROS -> 6;
            case NANOS -> 9;
        };
    }

    private static boolean int96(ValuesReader values, CellWriter out) {
        ByteBuffer bytes = values.readBytes().toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        long nanos = bytes.getLong(bytes.position());
        int julianDay = bytes.getInt(bytes.position() + 8);
        return Times.putJulian(julianDay, nanos, out);
    }

    private static void truth(ValuesReader values, CellWriter out) {
        out.putAscii(values.readBoolean() ? "true" : "false");
    }

    /** Months, days and milliseconds, as the Parquet format stores them. */
    private static void interval(ValuesReader values, CellWriter out) {
        ByteBuffer bytes = values.readBytes().toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        int at = bytes.position();
        for (int part = 0; part < 3; part++) {
            if (part > 0) {
                out.put((byte) '/');
            }
            out.putLong(Integer.toUnsignedLong(bytes.getInt(at + Integer.BYTES * part)));
        }
    }

    private static boolean uuid(ValuesReader values, CellWriter out) {
        ByteBuffer bytes = values.readBytes().toByteBuffer();
        int start = bytes.position();
        for (int i = 0; i < 16; i++) {
            if (i == 4 || i == 6 || i == 8 || i == 10) {
                out.put((byte) '-');
            }
            int b = bytes.get(start + i) & 0xFF;
            out.put((byte) Character.forDigit(b >> 4, 16));
            out.put((byte) Character.forDigit(b & 0xF, 16));
        }
        return true;
    }

    private static ParquetValue decimalBytes(int scale) {
        return (values, out) -> {
            byte[] bytes = values.readBytes().getBytesUnsafe();
            return Numbers.put(bytes.length == 0 ? BigInteger.ZERO : new BigInteger(bytes), scale, out);
        };
    }

    /** Bytes that are, or may be, text. */
    private record Text(Bytes bytes) implements ParquetValue {
        @Override
        public boolean write(ValuesReader values, CellWriter out) {
            ByteBuffer value = values.readBytes().toByteBuffer();
            if (value.hasArray()) {
                out.put(value.array(), value.arrayOffset() + value.position(), value.remaining());
            } else {
                byte[] copy = new byte[value.remaining()];
                value.get(copy);
                out.put(copy, 0, copy.length);
            }
            return bytes == Bytes.TEXT || out.openIsUtf8();
        }

        @Override
        public String notApplicable() {
            return NOT_TEXT;
        }
    }

    /** Takes a value and appends its text. */
    private interface TextTaker {
        void take(ValuesReader values, CellWriter out);
    }

    private record Withheld(String notApplicable, TextTaker taker) implements ParquetValue {
        @Override
        public boolean write(ValuesReader values, CellWriter out) {
            taker.take(values, out);
            return false;
        }
    }

    /** Reads a value as a long. */
    private interface LongTaker {
        long take(ValuesReader values);
    }

    private record Integers(LongTaker taker) implements ParquetValue {
        @Override
        public boolean write(ValuesReader values, CellWriter out) {
            long value = taker.take(values);
            out.putLong(value);
            return value >= SMALLEST_IDENTIFIER || value <= -SMALLEST_IDENTIFIER;
        }

        @Override
        public String notApplicable() {
            return SHORT_INTEGER;
        }
    }

    private record UnsignedLongs() implements ParquetValue {
        @Override
        public boolean write(ValuesReader values, CellWriter out) {
            long value = values.readLong();
            out.putAscii(Long.toUnsignedString(value));
            return value < 0 || value >= SMALLEST_IDENTIFIER;
        }

        @Override
        public String notApplicable() {
            return SHORT_INTEGER;
        }
    }

    /** Numbers as text. */
    static final class Numbers {
        private static final double MAX_WHOLE = 1e18;
        private static final int MAX_PLAIN_EXPONENT = 40;

        private Numbers() {}

        static boolean put(double value, CellWriter out) {
            if (value == Math.rint(value) && Math.abs(value) < MAX_WHOLE) {
                out.putLong((long) value);
            } else {
                putShortest(NumberOutput.toString(value, true), out);
            }
            return true;
        }

        static boolean put(float value, CellWriter out) {
            if (value == Math.rint(value) && Math.abs(value) < MAX_WHOLE) {
                out.putLong((long) value);
            } else {
                putShortest(NumberOutput.toString(value, true), out);
            }
            return true;
        }

        private static void putShortest(String shortest, CellWriter out) {
            int e = shortest.indexOf('E');
            if (e < 0 || Math.abs(Integer.parseInt(shortest.substring(e + 1))) > MAX_PLAIN_EXPONENT) {
                out.putAscii(shortest.toLowerCase(Locale.ROOT));
            } else {
                out.putAscii(new BigDecimal(shortest).stripTrailingZeros().toPlainString());
            }
        }

        static boolean put(BigInteger unscaled, int scale, CellWriter out) {
            BigDecimal value = new BigDecimal(unscaled, scale);
            out.putAscii(Math.abs(scale) > 1000 ? value.toString() : value.toPlainString());
            return true;
        }

        /** IEEE 754 binary16 to binary32. */
        static float halfToFloat(short half) {
            int sign = (half & 0x8000) << 16;
            int exponent = (half >> 10) & 0x1F;
            int fraction = half & 0x3FF;
            if (exponent == 0) {
                float value = fraction * 0x1p-24f;
                return sign == 0 ? value : -value;
            }
            int wide = exponent == 31 ? 0xFF : exponent + 127 - 15;
            return Float.intBitsToFloat(sign | (wide << 23) | (fraction << 13));
        }
    }
}
