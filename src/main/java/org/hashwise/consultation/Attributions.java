package org.hashwise.consultation;

import java.util.ArrayList;
import java.util.List;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Verdict;
import org.hashwise.advice.VerdictSummary;
import org.hashwise.analysis.Cancellation;
import org.hashwise.analysis.Shapley;
import org.hashwise.assessment.Receipt;
import org.hashwise.assessment.ReceiptFields;
import org.hashwise.consultation.Attribution.ChangeType;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.Rulebook;
import org.springframework.stereotype.Service;

/** Attribution of the difference between two receipts. Thread-safe. */
@Service
public class Attributions {

    private final ActiveRulebook rulebooks;
    private final EditionRepository editions;

    Attributions(ActiveRulebook rulebooks, EditionRepository editions) {
        this.rulebooks = rulebooks;
        this.editions = editions;
    }

    /**
     * @throws EditionUnknown when the rules of one of them are not at hand
     * @throws TooManyChanges when more changed than can be divided up exactly
     * @throws org.hashwise.rulebook.EditionsBusy when too many others want old editions opened
     */
    public Attribution between(Receipt from, Receipt to) {
        ReceiptFields earlier = from.fields();
        ReceiptFields later = to.fields();
        try (ActiveRulebook.Lease lease = rulebooks.lease();
                EditionRepository.EditionLease first = editions.open(earlier.rulebook());
                EditionRepository.EditionLease second = editions.open(later.rulebook())) {
            Rulebook before = known(first, earlier);
            Rulebook after = known(second, later);
            RequestChanges changes =
                    new RequestChanges(earlier, later, rulebooks.current().questionnaire());
            Verdict[] verdicts = new Verdict[1 << changes.groups().size()];
            for (int set = 0; set < verdicts.length; set++) {
                Cancellation.check();
                Rulebook rulebook = changes.hasLaterRules(set) ? after : before;
                verdicts[set] = changes.with(set).by(rulebook).evaluation().verdict();
            }
            return attribution(changes.groups(), verdicts);
        }
    }

    private static Rulebook known(EditionRepository.EditionLease lease, ReceiptFields receipt) {
        Rulebook rulebook = lease.rulebook();
        if (rulebook == null) {
            throw new EditionUnknown(receipt.rulebook());
        }
        return rulebook;
    }

    private static Attribution attribution(List<RequestChanges.ChangedInput> changed, Verdict[] verdicts) {
        Verdict first = verdicts[0];
        Verdict last = verdicts[verdicts.length - 1];
        VerdictSummary from = VerdictSummary.of(first);
        VerdictSummary to = VerdictSummary.of(last);
        Strategy strategy = last.strategy();
        Strategy over = first.strategy() == strategy ? first.ranking().get(1).strategy() : first.strategy();
        List<Shapley.Value> leads = Shapley.values(changed.size(), set -> lead(verdicts[set], strategy, over));
        List<Shapley.Value> decisions = Shapley.values(
                changed.size(), set -> VerdictSummary.of(verdicts[set]).equals(to) ? 1 : 0);
        List<Attribution.Group> groups = new ArrayList<>();
        for (int i = 0; i < changed.size(); i++) {
            RequestChanges.ChangedInput group = changed.get(i);
            VerdictSummary alone = VerdictSummary.of(verdicts[1 << i]);
            groups.add(new Attribution.Group(
                    group.kind(),
                    group.id(),
                    group.before(),
                    group.after(),
                    leads.get(i).toDouble(),
                    from.equals(to) ? null : Double.valueOf(decisions.get(i).toDouble()),
                    alone,
                    alone.equals(to) && !alone.equals(from)));
        }
        double market = sum(groups, ChangeType.MARKET);
        double rules = sum(groups, ChangeType.RULES);
        return new Attribution(
                from,
                to,
                strategy,
                over,
                lead(first, strategy, over),
                lead(last, strategy, over),
                !last.standing(over).viable(),
                groups,
                sum(groups, ChangeType.ANSWER) + sum(groups, ChangeType.SECTION),
                market,
                rules);
    }

    private static double sum(List<Attribution.Group> groups, ChangeType kind) {
        return groups.stream()
                .filter(group -> group.kind() == kind)
                .mapToDouble(Attribution.Group::value)
                .sum();
    }

    private static double lead(Verdict verdict, Strategy strategy, Strategy over) {
        return verdict.standing(strategy).score() - verdict.standing(over).score();
    }
}
