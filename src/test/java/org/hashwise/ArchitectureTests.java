package org.hashwise;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.haveNameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.rng.simple.RandomSource;
import org.hashwise.rulebook.RulebookReader;
import org.hashwise.rulebook.model.RulebookFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.modulith.core.ApplicationModules;

// One instance, that goes with the classes once they are checked: they take a hundred megabytes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTests {

    private static final String[] PLAIN_JAVA = {
        "org.hashwise.projection..",
        "org.hashwise.analysis..",
        "org.hashwise.advice..",
        "org.hashwise.economics..",
        "org.hashwise.questionnaire..",
        "org.hashwise.market..",
        "org.hashwise.spreadsheet.."
    };
    private static final String[] SURFACES = {
        "org.hashwise.web..", "org.hashwise.api..", "org.hashwise.command..", "org.hashwise.security.."
    };

    private static final Pattern MODULE = Pattern.compile("^org\\.hashwise\\.(\\w+)");

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.hashwise");

    @Test
    void packagesUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(Hashwise.class).verify();
    }

    /** A context takes longer than all that most commands do. */
    @Test
    void onlyTheServerStartsASpringContext() {
        noClasses()
                .that()
                .areNotAssignableTo(Hashwise.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.boot.builder..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(SpringApplication.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(AbstractApplicationContext.class)
                .check(classes);
    }

    /** The build decides conditions, so that a setting of the start could not change them. */
    @Test
    void beansReadTheirSettingsInsteadOfBeingConditional() {
        noClasses().should().beMetaAnnotatedWith(Conditional.class).check(classes);
        noMethods().should().beMetaAnnotatedWith(Conditional.class).check(classes);
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
                .check(classes);
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
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callConstructor(Random.class)
                .orShould()
                .callMethod(RandomSource.class, "create")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocalRandom.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(SecureRandom.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(classes);
    }

    @Test
    void testsPassOnAnyDay() {
        noClasses()
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now", ZoneId.class)
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(tests());
    }

    /** The tests alone: which methods they call says their own bytecode, whatever the libraries are like. */
    private static JavaClasses tests() {
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                    .importPackages("org.hashwise");
        });
    }

    @Test
    void onlyTheRulebookKnowsDrools() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.hashwise.rulebook..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.drools..", "org.kie..")
                .check(classes);
    }

    /** Interpreted rules are for trying rules out; advice and verdicts come from the engine. */
    @Test
    void onlyTheCommandLineAndTrialsReadInterpretedRulebooks() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.hashwise.command..")
                .and()
                .doNotHaveSimpleName("RuleTrials")
                .should()
                .callMethod(RulebookReader.class, "interpret", RulebookFiles.class)
                .check(classes);
    }

    @Test
    void onlySecurityUsesSpringSecurity() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.hashwise.security..", "org.hashwise.account..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.security..")
                .check(classes);
    }

    @Test
    void onlyTheAdapterKnowsTheSdkOfTheProtocol() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.hashwise.mcp.sdk..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.modelcontextprotocol..", "reactor..", "org.reactivestreams..")
                .check(classes);
    }

    @Test
    void onlyTheCommandLineStartsTheToolsForAssistants() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.hashwise.mcp..", "org.hashwise.command..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.hashwise.mcp..")
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage("org.hashwise.mcp..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SURFACES)
                .check(classes);
    }

    /** An arrow that follows from others is not drawn. */
    @ParameterizedTest
    @ValueSource(strings = {"README.md", "src/docs/architecture.md"})
    void thePictureOfTheModulesShowsWhichUseWhich(String page) {
        Map<String, Set<String>> direct = dependencies();
        Map<String, Set<String>> needed = new TreeMap<>();
        direct.forEach((module, used) -> needed.put(
                module,
                used.stream()
                        .filter(other -> used.stream()
                                .noneMatch(way -> reachable(way, direct).contains(other)))
                        .collect(Collectors.toCollection(TreeSet::new))));

        assertThat(drawn(Document.of(Path.of(page))))
                .as("the picture in " + page + " against the compiled classes")
                .isEqualTo(needed);
    }

    private Map<String, Set<String>> dependencies() {
        Map<String, Set<String>> dependencies = new TreeMap<>();
        for (JavaClass type : classes) {
            module(type).ifPresent(module -> {
                Set<String> used = dependencies.computeIfAbsent(module, first -> new TreeSet<>());
                type.getDirectDependenciesFromSelf().stream()
                        .flatMap(dependency -> module(dependency.getTargetClass()).stream())
                        .filter(other -> !other.equals(module))
                        .forEach(used::add);
            });
        }
        return dependencies;
    }

    private static Optional<String> module(JavaClass type) {
        Matcher name = MODULE.matcher(type.getPackageName());
        return name.find() ? Optional.of(name.group(1)) : Optional.empty();
    }

    /** The modules that a module uses by way of others or itself. */
    private static Set<String> reachable(String module, Map<String, Set<String>> direct) {
        Set<String> reached = new TreeSet<>();
        Deque<String> left = new ArrayDeque<>(direct.getOrDefault(module, Set.of()));
        while (!left.isEmpty()) {
            String next = left.pop();
            if (reached.add(next)) {
                left.addAll(direct.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }

    /** {@code a & b --> c & d} in the flowchart of a page; a module without arrows of its own has an empty set. */
    private static Map<String, Set<String>> drawn(Document page) {
        Map<String, Set<String>> drawn = new TreeMap<>();
        page.blocks().stream()
                .filter(block -> block.language().equals("mermaid"))
                .flatMap(block -> block.text().lines())
                .filter(line -> line.contains("-->"))
                .map(line -> line.strip().split(" --> ", -1))
                .forEach(ends -> {
                    for (String from : ends[0].split(" & ", -1)) {
                        for (String to : ends[1].split(" & ", -1)) {
                            drawn.computeIfAbsent(from, first -> new TreeSet<>())
                                    .add(to);
                            drawn.computeIfAbsent(to, first -> new TreeSet<>());
                        }
                    }
                });
        return drawn;
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
                        .check(classes);
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
                .check(classes);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.hashwise.(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void packagesOfTheRulebookDoNotUseItsFacade() {
        noClasses()
                .that()
                .resideInAPackage("org.hashwise.rulebook.(**)..")
                .and()
                .resideOutsideOfPackage("org.hashwise.rulebook")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.hashwise.rulebook")
                .check(classes);
    }

    @Test
    void classNamesAreShortAndConcrete() {
        classes()
                .that()
                .areTopLevelClasses()
                .should(haveNameMatching(".*\\.[\\w-]{1,32}"))
                .andShould(com.tngtech.archunit.lang.conditions.ArchConditions.not(
                        haveNameMatching(".*(Impl|Manager|Helper|Utils?|Data|Info)")))
                .check(classes);
    }
}
