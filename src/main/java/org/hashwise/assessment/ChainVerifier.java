package org.hashwise.assessment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.hashwise.assessment.ChainReport.Fault;
import org.hashwise.assessment.ChainReport.FaultType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One pass over the hash chain, from its first link to its head. */
final class ChainVerifier {

    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    // The last link about each forgotten assessment: before it, its receipts may be missing.
    private final Map<String, Long> forgottenAt = new HashMap<>();
    private final Map<String, ArchivedEdition> editions = new TreeMap<>();
    private long receipts;
    private long forgotten;

    ChainVerifier(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Head(long position, @Nullable String hash) {}

    ChainReport walk() {
        Head head = jdbc.sql("select position, hash from chain_head where id = 1")
                .query((row, number) -> new Head(row.getLong("position"), row.getString("hash")))
                .optional()
                .orElse(new Head(-1, null));
        jdbc.sql("select assessment, position from chain_link where kind = 'FORGOTTEN'")
                .query(row -> {
                    forgottenAt.put(row.getString("assessment"), row.getLong("position"));
                });
        Fault fault = head.position() < 0 ? new Fault(FaultType.MISSING, 0, "", 0) : links(head);
        if (fault == null) {
            fault = editions().or(() -> ConsistencyCheck.first(jdbc)).orElse(null);
        }
        return new ChainReport(Math.max(0, head.position()), receipts, forgotten, head.hash(), fault);
    }

    private @Nullable Fault links(Head head) {
        long position = 0;
        String previous = null;
        List<ChainLink> part;
        do {
            part = jdbc.sql(ChainLink.SELECT + "where l.position > ? order by l.position limit " + AT_ONCE)
                    .param(position)
                    .query(ChainLink::of)
                    .list();
            for (ChainLink link : part) {
                position++;
                if (link.position() != position) {
                    return new Fault(FaultType.MISSING, position, "", 0);
                }
                Optional<FaultType> wrong = wrong(link, previous);
                if (wrong.isPresent()) {
                    return new Fault(wrong.get(), position, link.assessment(), link.version());
                }
                previous = link.hash();
            }
        } while (part.size() == AT_ONCE);
        if (position != head.position()) {
            FaultType kind = position < head.position() ? FaultType.MISSING : FaultType.ADDED;
            return new Fault(kind, Math.min(position, head.position()) + 1, "", 0);
        }
        return Objects.equals(previous, head.hash()) ? null : new Fault(FaultType.ALTERED, position, "", 0);
    }

    private Optional<FaultType> wrong(ChainLink link, @Nullable String previous) {
        if (!Objects.equals(link.previous(), previous)) {
            return Optional.of(FaultType.ALTERED);
        }
        LinkVerifier verifier = new LinkVerifier(link);
        if (!verifier.linkHolds()) {
            return Optional.of(FaultType.ALTERED);
        }
        if (link.kind() == ChainLink.LinkType.FORGOTTEN) {
            return Optional.empty();
        }
        if (link.receipt() == null) {
            forgotten++;
            boolean meant = forgottenAt.getOrDefault(link.assessment(), 0L) > link.position();
            return meant ? Optional.empty() : Optional.of(FaultType.MISSING);
        }
        receipts++;
        if (!verifier.receiptHolds()) {
            return Optional.of(FaultType.ALTERED);
        }
        String edition = verifier.field("edition");
        if (edition != null) {
            editions.putIfAbsent(verifier.receiptField("rulebook"), new ArchivedEdition(edition, link));
        }
        return Optional.empty();
    }

    /** Editions by which receipts were issued and that are not archived any more as they were. */
    private Optional<Fault> editions() {
        return editions.entrySet().stream()
                .flatMap(entry -> entry
                        .getValue()
                        .fault(Editions.hash(jdbc, entry.getKey()).orElse(null))
                        .stream())
                .findFirst();
    }

    /**
     * An edition of the rulebook as it was archived.
     *
     * @param hash of the archived file
     * @param link the first that names it
     */
    private record ArchivedEdition(String hash, ChainLink link) {
        Optional<Fault> fault(@Nullable String found) {
            if (hash.equals(found)) {
                return Optional.empty();
            }
            FaultType kind = found == null ? FaultType.MISSING : FaultType.ALTERED;
            return Optional.of(new Fault(kind, link.position(), link.assessment(), link.version()));
        }
    }
}
