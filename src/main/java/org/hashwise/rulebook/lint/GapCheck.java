package org.hashwise.rulebook.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.language.Interval;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/**
 * Linter check for gaps between bands: rules that differ in one number only and leave values between them that none covers.
 * Between rules with unlike consequences only a gap of a single value counts, since a neutral zone may be meant.
 */
final class GapCheck {

    private final BoxInterpreter boxes;
    private final Problems problems;

    GapCheck(BoxInterpreter boxes, Problems problems) {
        this.boxes = boxes;
        this.problems = problems;
    }

    private record Band(Rule rule, Interval interval) {}

    /** @param consequence what the rules of a series do; empty when rules with any consequence are compared */
    private record Series(String field, Map<String, FieldDomain> others, String consequence) {}

    void check(List<Rule> rules) {
        Map<Series, List<Band>> series = new LinkedHashMap<>();
        for (Rule rule : rules) {
            List<Box> fires = boxes.of(rule);
            if (fires.size() == 1) {
                fires.get(0).domains().forEach((field, domain) -> {
                    if (domain instanceof FieldDomain.Numbers numbers) {
                        add(rule, field, numbers.interval(), fires.get(0), series);
                    }
                });
            }
        }
        series.forEach(this::check);
    }

    private static void add(Rule rule, String field, Interval interval, Box region, Map<Series, List<Band>> series) {
        Map<String, FieldDomain> others = new TreeMap<>(region.domains());
        others.remove(field);
        boolean row = !rule.position().file().endsWith(".drl");
        Set<String> kinds = row ? new TreeSet<>(Set.of(rule.position().file())) : evidence(rule);
        kinds.add("");
        for (String kind : kinds) {
            series.computeIfAbsent(new Series(field, others, kind), missing -> new ArrayList<>())
                    .add(new Band(rule, interval));
        }
    }

    /** The evidence that the rule gives, whatever the strength. */
    private static Set<String> evidence(Rule rule) {
        Set<String> evidence = new TreeSet<>();
        rule.consequences()
                .forEach(it ->
                        evidence.add(it.name() + " " + it.arguments().get(0).text()));
        return evidence;
    }

    private void check(Series series, List<Band> bands) {
        bands.sort(Comparator.comparingDouble((Band band) -> band.interval().low())
                .thenComparing(band -> band.interval().lowOpen()));
        Band furthest = bands.get(0);
        for (Band band : bands) {
            Interval before = furthest.interval();
            boolean point = before.high() == band.interval().low();
            if (before.leavesGapBefore(band.interval())
                    && (point || !series.consequence().isEmpty())) {
                Object[] arguments = {
                    series.field(),
                    before.high(),
                    band.interval().low(),
                    furthest.rule().id()
                };
                problems.warning(
                        Code.BAND_GAP, band.rule().position(), band.rule().id(), "", arguments);
            }
            if (band.interval().high() >= before.high()) {
                furthest = band;
            }
        }
    }
}
