package org.hashwise.rulebook.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.model.RulebookFiles;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The compact form of YAML documents. */
class PackedYamlTests {

    @Test
    void packedDocumentsAreThoseThatTheirTextsGive() {
        RulebookFiles shipped = ShippedRules.files();
        List<String> texts = shipped.contentByPath().keySet().stream()
                .filter(path -> path.endsWith(".yaml"))
                .map(shipped::text)
                .toList();

        PackedYaml packed = PackedYaml.unpack(PackedYaml.pack(texts));

        assertThat(texts)
                .hasSizeGreaterThan(100)
                .allSatisfy(text -> assertThat(packed.find("a.yaml", text))
                        .hasValueSatisfying(node -> assertThat(outline(node))
                                .isEqualTo(outline(Yaml.parse("a.yaml", text, new Problems())
                                        .orElseThrow()))));
    }

    @Test
    void theBuildPackedTheShippedRules() {
        RulebookFiles shipped = ShippedRules.files();

        assertThat(shipped.contentByPath().keySet())
                .filteredOn(path -> path.endsWith(".yaml"))
                .allSatisfy(path -> assertThat(PackedYaml.shipped().find(path, shipped.text(path)))
                        .isPresent());
    }

    @Test
    void valuesKeepTheirKindAndPlace() {
        String text = "a: [1, 1.5, yes, true, 'true', null, ~]\nb: { c: \"« é »\" }\n";

        Node top = PackedYaml.unpack(PackedYaml.pack(List.of(text)))
                .find("a.yaml", text)
                .orElseThrow();

        assertThat(outline(top))
                .contains("bool true at 1:18", "str true at 1:24", "null null at 1:32", "str « é » at 2:9");
    }

    @Test
    void anEditedTextIsParsedAnew() {
        PackedYaml packed = PackedYaml.unpack(PackedYaml.pack(List.of("a: 1\n")));

        assertThat(packed.find("a.yaml", "a: 2\n")).isEmpty();
    }

    @Test
    void textsThatDeserveAWordAreNotPacked() {
        String broken = "a: [1\n";
        String cut = "a: one two three # four\n";

        PackedYaml packed = PackedYaml.unpack(PackedYaml.pack(List.of(broken, cut)));

        assertThat(packed.find("a.yaml", broken)).isEmpty();
        assertThat(packed.find("a.yaml", cut)).isEmpty();
    }

    private static List<String> outline(Node node) {
        String place = node.getStartMark()
                .map(mark -> " at " + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1))
                .orElseThrow();
        String tag = node.getTag().getValue().replace("tag:yaml.org,2002:", "");
        Stream<String> own =
                Stream.of(tag + (node instanceof ScalarNode scalar ? " " + scalar.getValue() : "") + place);
        Stream<Node> below = Stream.empty();
        if (node instanceof MappingNode mapping) {
            below = mapping.getValue().stream().flatMap(pair -> Stream.of(pair.getKeyNode(), pair.getValueNode()));
        } else if (node instanceof SequenceNode sequence) {
            below = sequence.getValue().stream();
        }
        return Stream.concat(own, below.flatMap(child -> outline(child).stream()))
                .toList();
    }
}
