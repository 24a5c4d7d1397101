package org.hashwise.economics;

import java.util.Map;
import java.util.Optional;
import org.hashwise.economics.JurisdictionGrade.Grade;

/**
 * Shares of capacity by regulatory grade, in percent of all capacity. A place that the table does not grade, or grades
 * as unknown for a use, counts as none of them.
 */
final class Exposure {

    private double miningProhibited;
    private double miningHigh;
    private double miningOpen;
    private double newMiningBarred;
    private double aiProhibited;
    private double aiHigh;
    private double aiOpen;
    private double betterForAi;
    private double hostileToBoth;

    Exposure(Map<String, Double> percentByCode, Jurisdictions jurisdictions) {
        for (Map.Entry<String, Double> share : percentByCode.entrySet()) {
            Optional<JurisdictionGrade> place = jurisdictions.grade(share.getKey());
            if (place.isPresent()) {
                add(share.getValue(), place.get().mining(), place.get().ai());
                newMiningBarred += place.get().newMining() == Grade.PROHIBITIVE ? share.getValue() : 0;
            }
        }
    }

    private void add(double percent, Grade mining, Grade ai) {
        miningProhibited += mining == Grade.PROHIBITIVE ? percent : 0;
        miningHigh += mining == Grade.HIGH ? percent : 0;
        miningOpen += isOpen(mining) ? percent : 0;
        aiProhibited += ai == Grade.PROHIBITIVE ? percent : 0;
        aiHigh += ai == Grade.HIGH ? percent : 0;
        aiOpen += isOpen(ai) ? percent : 0;
        betterForAi += isHostile(mining) && isOpen(ai) ? percent : 0;
        hostileToBoth += isHostile(mining) && isHostile(ai) ? percent : 0;
    }

    private static boolean isOpen(Grade grade) {
        return grade == Grade.LOW || grade == Grade.MODERATE;
    }

    private static boolean isHostile(Grade grade) {
        return grade == Grade.HIGH || grade == Grade.PROHIBITIVE;
    }

    double miningProhibited() {
        return miningProhibited;
    }

    double miningHigh() {
        return miningHigh;
    }

    double miningOpen() {
        return miningOpen;
    }

    /** Where new mining load is graded PROHIBITIVE, whatever may go on running. */
    double newMiningBarred() {
        return newMiningBarred;
    }

    double aiProhibited() {
        return aiProhibited;
    }

    double aiHigh() {
        return aiHigh;
    }

    double aiOpen() {
        return aiOpen;
    }

    /** Where mining is graded HIGH or PROHIBITIVE and AI data centres LOW or MODERATE. */
    double betterForAi() {
        return betterForAi;
    }

    /** Where both are graded HIGH or PROHIBITIVE. */
    double hostileToBoth() {
        return hostileToBoth;
    }
}
