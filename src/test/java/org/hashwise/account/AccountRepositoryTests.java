package org.hashwise.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import org.hashwise.account.AccountsUnusable.AccountsFault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountRepositoryTests {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("data").resolve("accounts.yaml");
    }

    private AccountRepository book() {
        return new AccountRepository(folder.resolve("data"));
    }

    @Test
    void aPasswordIsToldOnceAndKeptAsASlowHash() throws IOException {
        AccountRepository.Issued issued = book().add("anna", Role.READER).orElseThrow();

        assertThat(issued.secret()).matches("([a-z2-9]{5}-){4}[a-z2-9]{5}");
        assertThat(Files.readString(file)).contains("{bcrypt}$2").doesNotContain(issued.secret());
        Account kept = book().current().named("anna").orElseThrow();
        assertThat(kept).isEqualTo(issued.account());
        assertThat(Secrets.encoder().matches(issued.secret(), kept.secret())).isTrue();
        assertThat(Secrets.encoder().matches(issued.secret() + "x", kept.secret()))
                .isFalse();
        assertThat(kept.toString()).doesNotContain(kept.secret());
    }

    @Test
    void aFileThatOthersMayReadIsClosedToThem() throws IOException {
        assertThat(book().add("anna", Role.READER)).isPresent();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(book().current().named("anna")).isPresent();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aClientIsFoundByItsKeyOfWhichOnlyTheHashIsKept() throws IOException {
        AccountRepository.Issued issued = book().add("erp", Role.CLIENT).orElseThrow();

        assertThat(issued.secret()).startsWith("hw_").hasSize(46);
        assertThat(Files.readString(file))
                .contains("{sha256}")
                .doesNotContain(issued.secret().substring(3));
        assertThat(book().current().holding(issued.secret())).hasValue(issued.account());
        assertThat(book().current().holding(issued.secret() + "x")).isEmpty();
        assertThat(book().current().holding(issued.account().secret())).isEmpty();
    }

    @Test
    void nobodyElseMayReadTheFile() throws IOException {
        book().add("anna", Role.READER);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder("accounts.yaml", "accounts.lock");
        }
    }

    @Test
    void anAccountThatAnotherProgramAddsOrRemovesCountsAtOnce() {
        AccountRepository running = book();
        assertThat(running.current().isEmpty()).isTrue();
        assertThat(running.isOpened()).isFalse();

        book().add("anna", Role.READER);
        assertThat(running.current().named("anna")).isPresent();

        assertThat(book().remove("anna")).isTrue();
        assertThat(running.current().isEmpty()).isTrue();
        assertThat(running.isOpened()).isTrue();
        assertThat(running.remove("anna")).isFalse();
    }

    @Test
    void aNameIsTakenOnce() {
        AccountRepository book = book();
        Account first = book.add("anna", Role.READER).orElseThrow().account();

        assertThat(book.add("anna", Role.ANALYST)).isEmpty();
        assertThat(book.current().all()).containsExactly(first);
    }

    @Test
    void nothingIsLostWhenSeveralAreAddedAtOnce() {
        AccountRepository book = book();
        List<String> names = IntStream.range(0, 8).mapToObj(i -> "client-" + i).toList();

        names.parallelStream().forEach(name -> book.add(name, Role.CLIENT));

        assertThat(book.current().all()).extracting(Account::name).containsExactlyElementsOf(names);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    MALFORMED  | nobody
                    MALFORMED  | 'accounts: ['
                    MALFORMED  | 'accounts: [anna]'
                    BAD_NAME   | 'accounts: [{name: "An:na", role: reader, password: "{bcrypt}x"}]'
                    BAD_ROLE   | 'accounts: [{name: anna, role: boss, password: "{bcrypt}x"}]'
                    BAD_SECRET | 'accounts: [{name: anna, role: reader}]'
                    BAD_SECRET | 'accounts: [{name: anna, role: reader, password: secret}]'
                    BAD_SECRET | 'accounts: [{name: anna, role: reader, password: "{noop}secret"}]'
                    BAD_SECRET | 'accounts: [{name: anna, role: reader, password: "{MD5}5ebe2294ecd0e0f08eab7690d2a6ee69"}]'
                    BAD_SECRET | 'accounts: [{name: anna, role: reader, password: "{SHA-256}x"}]'
                    BAD_SECRET | 'accounts: [{name: anna, role: reader, password: "{ldap}x"}]'
                    BAD_SECRET | 'accounts: [{name: anna, role: reader, password: "{bcrypt}$2a$04$abcdefghijklmnopqrstuv"}]'
                    BAD_SECRET | 'accounts: [{name: erp, role: client, key: "{bcrypt}x"}]'
                    TWICE      | 'accounts: [{name: a, role: reader, password: "{bcrypt}x"}, {name: a, role: analyst, password: "{bcrypt}y"}]'
                    """)
    void aMistakeInTheFileIsToldInWords(AccountsFault code, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);

        assertThatThrownBy(this::book).isInstanceOfSatisfying(AccountsUnusable.class, mistake -> {
            assertThat(mistake.code()).isEqualTo(code);
            assertThat(mistake.sentence()).startsWith(file.toString()).doesNotContain("Exception", "{0}", "secret}");
        });
    }

    @Test
    void aMistakeMadeWhileRunningLocksNobodyOut() throws IOException {
        AccountRepository running = book();
        running.add("anna", Role.READER);
        assertThat(running.current().named("anna")).isPresent();

        Files.writeString(file, "accounts: [");

        assertThat(running.current().named("anna")).isPresent();
        assertThatThrownBy(() -> running.add("bert", Role.READER)).isInstanceOf(AccountsUnusable.class);
    }

    @Test
    void whatCannotBeWrittenIsSaid() throws IOException {
        Path noFolder = folder.resolve("file");
        Files.writeString(noFolder, "");

        assertThatThrownBy(() -> new AccountRepository(noFolder).add("anna", Role.READER))
                .isInstanceOfSatisfying(
                        AccountsUnusable.class,
                        mistake -> assertThat(mistake.code()).isEqualTo(AccountsFault.NOT_WRITABLE));
    }
}
