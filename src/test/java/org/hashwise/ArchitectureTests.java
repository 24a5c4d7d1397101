package org.hashwise;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.haveNameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTests {

    private static final String[] PLAIN_JAVA = {
        "org.hashwise.analysis..",
        "org.hashwise.advice..",
        "org.hashwise.economics..",
        "org.hashwise.questionnaire..",
        "org.hashwise.market.."
    };
    private static final String[] SURFACES = {
        "org.hashwise.web..", "org.hashwise.api..", "org.hashwise.command..", "org.hashwise.security.."
    };

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.hashwise");

    @Test
    void packagesUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(Hashwise.class).verify();
    }

    @Test
    void theDomainIsPlainJava() {
        // package-info carries the declaration of the module itself
        noClasses()
                .that()
                .resideInAnyPackage(PLAIN_JAVA)
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "org.drools..",
                        "org.kie..",
                        "tools.jackson..",
                        "com.fasterxml..",
                        "jakarta..",
                        "org.slf4j..")
                .check(HOUSE);
    }

    @Test
    void theDomainReadsNoClockAndNoRandomNumbers() {
        noClasses()
                .that()
                .resideInAnyPackage(PLAIN_JAVA)
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(HOUSE);
    }

    @Test
    void onlyTheRulebookKnowsDrools() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.hashwise.rulebook..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.drools..", "org.kie..")
                .check(HOUSE);
    }

    @Test
    void onlySecurityUsesSpringSecurity() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.hashwise.security..", "org.hashwise.account..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.security..")
                .check(HOUSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "api", "command", "security"})
    void pagesApiCommandLineAndSecurityAreIndependent(String surface) {
        String itself = "org.hashwise." + surface + "..";
        for (String other : SURFACES) {
            if (!other.equals(itself)) {
                noClasses()
                        .that(resideInAPackage(itself))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(other)
                        .check(HOUSE);
            }
        }
    }

    /** A receipt that one JDK issued has to verify under another, and locale data differ between them. */
    @Test
    void numbersAndDatesAreNotWrittenByTheLocaleDataOfTheJdk() {
        noClasses()
                .should()
                .callMethodWhere(new DescribedPredicate<>("a format of a locale of the JDK is asked for") {
                    @Override
                    public boolean test(JavaMethodCall call) {
                        String method = call.getName();
                        return switch (call.getTargetOwner().getSimpleName()) {
                            case "NumberFormat", "DecimalFormat", "DecimalFormatSymbols", "DateFormat" ->
                                method.startsWith("get") && method.endsWith("Instance");
                            case "DateTimeFormatter" -> method.startsWith("ofLocalized") || method.equals("ofPattern");
                            case "Month", "DayOfWeek" -> method.equals("getDisplayName");
                            default -> false;
                        };
                    }
                })
                .check(HOUSE);
    }

    @Test
    void packagesOfTheRulebookHaveNoCycles() {
        slices().matching("org.hashwise.rulebook.(**)")
                .should()
                .beFreeOfCycles()
                .check(HOUSE);
    }

    @Test
    void classNamesAreShortAndConcrete() {
        classes()
                .that()
                .areTopLevelClasses()
                .should(haveNameMatching(".*\\.[\\w-]{1,32}"))
                .andShould(com.tngtech.archunit.lang.conditions.ArchConditions.not(
                        haveNameMatching(".*(Impl|Manager|Helper|Utils?|Data|Info)")))
                .check(HOUSE);
    }
}
