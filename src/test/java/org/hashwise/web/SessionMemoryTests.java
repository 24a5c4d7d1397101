package org.hashwise.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Section;
import org.hashwise.questionnaire.Text;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

/** Visitors who type more than there is memory for. */
class SessionMemoryTests {

    private static final long MOST = 1 << 20;
    private static final int CHARACTERS = 900_000;

    private final SessionMemory memory = new SessionMemory(MOST);

    @Test
    void aFieldKeepsSoMuchAsCouldBeUnderstood() {
        RawField field = new RawField(List.of("x".repeat(CHARACTERS)), Language.EN);
        RawField rows = new RawField(
                IntStream.range(0, 5000).mapToObj(row -> "x".repeat(500)).toList(), Language.EN);

        assertThat(field.length()).isLessThan(1000);
        assertThat(rows.length()).isLessThan(50_000);
        assertThat(new RawField(List.of(" 245 MW "), Language.EN).text()).isEqualTo(" 245 MW ");
    }

    @Test
    void whatWasUnusedLongestGivesWayAndLoginsLast() {
        MockHttpSession loggedIn = visitor();
        loggedIn.setAttribute("SPRING_SECURITY_CONTEXT", "somebody");
        List<MockHttpSession> sessions = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            sessions.add(visitor());
        }

        assertThat(memory.count()).isBetween(20, 200);
        assertThat(sessions.get(0).isInvalid()).isTrue();
        assertThat(sessions.get(999).isInvalid()).isFalse();
        assertThat(loggedIn.isInvalid()).isFalse();
    }

    @Test
    void sessionsThatEndTakeNothing() {
        for (int i = 0; i < 1000; i++) {
            visitor().invalidate();
        }
        assertThat(memory.count()).isZero();
        assertThat(visitor().isInvalid()).isFalse();
    }

    private MockHttpSession visitor() {
        MockHttpSession session = new MockHttpSession() {
            @Override
            public void invalidate() {
                super.invalidate();
                memory.sessionDestroyed(new HttpSessionEvent(this));
            }
        };
        memory.sessionCreated(new HttpSessionEvent(session));
        Map<String, RawField> typed = Map.of(
                "power.priceUsdPerKwh",
                new RawField(
                        IntStream.range(0, 50).mapToObj(row -> "x".repeat(100)).toList(), Language.EN));
        QuestionnaireSession start = QuestionnaireSession.start("company1");
        QuestionnaireSession visit =
                start.with(new Section("power", new Text("", ""), new Text("", ""), List.of()), typed, start.answers());
        Workspace open = new Workspace("", List.of(visit));
        session.setAttribute(Workspace.ATTRIBUTE, open);
        memory.attributeAdded(new HttpSessionBindingEvent(session, Workspace.ATTRIBUTE, open));
        return session;
    }
}
