package dev.assay.example;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/**
 * The example dataset: support chats as nested Parquet, customers as CSV, tickets as JSON Lines. Small, always the same,
 * with the kinds of personal data and secrets such data really has, and with look-alikes beside them.
 */
final class SupportExample {
    private static final MessageType CHATS = MessageTypeParser.parseMessageType("""
            message chats {
              required binary id (STRING);
              required int64 opened_at (TIMESTAMP(MILLIS,true));
              optional group messages (LIST) {
                repeated group list {
                  optional group element {
                    required binary role (STRING);
                    optional binary content (STRING);
                  }
                }
              }
              optional group tags (MAP) {
                repeated group key_value {
                  required binary key (STRING);
                  optional binary value (STRING);
                }
              }
              optional int32 rating;
            }
            """);
    private static final int CHATS_A_FILE = 400;
    private static final int CUSTOMERS = 500;
    private static final int TICKETS = 600;
    private static final long OPENED = 1_767_225_600_000L;

    private final Invented invented = new Invented(20261101);

    /** Writes the data below a directory that is empty or holds an earlier writing. */
    static void write(Path directory) throws IOException {
        SupportExample example = new SupportExample();
        example.chats(directory.resolve("chats/2026-q1.parquet"), CompressionCodecName.SNAPPY);
        example.chats(directory.resolve("chats/2026-q2.parquet"), CompressionCodecName.ZSTD);
        example.customers(directory.resolve("crm/customers.csv"));
        example.tickets(directory.resolve("tickets/2026.jsonl"));
    }

    private void chats(Path file, CompressionCodecName codec) throws IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType(CHATS)
                .withCompressionCodec(codec)
                .build()) {
            SimpleGroupFactory groups = new SimpleGroupFactory(CHATS);
            for (int i = 0; i < CHATS_A_FILE; i++) {
                writer.write(chat(groups.newGroup(), i));
            }
        }
    }

    private Group chat(Group chat, int index) {
        chat.append("id", "chat-" + index);
        chat.append("opened_at", OPENED + index * 3_600_000L);
        Group messages = chat.addGroup("messages");
        for (String[] turn : conversation()) {
            Group message = messages.addGroup("list").addGroup("element");
            message.append("role", turn[0]);
            message.append("content", turn[1]);
        }
        Group tag = chat.addGroup("tags").addGroup("key_value");
        tag.append("key", "channel");
        tag.append("value", invented.pick(List.of("web", "mail", "phone")));
        if (!invented.oneIn(4)) {
            chat.append("rating", 1 + invented.below(5));
        }
        return chat;
    }

    private List<String[]> conversation() {
        String name = invented.name();
        List<String[]> turns = new ArrayList<>();
        turns.add(new String[] {"user", "Hi, my order " + invented.order() + " has not arrived yet."});
        turns.add(new String[] {"assistant", "I am sorry to hear that. How can we reach you?"});
        turns.add(new String[] {"user", reach(name)});
        turns.add(new String[] {"assistant", "Thank you. Version 4.12.0.3 of our tracker shows it left the depot."});
        if (invented.oneIn(12)) {
            turns.add(new String[] {"user", "Charge it to my card " + invented.card() + " please."});
        }
        if (invented.oneIn(60)) {
            turns.add(new String[] {"user", "I log in with password = \"" + secret() + "\" and it fails."});
        }
        turns.add(new String[] {"user", "Great, bye!"});
        return turns;
    }

    private String reach(String name) {
        return switch (invented.below(4)) {
            case 0 -> "I am " + name + ", write to " + invented.email(name) + ".";
            case 1 -> "Call me: " + invented.phone() + ".";
            case 2 -> "My address is " + invented.street() + ".";
            default -> "Just answer here, or use support@example.com as before.";
        };
    }

    private String secret() {
        return "k" + invented.digits(3) + "-Wren" + invented.digits(4) + "_q";
    }

    private void customers(Path file) throws IOException {
        StringBuilder csv = new StringBuilder("customer_id,name,email,phone,date_of_birth,ssn,iban,last_order,note\n");
        for (int i = 0; i < CUSTOMERS; i++) {
            String name = invented.name();
            csv.append(10_000 + i).append(',');
            csv.append(name).append(',').append(invented.email(name)).append(',');
            csv.append(invented.oneIn(5) ? "" : invented.phone()).append(',');
            csv.append(invented.date(1948, 56)).append(',');
            csv.append(invented.oneIn(3) ? invented.ssn() : "XXX-XX-" + invented.digits(4))
                    .append(',');
            csv.append(invented.iban()).append(',').append(invented.order()).append(',');
            csv.append(invented.oneIn(6) ? "\"prefers mail, not calls\"" : "").append('\n');
        }
        write(file, csv);
    }

    private void tickets(Path file) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < TICKETS; i++) {
            String name = invented.name();
            lines.append("{\"ticket\":").append(700_000 + i);
            lines.append(",\"reporter\":{\"name\":\"").append(name).append("\",\"email\":\"");
            lines.append(invented.email(name))
                    .append("\"},\"body\":\"")
                    .append(body(i))
                    .append("\",\"labels\":[\"");
            lines.append(invented.pick(List.of("login", "billing", "delivery"))).append("\"]}\n");
        }
        write(file, lines);
    }

    private String body(int index) {
        if (index % 97 == 0) {
            // In two parts, so that no tool takes an invented key for a live one.
            return "Deploy fails with key AKI" + "AQ7WREN" + "BIRD4XYZ" + "K2 in the log.";
        }
        if (index % 41 == 0) {
            return "Refund to " + invented.iban() + " please.";
        }
        if (index % 29 == 0) {
            return "Client 93.184." + invented.below(256) + "." + (1 + invented.below(254)) + " is refused.";
        }
        return "The page for order " + invented.order() + " stays empty since " + invented.date(2026, 1) + ".";
    }

    private static void write(Path file, CharSequence text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
