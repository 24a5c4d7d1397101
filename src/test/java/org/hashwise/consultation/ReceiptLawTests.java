package org.hashwise.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.hashwise.advice.Situation;
import org.hashwise.assessment.Receipt;
import org.hashwise.laws.RandomMiners;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.ShippedRules;

/** The receipt of every advice can be read and is reproduced. */
@Domain(RandomMiners.class)
@Domain(DomainContext.Global.class)
class ReceiptLawTests {

    private static final SmallReceipts RECEIPTS = new SmallReceipts();

    /** The name of a company may hold any character, those that JSON writes in two ways too. */
    @Property(tries = 25, seed = "20260630")
    void whatWasIssuedIsReproduced(
            @ForAll Situation company,
            @ForAll Language language,
            @ForAll @NotEmpty @StringLength(max = 40) String name) {
        Receipt issued = RECEIPTS.issue(
                ShippedRules.files(),
                new Consultation.Request(name, company.asOf(), language, company.answers()),
                "0123456789abcdef",
                1);
        Receipt read = Receipt.parse(issued.body());
        assertThat(read).isEqualTo(issued);
        assertThat(read.isIntact()).isTrue();
        Verification verification = RECEIPTS.verify(read);
        assertThat(verification.difference()).isNull();
        assertThat(verification.reproduced()).isTrue();
    }
}
