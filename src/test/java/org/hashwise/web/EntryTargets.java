package org.hashwise.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.hashwise.fuzz.FuzzTarget;
import org.hashwise.fuzz.ReaderContract;
import org.hashwise.questionnaire.CompanyName;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.PlaceReader;
import org.hashwise.questionnaire.Quantity;
import org.hashwise.questionnaire.QuantityReader;
import org.hashwise.questionnaire.Question;
import org.hashwise.rulebook.ShippedRules;

/** Fuzz targets of what is typed into the fields of forms: numbers, places and names. Nothing of it may be thrown upon. */
public final class EntryTargets {

    private static final int MUTANTS = 3_000;
    private static final List<Question> NUMERIC = ShippedRules.rulebook().questionnaire().questions().stream()
            .filter(question -> question.kind().isNumeric())
            .toList();

    private EntryTargets() {}

    /** The readers of single fields. */
    public static List<FuzzTarget> all() {
        return List.of(new FuzzTarget("field", fields(), MUTANTS, EntryTargets::field));
    }

    private static void field(byte[] input) throws Exception {
        String text = new String(input, StandardCharsets.UTF_8);
        for (Language language : Language.values()) {
            for (Question question : NUMERIC) {
                ReaderContract.holds(Nothing.class, () -> accepted(question, text, language));
            }
            ReaderContract.holds(Nothing.class, () -> QuantityReader.percent().read(text, language));
        }
        ReaderContract.holds(Nothing.class, () -> PlaceReader.ofWorld().read(text));
        ReaderContract.holds(Nothing.class, () -> named(text));
    }

    private static void named(String text) {
        String name = CompanyName.of(text);
        if (!CompanyName.of(name).equals(name)) {
            throw new IllegalStateException("another name the second time: " + name);
        }
    }

    private static void accepted(Question question, String text, Language language) {
        if (QuantityReader.of(question).read(text, language) instanceof Quantity.Value value
                && !(value.value() >= question.min() && value.value() <= question.max())) {
            throw new IllegalStateException(value + " for " + question.id());
        }
    }

    private static List<byte[]> fields() {
        return Stream.of(
                        "1 234,56",
                        "$(1.2)m",
                        "5-6 c/kWh",
                        "~ 2.5×10⁷ USD",
                        "between 0.05 and 0.06 $/kWh",
                        "１，２５０ MW\u200b",
                        "0.05 ± 10%",
                        "5 millions de dollars par an",
                        "Texas, USA",
                        "n/a")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** There is no refusal: every text is told apart by what it is read as. */
    private static final class Nothing extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
