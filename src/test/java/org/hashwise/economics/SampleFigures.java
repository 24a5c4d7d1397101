package org.hashwise.economics;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Figures;
import org.hashwise.questionnaire.Kind;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.SampleQuestions;
import org.hashwise.questionnaire.Typical;

/** Complete figures of a made-up company; notes which of them were read. */
final class SampleFigures extends Figures {

    static final Set<Input> COMPUTED =
            Set.of(Input.HASHPRICE, Input.REPORTED_CASH_COST, Input.REPORTED_ALL_IN_COST, Input.MONTHLY_BURN);

    private static final Questionnaire QUESTIONS = new Questionnaire(List.of(SampleQuestions.section(
            "inputs",
            Input.IDS.stream()
                    .map(id -> SampleQuestions.question(id, Kind.NUMBER, "", 0, 0, new Typical.Computed()))
                    .toArray(Question[]::new))));

    private final Map<String, Answer> values = new HashMap<>();
    private final Set<String> answered = new HashSet<>();
    final Set<String> read = new TreeSet<>();

    private SampleFigures() {
        super(QUESTIONS);
    }

    /** A mid-sized listed miner in Texas at the end of 2025 that has answered nothing itself. */
    static SampleFigures midSizedMiner() {
        SampleFigures sheet = new SampleFigures();
        sheet.assume(Input.LISTED, new Answer.YesNo(true))
                .assume(Input.BTC_PRICE, 90_000.0)
                .assume(Input.NETWORK_HASHRATE, 1_000.0)
                .assume(Input.BLOCK_SUBSIDY, 3.125)
                .assume(Input.TRANSACTION_FEE, 0.0)
                .assume(Input.HASHRATE, 10.0)
                .assume(Input.EFFICIENCY, 20.0)
                .assume(Input.POOL_FEE, 0.0)
                .assume(Input.SITE_OVERHEAD, 0.0)
                .assume(Input.CASH_OVERHEAD, 2_000_000.0)
                .assume(Input.NON_CASH_COST, 5_000_000.0)
                .assume(Input.ENERGIZED_MW, 200.0)
                .assume(Input.PIPELINE_MW, 0.0)
                .assume(Input.LARGEST_SITE_MW, 100.0)
                .assume(Input.CONVERSION_MONTHS, 15.0)
                .assume(Input.TENANT_STAGE, "NONE")
                .assume(Input.CONTRACT_YEARS, 10.0)
                .assume(Input.POWER_PRICE, 0.05)
                .assume(Input.INTERCONNECTION, "FIRM")
                .assume(Input.SITE_CONTROL, "OWNED")
                .assume(Input.DEMAND_RESPONSE, 0.0)
                .assume(Input.CONTRACTED_MW, 0.0)
                .assume(Input.LEASE, 135.0)
                .assume(Input.CAPEX, 9_000_000.0)
                .assume(Input.FUNDED_CAPEX, 0.0)
                .assume(Input.JURISDICTIONS, new Answer.Shares(new TreeMap<>(Map.of("US-TX", 100.0))))
                .assume(Input.PENDING_TAX, 0.0)
                .assume(Input.CASH, 20_000_000.0)
                .assume(Input.BTC_HELD, 1_000.0)
                .assume(Input.PLEDGED, 10.0)
                .assume(Input.AVERAGE_BTC_COST, 90_000.0)
                .assume(Input.DEBT, 50_000_000.0)
                .assume(Input.DEBT_DUE, 10_000_000.0)
                .assume(Input.DEBT_DUE_MONTHS, 6.0)
                .assume(Input.HORIZON, 24.0)
                .assume(Input.MARKET_CAP, 180_000_000.0);
        return sheet;
    }

    private SampleFigures assume(Input input, Answer value) {
        values.put(input.id(), value);
        return this;
    }

    private SampleFigures assume(Input input, double value) {
        return assume(input, new Answer.Number(value));
    }

    private SampleFigures assume(Input input, String choice) {
        return assume(input, new Answer.Choice(choice));
    }

    SampleFigures answer(Input input, Answer value) {
        answered.add(input.id());
        return assume(input, value);
    }

    SampleFigures answer(Input input, double value) {
        return answer(input, new Answer.Number(value));
    }

    SampleFigures answer(Input input, boolean yes) {
        return answer(input, new Answer.YesNo(yes));
    }

    SampleFigures answer(Input input, String choice) {
        return answer(input, new Answer.Choice(choice));
    }

    SampleFigures answer(Input input, SortedMap<String, Double> percentByCode) {
        return answer(input, new Answer.Shares(percentByCode));
    }

    double metric(Metric metric) {
        return Economics.compute(metric, this, SampleJurisdictions.TABLE);
    }

    static int position(String id) {
        return QUESTIONS.position(id);
    }

    @Override
    public Answer valueAt(int position) {
        String id = Input.IDS.get(position);
        read.add(id);
        return Objects.requireNonNull(values.get(id), id);
    }

    @Override
    public boolean isAnsweredAt(int position) {
        return answered.contains(Input.IDS.get(position));
    }
}
