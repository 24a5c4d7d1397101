package org.hashwise.rulebook.mutation;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.NumberNotation;

/** Example companies that differ from others in one answer. */
final class ExampleCompanies {

    private ExampleCompanies() {}

    /** The same company with another answer. */
    static Situation with(String id, Answer answer, Situation company) {
        return company.with(company.answers().with(id, answer));
    }

    /** A shrunken example: as few answers and as round numbers as a property allows. */
    static Situation plain(Situation company, Predicate<Situation> shows) {
        Situation plain = company;
        for (String id : company.answers().byId().keySet()) {
            Situation fewer = plain.with(plain.answers().without(id));
            if (shows.test(fewer)) {
                plain = fewer;
            }
        }
        for (String id : plain.answers().byId().keySet()) {
            plain = rounder(id, plain, shows);
        }
        return plain;
    }

    private static Situation rounder(String id, Situation company, Predicate<Situation> shows) {
        Optional<Answer> answer = company.answers().get(id);
        if (answer.isPresent() && answer.get() instanceof Answer.Number number) {
            for (int digits = 1; digits < digits(number.value()); digits++) {
                double round = NumberNotation.rounded(number.value(), digits);
                boolean accepted = company.questionnaire()
                        .question(id)
                        .filter(question -> round >= question.min() && round <= question.max())
                        .isPresent();
                Situation rounder = with(id, new Answer.Number(round), company);
                if (accepted && shows.test(rounder)) {
                    return rounder;
                }
            }
        }
        return company;
    }

    /** The number of significant digits of a number. */
    private static int digits(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().precision();
    }
}
