package org.hashwise.rulebook.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hashwise.rulebook.language.Token.TokenType;
import org.junit.jupiter.api.Test;

class LexerTests {

    @Test
    void textIsCutIntoWords() {
        assertThat(texts("Power( largestSiteMw >= 100.5, contract != \"FIXED\" )"))
                .containsExactly("Power", "(", "largestSiteMw", ">=", "100.5", ",", "contract", "!=", "FIXED", ")", "");
    }

    @Test
    void theLongerSymbolWins() {
        assertThat(texts("a<=b<c&&d")).containsExactly("a", "<=", "b", "<", "c", "&&", "d", "");
    }

    @Test
    void commentsVanish() {
        assertThat(texts("a // b\n/* c\nd */ e")).containsExactly("a", "e", "");
    }

    @Test
    void anOpenCommentIsNone() {
        assertThat(texts("a /* b")).containsExactly("a", "/", "*", "b", "");
    }

    @Test
    void linesAndColumnsCountFromOne() {
        Token token = Lexer.tokens("first\n  second").get(1);

        assertThat(List.of(token.line(), token.column())).containsExactly(2, 3);
    }

    @Test
    void quotesAndBackslashesAreWrittenWithABackslash() {
        Token token = Lexer.tokens("\"say \\\"no\\\" \\\\ \\n\"").get(0);

        assertThat(token.text()).isEqualTo("say \"no\" \\ \\n");
    }

    @Test
    void aTextEndsOnItsLine() {
        assertThat(Lexer.tokens("\"open\nnext").get(0).type()).isEqualTo(TokenType.UNKNOWN);
    }

    @Test
    void lettersOutsideAsciiAreNoNames() {
        assertThat(Lexer.tokens("Pοwer").stream().map(Token::type))
                .containsExactly(TokenType.NAME, TokenType.UNKNOWN, TokenType.NAME, TokenType.END);
    }

    private static List<String> texts(String text) {
        return Lexer.tokens(text).stream().map(Token::text).toList();
    }
}
