package org.hashwise.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.hashwise.advice.VerdictSummary;
import org.hashwise.assessment.Receipt;
import org.hashwise.assessment.ReceiptFields;
import org.hashwise.consultation.Attribution;
import org.hashwise.consultation.Attribution.ChangeType;
import org.hashwise.consultation.Attributions;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.EditionUnknown;
import org.hashwise.consultation.NoMarketYet;
import org.hashwise.consultation.Replays;
import org.hashwise.consultation.Replays.Replay;
import org.hashwise.consultation.Replays.Which;
import org.hashwise.consultation.TooManyChanges;
import org.hashwise.text.PageText;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/** The page with the history of an assessment. */
final class HistoryPages {

    private final Consultation consultation;
    private final Attributions attributions;
    private final Replays replays;

    HistoryPages(Consultation consultation, Attributions attributions, Replays replays) {
        this.consultation = consultation;
        this.attributions = attributions;
        this.replays = replays;
    }

    /** One version in the list. */
    record VersionRow(int version, LocalDate savedOn, LocalDate marketAsOf, VerdictSummary decision, String rulebook) {

        static VersionRow of(Receipt receipt) {
            ReceiptFields fields = receipt.fields();
            return new VersionRow(
                    fields.version(),
                    LocalDate.ofInstant(fields.issuedAt(), ZoneOffset.UTC),
                    fields.market().asOf(),
                    Replays.verdict(fields),
                    fields.rulebook());
        }
    }

    /**
     * The changes between two versions.
     *
     * @param attribution null when it cannot be computed
     * @param problem key of the message that says why not; empty otherwise
     */
    record VersionComparison(
            int from,
            int to,
            @Nullable Attribution attribution,
            List<ContributionBar> changes,
            double zero,
            String problem) {
        public boolean turned() {
            Attribution known = Objects.requireNonNull(attribution);
            return !known.from().equals(known.to());
        }
    }

    /**
     * One thing that changed, as a bar of its contribution.
     *
     * @param left in percent of the width
     * @param width in percent of the width
     */
    record ContributionBar(
            String label, String before, String after, Attribution.Group group, double left, double width) {}

    /**
     * The newest version by other rules or another market.
     *
     * @param replay null when there is no market value for the day
     */
    record Today(Which rules, Which market, @Nullable Replay replay) {}

    /**
     * @param receipts of all versions that are kept; at least one
     * @param from 0 for the version before the newest
     * @param to 0 for the newest
     */
    ModelAndView page(List<Receipt> receipts, int from, int to, PageText texts) {
        NavigableMap<Integer, Receipt> byVersion = new TreeMap<>();
        receipts.forEach(receipt -> byVersion.put(receipt.fields().version(), receipt));
        int later = byVersion.containsKey(to) ? to : byVersion.lastKey();
        int earlier = byVersion.containsKey(from) && from != later ? from : before(byVersion, later);
        ModelAndView page = new ModelAndView("pages/history");
        page.addObject("versions", receipts.stream().map(VersionRow::of).toList());
        page.addObject(
                "compared",
                earlier == later
                        ? null
                        : comparison(
                                Objects.requireNonNull(byVersion.get(earlier)),
                                Objects.requireNonNull(byVersion.get(later)),
                                texts));
        Receipt last = byVersion.lastEntry().getValue();
        page.addObject(
                "today",
                List.of(
                        today(last, Which.TODAY, Which.THEN),
                        today(last, Which.THEN, Which.TODAY),
                        today(last, Which.TODAY, Which.TODAY)));
        return page;
    }

    /** The version before another one, or that one itself when it is the first. */
    private static int before(NavigableMap<Integer, Receipt> byVersion, int version) {
        return Objects.requireNonNullElse(byVersion.lowerKey(version), version);
    }

    private Today today(Receipt receipt, Which rules, Which market) {
        try {
            return new Today(rules, market, replays.replay(receipt, rules, market));
        } catch (NoMarketYet nothing) {
            return new Today(rules, market, null);
        }
    }

    private VersionComparison comparison(Receipt earlier, Receipt later, PageText texts) {
        int from = earlier.fields().version();
        int to = later.fields().version();
        try {
            Attribution attribution = attributions.between(earlier, later);
            double least = 0;
            double most = 0;
            for (Attribution.Group group : attribution.groups()) {
                least = Math.min(least, group.value());
                most = Math.max(most, group.value());
            }
            double scale = most == least ? 0 : 100 / (most - least);
            List<ContributionBar> changes = new ArrayList<>();
            for (Attribution.Group group : attribution.groups()) {
                changes.add(new ContributionBar(
                        label(group, texts),
                        value(group, group.before(), texts),
                        value(group, group.after(), texts),
                        group,
                        (Math.min(0, group.value()) - least) * scale,
                        Math.abs(group.value()) * scale));
            }
            changes.sort((one, other) -> Double.compare(
                    Math.abs(other.group().value()), Math.abs(one.group().value())));
            return new VersionComparison(from, to, attribution, List.copyOf(changes), -least * scale, "");
        } catch (EditionUnknown lost) {
            return new VersionComparison(from, to, null, List.of(), 0, "history.changes.lost");
        } catch (TooManyChanges many) {
            return new VersionComparison(from, to, null, List.of(), 0, "history.changes.many");
        }
    }

    private String label(Attribution.Group group, PageText texts) {
        return switch (group.kind()) {
            case ANSWER -> texts.label(group.id());
            case SECTION ->
                consultation
                        .questionnaire()
                        .section(group.id())
                        .map(section -> texts.text(section.title()))
                        .orElse(group.id());
            case MARKET -> texts.message("history.kind.market");
            case RULES -> texts.message("history.kind.rules");
        };
    }

    private static String value(Attribution.Group group, @Nullable Object value, PageText texts) {
        if (value == null) {
            return group.kind() == ChangeType.ANSWER ? texts.message("history.unanswered") : "–";
        }
        return switch (group.kind()) {
            case ANSWER -> texts.value(group.id(), value);
            case SECTION -> value.toString();
            case MARKET -> value instanceof LocalDate day ? texts.date(day) : value.toString();
            case RULES -> texts.shortEdition(value.toString());
        };
    }
}
