package org.hashwise.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.hashwise.Hashwise;
import org.hashwise.account.AccountRepository;
import org.hashwise.account.AccountsUnusable;
import org.hashwise.account.Role;
import org.hashwise.assessment.StoreMisnamed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

/** When the program refuses to start without accounts, and what the first start prints. */
@ExtendWith(OutputCaptureExtension.class)
class StartupTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"--server.address=0.0.0.0", "--hashwise.login=always"})
    void withoutAnAccountNobodyElseIsServedAndItIsSaidWhatToSet(String setting, CapturedOutput output) {
        assertThatThrownBy(() -> start(setting)).isInstanceOf(NoAccountConfigured.class);

        assertThat(output)
                .contains("there is no account in " + folder.resolve("accounts.yaml"))
                .contains("java -jar hashwise.jar account add <name> --role analyst", "--server.address=127.0.0.1")
                .contains("spring.security.oauth2.client.registration.<id>")
                .doesNotContain("\tat ", "password  ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anAddressOfAnotherKindOfDatabaseIsToldInWords(CapturedOutput output) {
        assertThatThrownBy(() -> start("--spring.datasource.url=jdbc:mysql://db.example/hashwise?password=secret"))
                .hasRootCauseInstanceOf(StoreMisnamed.class);

        assertThat(output).contains("is to begin with jdbc:postgresql:").doesNotContain("secret", "\tat ");
    }

    @Test
    void aBrokenFileOfAccountsIsToldInWords(CapturedOutput output) throws IOException {
        Files.writeString(folder.resolve("accounts.yaml"), "accounts: [anna]");

        assertThatThrownBy(this::start).isInstanceOf(AccountsUnusable.class);

        assertThat(output).contains("accounts.yaml is not a list of accounts").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "10.1.2.3", ""})
    void oneAccountIsEnoughToStart(String address) {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("server.address", address)
                .withProperty("hashwise.data", folder.toString());
        assertThatThrownBy(() -> NoAccountConfigured.check(environment)).isInstanceOf(NoAccountConfigured.class);

        new AccountRepository(folder).add("anna", Role.READER);

        NoAccountConfigured.check(environment);
    }

    @Test
    void aProviderHasAccounts() {
        NoAccountConfigured.check(new MockEnvironment()
                .withProperty("server.address", "0.0.0.0")
                .withProperty("hashwise.data", folder.toString())
                .withProperty("spring.security.oauth2.client.registration.company.client-id", "hashwise"));
    }

    @Test
    void theFirstStartTellsAPasswordAndNoOtherDoes(CapturedOutput output) {
        AccountRepository accounts = new AccountRepository(folder);
        FirstAccount first = new FirstAccount(accounts);

        first.run(new DefaultApplicationArguments());
        assertThat(output.getOut()).containsOnlyOnce("password  ").contains("name      analyst");
        assertThat(accounts.current().named("analyst"))
                .hasValueSatisfying(made -> assertThat(made.role()).isEqualTo(Role.ANALYST));

        first.run(new DefaultApplicationArguments());
        accounts.remove("analyst");
        first.run(new DefaultApplicationArguments());
        assertThat(output.getOut()).containsOnlyOnce("password  ");
        assertThat(accounts.current().isEmpty()).isTrue();
    }

    @Test
    void aFolderThatCannotBeWrittenKeepsNobodyOnThisMachineAway(CapturedOutput output) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        new FirstAccount(new AccountRepository(file)).run(new DefaultApplicationArguments());

        assertThat(output)
                .contains("cannot be written, so no account was created")
                .doesNotContain("password  ");
    }

    private void start(String... settings) {
        String[] all = Arrays.copyOf(settings, settings.length + 2);
        all[settings.length] = "--hashwise.data=" + folder;
        all[settings.length + 1] = "--server.port=0";
        SpringApplication.run(Hashwise.class, all);
    }
}
