package org.hashwise.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One link of the chain, with the receipt that belongs to it.
 *
 * @param position from 1 on, without gaps
 * @param previous hash of the link before it; null for the first one
 * @param body canonical JSON of a link that is not itself a receipt
 * @param receipt body of the receipt; null when it was removed, or the link has none
 * @param receiptHash hash that is stored beside the body of the receipt
 */
record ChainLink(
        long position,
        LinkType kind,
        String assessment,
        int version,
        @Nullable String previous,
        String hash,
        @Nullable String body,
        @Nullable String receipt,
        @Nullable String receiptHash) {

    enum LinkType {
        /** A receipt of this store. */
        ISSUED,
        /** A receipt of another store. */
        IMPORTED,
        /** The receipts of an assessment were removed. */
        FORGOTTEN,
        /** None that was ever written, so the link was altered. */
        UNKNOWN;

        static LinkType of(String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.name().equals(name))
                    .findFirst()
                    .orElse(UNKNOWN);
        }
    }

    /** The links with their receipts, all or those after a position. */
    static final String SELECT = """
            select l.position, l.kind, l.assessment, l.version, l.previous, l.hash, l.body, r.body as receipt,
                   r.hash as receipt_hash
            from chain_link l
            left join receipt r on r.assessment = l.assessment and r.version = l.version and l.kind <> 'FORGOTTEN'
            """;

    static ChainLink of(ResultSet row, int number) throws SQLException {
        return new ChainLink(
                row.getLong("position"),
                LinkType.of(row.getString("kind")),
                row.getString("assessment"),
                row.getInt("version"),
                row.getString("previous"),
                row.getString("hash"),
                row.getString("body"),
                row.getString("receipt"),
                row.getString("receipt_hash"));
    }
}
