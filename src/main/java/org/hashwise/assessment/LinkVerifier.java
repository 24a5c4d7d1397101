package org.hashwise.assessment;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Verifier of one link of the hash chain and its receipt. */
record LinkVerifier(ChainLink link) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String HASH = "hash";

    /** Returns whether the link itself is what it was; a link that is a receipt is looked at there. */
    boolean linkHolds() {
        if (isReceiptItself()) {
            return true;
        }
        return intact(link.body())
                .filter(fields -> link.hash().equals(text(fields, HASH)) && stands(fields))
                .filter(fields -> link.kind().name().equals(text(fields, "kind")))
                .isPresent();
    }

    /** Returns whether the receipt is what it was. */
    boolean receiptHolds() {
        Optional<ObjectNode> receipt = intact(link.receipt());
        if (receipt.isEmpty()) {
            return false;
        }
        ObjectNode fields = receipt.get();
        if (!Objects.equals(link.receiptHash(), text(fields, HASH))
                || !link.assessment().equals(text(fields, "assessment"))
                || fields.path("version").intValue(0) != link.version()) {
            return false;
        }
        if (isReceiptItself()) {
            return link.hash().equals(text(fields, HASH)) && stands(fields);
        }
        return (link.kind() == ChainLink.LinkType.IMPORTED || stands(fields))
                && intact(link.body())
                        .filter(own -> String.valueOf(text(fields, HASH)).equals(text(own, "receipt")))
                        .isPresent();
    }

    /** A text of the receipt; empty when it has none. */
    String receiptField(String name) {
        return intact(link.receipt()).map(fields -> text(fields, name)).orElse("");
    }

    // As links of issued receipts were in the first format.
    private boolean isReceiptItself() {
        return link.kind() == ChainLink.LinkType.ISSUED && link.body() == null;
    }

    /** A field of the link; null when it has none, as in the first format. */
    @Nullable
    String field(String name) {
        return intact(link.body()).map(fields -> text(fields, name)).orElse(null);
    }

    // It names the link before it, so that none can be moved.
    private boolean stands(JsonNode fields) {
        return Objects.equals(link.previous(), text(fields, "previous"))
                && link.assessment().equals(text(fields, "assessment"))
                && fields.path("version").intValue(0) == link.version();
    }

    /** The fields of a document whose hash is right and which is stored as it was written. */
    private static Optional<ObjectNode> intact(@Nullable String body) {
        if (body == null) {
            return Optional.empty();
        }
        try {
            JsonNode document = JSON.readTree(body);
            return receipt(document).filter(again -> again.body().equals(body)).map(again -> (ObjectNode) document);
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    /** A receipt whose hash is right; empty for anything else. */
    static Optional<Receipt> receipt(JsonNode node) {
        if (!(node instanceof ObjectNode fields)) {
            return Optional.empty();
        }
        ObjectNode others = fields.deepCopy();
        others.remove(HASH);
        Receipt again = Receipt.of(others);
        return again.hash().equals(text(fields, HASH)) ? Optional.of(again) : Optional.empty();
    }

    private static @Nullable String text(JsonNode fields, String name) {
        JsonNode value = fields.path(name);
        return value.isString() ? value.stringValue() : null;
    }
}
