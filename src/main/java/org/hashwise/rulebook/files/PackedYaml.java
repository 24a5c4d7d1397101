package org.hashwise.rulebook.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * YAML documents in a compact form, found by the text that they were parsed from: what the build has parsed without a warning need
 * not be parsed again. Immutable.
 */
public final class PackedYaml {

    /** The resource with the documents of the shipped rules, which the build writes; absent during development. */
    public static final String RESOURCE = "tested-rules/yaml.bin";

    /** The tags of plain YAML 1.2. A document refers to them by number. */
    private static final List<Tag> TAGS = List.of(Tag.STR, Tag.NULL, Tag.BOOL, Tag.INT, Tag.FLOAT, Tag.SEQ, Tag.MAP);

    private static final int[] NO_BUFFER = {};

    /** Documents by the hash of their text. */
    private final Map<String, byte[]> documents;

    private PackedYaml(Map<String, byte[]> documents) {
        this.documents = documents;
    }

    private static final class Shipped {
        static final PackedYaml DOCUMENTS = load();

        private static PackedYaml load() {
            try (InputStream packed = PackedYaml.class.getResourceAsStream("/" + RESOURCE)) {
                return packed == null ? new PackedYaml(Map.of()) : unpack(packed.readAllBytes());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** The documents of the shipped rules; none during development. */
    static PackedYaml shipped() {
        return Shipped.DOCUMENTS;
    }

    /** Packs the texts that can be parsed without a problem. */
    public static byte[] pack(Collection<String> texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (String text : texts) {
                Problems problems = new Problems();
                Optional<Node> node = Yaml.parse("", text, problems);
                if (node.isPresent() && problems.all().isEmpty()) {
                    byte[] document = document(node.get());
                    out.writeUTF(hash(text));
                    out.writeInt(document.length);
                    out.write(document);
                }
            }
        } catch (IOException impossible) { // it goes to memory
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Reads what {@link #pack} wrote. */
    static PackedYaml unpack(byte[] packed) {
        Map<String, byte[]> documents = new HashMap<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed))) {
            while (in.available() > 0) {
                documents.put(in.readUTF(), in.readNBytes(in.readInt()));
            }
        } catch (IOException impossible) { // it comes from memory
            throw new UncheckedIOException(impossible);
        }
        return new PackedYaml(documents);
    }

    /** The top of the document that was parsed from a text; empty when this text was not packed. */
    Optional<Node> find(String file, String text) {
        byte[] document = documents.isEmpty() ? null : documents.get(hash(text));
        if (document == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(new DataInputStream(new ByteArrayInputStream(document)), file));
        } catch (IOException impossible) { // it comes from memory
            throw new UncheckedIOException(impossible);
        }
    }

    private static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] document(Node node) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(node, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    // Tag, line and column; then a text, or a size and that many values or pairs.
    private static void write(Node node, DataOutputStream out) throws IOException {
        Mark start = node.getStartMark().orElseThrow();
        int tag = TAGS.indexOf(node.getTag());
        if (tag < 0) {
            throw new IllegalStateException(node.getTag().getValue());
        }
        out.writeByte(tag);
        out.writeInt(start.getLine());
        out.writeInt(start.getColumn());
        if (node instanceof ScalarNode scalar) {
            byte[] value = scalar.getValue().getBytes(StandardCharsets.UTF_8);
            out.writeInt(value.length);
            out.write(value);
        } else if (node instanceof SequenceNode sequence) {
            out.writeInt(sequence.getValue().size());
            for (Node element : sequence.getValue()) {
                write(element, out);
            }
        } else if (node instanceof MappingNode mapping) {
            out.writeInt(mapping.getValue().size());
            for (NodeTuple pair : mapping.getValue()) {
                write(pair.getKeyNode(), out);
                write(pair.getValueNode(), out);
            }
        }
    }

    private static Node read(DataInputStream in, String file) throws IOException {
        Tag tag = TAGS.get(in.readByte());
        Optional<Mark> start = Optional.of(new Mark(file, 0, in.readInt(), in.readInt(), NO_BUFFER, 0));
        if (tag.equals(Tag.MAP)) {
            List<NodeTuple> pairs = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                pairs.add(new NodeTuple(read(in, file), read(in, file)));
            }
            return new MappingNode(tag, true, pairs, FlowStyle.AUTO, start, start);
        }
        if (tag.equals(Tag.SEQ)) {
            List<Node> elements = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                elements.add(read(in, file));
            }
            return new SequenceNode(tag, true, elements, FlowStyle.AUTO, start, start);
        }
        String value = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        return new ScalarNode(tag, true, value, ScalarStyle.PLAIN, start, start);
    }
}
