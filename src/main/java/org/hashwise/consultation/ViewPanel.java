package org.hashwise.consultation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Verdict;
import org.hashwise.advice.VerdictPool;
import org.hashwise.rulebook.model.HouseView;
import org.hashwise.rulebook.model.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * A selection of the house views of one edition, for evaluating companies by all of them. Their rules are made once, so that a
 * panel may be asked about any number of them. To be used as long as the edition is open. Thread-safe.
 */
public final class ViewPanel {

    private final Overlays overlays;
    private final List<HouseView> views;
    private final Map<Overlay, VerdictPool> rules = new ConcurrentHashMap<>();

    ViewPanel(Overlays overlays, List<HouseView> views) {
        this.overlays = overlays;
        this.views = List.copyOf(views);
    }

    /**
     * The verdict of one view on a company.
     *
     * @param edition that is shown for its advice
     * @param agrees whether it recommends the strategy that the edition recommends
     * @param dividedBy the first threshold of the view that leads away from the strategy of the edition when it is changed
     *     alone; null when the view agrees, and when only several of them together lead away
     */
    public record Opinion(
            HouseView view,
            String edition,
            Verdict verdict,
            boolean agrees,
            @Nullable Divider dividedBy) {}

    /**
     * One threshold that changes the recommendation alone.
     *
     * @param parameter with the value of the edition
     * @param value of the view
     * @param strategy that it leads to, not necessarily that of the view
     */
    public record Divider(Parameter parameter, double value, Strategy strategy) {}

    public List<HouseView> views() {
        return views;
    }

    /**
     * The opinions about a company, in the order of the views.
     *
     * @param own the strategy that the edition recommends
     */
    public List<Opinion> opinions(Situation company, Strategy own) {
        return views.stream().map(view -> opinion(view, company, own)).toList();
    }

    private Opinion opinion(HouseView view, Situation company, Strategy own) {
        VerdictPool pool = rules(Overlay.of(view));
        Verdict verdict = pool.verdict(company);
        boolean agrees = verdict.strategy() == own;
        return new Opinion(view, pool.edition(), verdict, agrees, agrees ? null : divider(view, company, own));
    }

    private @Nullable Divider divider(HouseView view, Situation company, Strategy own) {
        for (HouseView.Setting override : view.overrides()) {
            Strategy alone = rules(Overlay.of(override.parameter(), override.value()))
                    .verdict(company)
                    .strategy();
            if (alone != own) {
                return new Divider(overlays.parameter(override.parameter()), override.value(), alone);
            }
        }
        return null;
    }

    private VerdictPool rules(Overlay overlay) {
        return rules.computeIfAbsent(overlay, overlays::verdicts);
    }
}
