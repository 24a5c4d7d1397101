package org.hashwise.economics;

import java.util.Set;

/** The economics of one company's AI hosting, on the terms it has or may expect. */
final class HostingOffer {

    // A place in a queue is not capacity: ERCOT's Batch Zero restudies every load of 75 MW or more (2026-06-24).
    private static final Set<String> SECURED = Set.of("FIRM", "INTERRUPTIBLE", "APPROVED_NOT_BUILT");

    private static final double MONTHS_PER_YEAR = 12;

    // Core Scientific lets 590 MW, 2.3 times its 260 MW in Denton (2025-02); Cipher 507 MW on two sites (2025-11).
    // Three of the largest size is a judgement.
    private static final int MOST_SITES = 3;

    private static final String HOSTED_BY_OTHERS = "HOSTED_BY_OTHERS";

    private final Inputs inputs;
    private final Mine mine;
    private final Balance balance;

    HostingOffer(Inputs inputs, Mine mine, Balance balance) {
        this.inputs = inputs;
        this.mine = mine;
        this.balance = balance;
    }

    /**
     * Critical IT load that the largest single site could take, MW: 0.7 per gross MW. Tenants look for one site, so
     * smaller ones do not add up. 0 when the grid connection is only asked for, and when the machines stand with a
     * host: rack space cannot be sublet. A company with a host that states a site of its own is believed; an assumed
     * site does not count.
     */
    double hostableItMw() {
        if (!SECURED.contains(inputs.choice(Input.INTERCONNECTION))) {
            return 0;
        }
        if (inputs.choice(Input.SITE_CONTROL).equals(HOSTED_BY_OTHERS) && !inputs.isGiven(Input.LARGEST_SITE_MW)) {
            return 0;
        }
        return HostingFormulas.itMw(inputs.number(Input.LARGEST_SITE_MW));
    }

    /** Net operating income of the load on {@link #offeredItMw offer}, USD per year. */
    double noiPerYear() {
        return offeredItMw() * noiPerItMwYear();
    }

    /**
     * Net operating income in percent of the build cost, regardless of who pays for it; 1000 at most, and when the
     * tenant builds everything. A property of the terms: how many MW are on offer does not matter.
     */
    double yieldOnCostPercent() {
        return HostingFormulas.yieldOnCostPercent(noiPerItMwYear(), inputs.number(Input.CAPEX));
    }

    /** The part of the build cost that is not committed yet, USD. */
    double fundingGap() {
        double open = 1 - inputs.number(Input.FUNDED_CAPEX) / 100;
        return open > 0 ? open * inputs.number(Input.CAPEX) * offeredItMw() : 0;
    }

    /** The cost of the building on offer, and who pays for it. */
    BuildingCost building() {
        double total = inputs.number(Input.CAPEX) * offeredItMw();
        double open = fundingGap();
        double own = equityNeeded();
        return new BuildingCost(total, total - open, open - own, own);
    }

    /**
     * The company's own money without which no lender finances the building on offer, USD: a fifth of its cost, or what
     * others have not committed if that is less. Lenders carried 80 % (Galaxy, 2025-08) to 85 % (Hut 8, 2025-12-17).
     */
    double equityNeeded() {
        double cost = inputs.number(Input.CAPEX) * offeredItMw();
        return cost == 0 ? 0 : Math.min(fundingGap(), HostingFormulas.OWN_SHARE * cost);
    }

    /**
     * Net operating income less the debt service on all that is not {@linkplain #equityNeeded own money}, USD per
     * month; 0 when the rent does not carry the debt, as project lenders have no recourse to the parent.
     */
    double rentAfterDebtServicePerMonth() {
        return Math.max(0, noiPerYear() / MONTHS_PER_YEAR - debtServicePerMonth());
    }

    /** Interest and repayment of all that is not {@linkplain #equityNeeded own money}, USD per month. */
    double debtServicePerMonth() {
        return HostingFormulas.debtServicePerMonth(lent(), inputs.number(Input.CONTRACT_YEARS));
    }

    /** Interest of a month on the same before any repayment, USD. */
    double interestPerMonth() {
        return lent() * HostingFormulas.PROJECT_INTEREST / MONTHS_PER_YEAR;
    }

    private double lent() {
        return inputs.number(Input.CAPEX) * offeredItMw() - equityNeeded();
    }

    /**
     * Critical IT load on offer beyond what the sites could ever carry, MW; 0 when it fits. When the company stated the
     * largest site, leases may be on up to {@link #MOST_SITES} of that size as far as it states the power for them,
     * else on all power that is energised or approved when both are stated; assumed power contradicts no lease.
     */
    double loadBeyondSite() {
        double offered = inputs.number(Input.CONTRACTED_MW);
        boolean siteGiven = inputs.isGiven(Input.LARGEST_SITE_MW);
        if (offered == 0
                || (!siteGiven && !(inputs.isGiven(Input.ENERGIZED_MW) && inputs.isGiven(Input.PIPELINE_MW)))) {
            return 0;
        }
        double sites = siteGiven
                ? Math.max(
                        inputs.number(Input.LARGEST_SITE_MW),
                        Math.min(statedMw(), MOST_SITES * inputs.number(Input.LARGEST_SITE_MW)))
                : statedMw();
        return Math.max(0, offered - sites * HostingFormulas.MOST_IT_PER_GROSS_MW);
    }

    private double statedMw() {
        double live = inputs.isGiven(Input.ENERGIZED_MW) ? inputs.number(Input.ENERGIZED_MW) : 0;
        return inputs.isGiven(Input.PIPELINE_MW) ? live + inputs.number(Input.PIPELINE_MW) : live;
    }

    /** Cash and free coins over {@link #fundingGap}, 100 at most and when there is no gap. */
    double gapCover() {
        return balance.coverOf(fundingGap(), Metric.HOSTING_GAP_COVER);
    }

    /**
     * Critical IT load offered by or signed with a tenant in percent of what all energised power could take, 100 at
     * most: how much of the company the deal would turn over. 0 without an offer.
     */
    double shareOfSitePercent() {
        double contracted = inputs.number(Input.CONTRACTED_MW);
        return contracted == 0
                ? 0
                : Metric.HOSTING_SHARE.percent(contracted, HostingFormulas.itMw(inputs.number(Input.ENERGIZED_MW)));
    }

    /**
     * Net operating income of hosting over gross profit of mining, both per gross MW and before capital cost; 100 at
     * most and when mining has no gross profit. 0 when hosting earns nothing.
     */
    double versusMining() {
        double noiPerGrossMwYear = HostingFormulas.itMw(noiPerItMwYear());
        return Metric.HOSTING_VERSUS_MINING.quotient(noiPerGrossMwYear, mine.grossProfitPerMwYear());
    }

    /** The load that a tenant offers or has signed for, MW; without an offer the load that the site could take. */
    private double offeredItMw() {
        double contracted = inputs.number(Input.CONTRACTED_MW);
        return contracted > 0 ? contracted : hostableItMw();
    }

    private double noiPerItMwYear() {
        return HostingFormulas.noiPerItMwYear(inputs.number(Input.LEASE));
    }
}
