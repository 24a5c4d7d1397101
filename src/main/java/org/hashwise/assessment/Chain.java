package org.hashwise.assessment;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Appender to the hash chain of receipts. A transaction in here holds the lock on its head until the transaction ends: among
 * the threads of one instance and among instances alike, so that the chain never forks.
 */
final class Chain {

    private static final JsonMapper JSON = new JsonMapper();
    /** Links of format 1 say nothing of the record and the edition; an issued one was the receipt itself, without a body. */
    private static final int FORMAT = 2;

    private final JdbcClient jdbc;
    private long position;
    private @Nullable String head;

    private Chain(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the head; to be called first in a transaction that writes. */
    static Chain lock(JdbcClient jdbc) {
        Chain chain = new Chain(jdbc);
        // An update locks on every database; the words for a lock alone differ.
        jdbc.sql("update chain_head set position = position where id = 1").update();
        jdbc.sql("select position, hash from chain_head where id = 1").query(row -> {
            chain.position = row.getLong("position");
            chain.head = row.getString("hash");
        });
        return chain;
    }

    /** The link for a receipt that this store issues, with the hashes of its record and of the archived edition. */
    Receipt issue(Assessment assessment, Function<@Nullable String, Receipt> factory) {
        Receipt receipt = factory.apply(head);
        ObjectNode fields = fields(ChainLink.LinkType.ISSUED, assessment.id(), assessment.version(), receipt);
        fields.put("record", record(assessment.id()));
        fields.put("edition", edition(receipt));
        append(ChainLink.LinkType.ISSUED, assessment.id(), assessment.version(), fields);
        return receipt;
    }

    /**
     * The link for a receipt that another store issued, with that store's chain before it.
     *
     * @param newest whether it is the receipt of the record as it is stored now
     */
    void admit(String id, int version, Receipt receipt, boolean newest) {
        ObjectNode fields = fields(ChainLink.LinkType.IMPORTED, id, version, receipt);
        fields.put("record", newest ? record(id) : null);
        append(ChainLink.LinkType.IMPORTED, id, version, fields);
    }

    private @Nullable String record(String id) {
        return Rows.hash(jdbc, id).orElse(null);
    }

    private @Nullable String edition(Receipt receipt) {
        return Editions.hash(jdbc, receipt.json().path("rulebook").asString("")).orElse(null);
    }

    private ObjectNode fields(ChainLink.LinkType kind, String assessment, int version, Receipt receipt) {
        ObjectNode fields = fields(kind, assessment);
        fields.put("version", version);
        fields.put("receipt", receipt.hash());
        return fields;
    }

    /** The link that says that receipts were removed. */
    void forget(String assessment, int version, DeletionReason why, java.time.Instant at) {
        ObjectNode fields = fields(ChainLink.LinkType.FORGOTTEN, assessment);
        fields.put("version", version);
        fields.put("reason", why.name());
        fields.put("at", at.toString());
        append(ChainLink.LinkType.FORGOTTEN, assessment, version, fields);
    }

    private ObjectNode fields(ChainLink.LinkType kind, String assessment) {
        ObjectNode fields = JSON.createObjectNode();
        fields.put("format", FORMAT);
        fields.put("kind", kind.name());
        fields.put("assessment", assessment);
        fields.put("previous", head);
        return fields;
    }

    private void append(ChainLink.LinkType kind, String assessment, int version, ObjectNode fields) {
        Receipt link = Receipt.of(fields);
        String hash = link.hash();
        jdbc.sql("""
                        insert into chain_link (position, kind, assessment, version, previous, hash, body)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(java.util.Arrays.asList(
                        position + 1, kind.name(), assessment, version, head, hash, link.body()))
                .update();
        jdbc.sql("update chain_head set position = ?, hash = ? where id = 1")
                .params(position + 1, hash)
                .update();
        position++;
        head = hash;
    }
}
