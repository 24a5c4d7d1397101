package org.hashwise.consultation;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hashwise.analysis.Peers;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.model.CaseStudy;

/**
 * The company-dates of the casebook of one edition that are nearest to a company. What does not depend on the company is computed
 * once. Thread-safe.
 */
public final class CasePeers {

    /** The number of peers that an advice lists. A judgement: further ones are hardly alike. */
    public static final int MOST = 5;

    private final Rulebook rulebook;
    private final Peers all;

    private CasePeers(Rulebook rulebook) {
        this.rulebook = rulebook;
        this.all = peers(rulebook, study -> true);
    }

    /** @param rulebook to stay open as long as the result is used */
    public static CasePeers of(Rulebook rulebook) {
        return new CasePeers(rulebook);
    }

    String edition() {
        return rulebook.edition();
    }

    /** The nearest company-dates, but for the company itself on that day. */
    Peers.PeerResult nearest(Evaluation evaluation, int most) {
        LocalDate day = evaluation.situation().asOf();
        String company = evaluation.request().company();
        boolean isKnown = rulebook.cases().stream().anyMatch(study -> isOf(study, company, day));
        Peers peers = isKnown ? peers(rulebook, study -> !isOf(study, company, day)) : all;
        return peers.nearest(evaluation.situation(), most);
    }

    /** The peers as an advice lists them. */
    public List<AdviceDocument.PeerItem> items(Evaluation evaluation) {
        return AdviceDocument.PeerItem.all(
                nearest(evaluation, MOST),
                rulebook::caseStudy,
                evaluation.request().language());
    }

    private static boolean isOf(CaseStudy study, String company, LocalDate day) {
        return study.asOf().equals(day) && isSame(study.company(), company);
    }

    /**
     * Returns whether two names are those of one company: the longer begins with the words of the shorter, whatever
     * their case.
     */
    public static boolean isSame(String name, String other) {
        List<String> some = words(name);
        List<String> others = words(other);
        int common = Math.min(some.size(), others.size());
        return common > 0 && some.subList(0, common).equals(others.subList(0, common));
    }

    private static List<String> words(String name) {
        return Stream.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Peers peers(Rulebook rulebook, Predicate<CaseStudy> included) {
        return new Peers(rulebook.cases().stream()
                .filter(included)
                .collect(Collectors.toMap(CaseStudy::id, CaseStudy::answers)));
    }
}
