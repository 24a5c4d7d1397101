package org.hashwise.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hashwise.questionnaire.PlaceReader.PlaceReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceReaderTests {

    private final PlaceReader reader = PlaceReader.ofWorld();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "US-TX               | US-TX",
                "us tx               | US-TX",
                "US_TX               | US-TX",
                "US-TX\u200b         | US-TX",
                "\u202aUS-TX\u202c   | US-TX",
                "Texas               | US-TX",
                "TEXAS               | US-TX",
                "ＴＥＸＡＳ               | US-TX",
                "TX                  | US-TX",
                "Texas, USA          | US-TX",
                "USA - Texas         | US-TX",
                "US-Texas            | US-TX",
                "New York            | US-NY",
                "État de New York    | US-NY",
                "Québec              | CA-QC",
                "quebec              | CA-QC",
                "Nouvelle-Ecosse     | CA-NS",
                "British Columbia    | CA-BC",
                "Colombie-Britannique | CA-BC",
                "Paraguay            | PY",
                "Norway              | NO",
                "Norvège             | NO",
                "États-Unis          | US",
                "Etats-Unis          | US",
                "United States       | US",
                "the Netherlands     | NL",
                "Pays-Bas            | NL",
                "Les Pays-Bas        | NL",
                "USA                 | US",
                "PRY                 | PY",
                "UK                  | GB",
                "Émirats arabes unis | AE",
                "Puerto Rico         | PR",
                "Georgia, US         | US-GA",
                "Georgia (USA)       | US-GA",
                "N.Y.                | US-NY",
                "N.Y., U.S.A.        | US-NY",
                "U.K.                | GB",
                "D.C.                | US-DC",
                "N. Dakota           | US-ND",
                "W. Virginia         | US-WV",
                "Alta.               | CA-AB",
                "Hong Kong           | HK",
                "the US              | US",
                "US:TX               | US-TX",
                "Québec, Canada      | CA-QC"
            })
    void placesAreReadByCodeAndByName(String typed, String code) {
        assertThat(reader.read(typed)).isEqualTo(new PlaceReading.Known(code, List.of()));
    }

    @Test
    void everyCountryAndEveryStateIsReadByItsNameInBothLanguages() {
        for (Language language : Language.values()) {
            assertThat(PlaceCodes.countries())
                    .allSatisfy(code -> assertThat(codes(
                                    reader.read(new java.util.Locale("", code).getDisplayCountry(language.locale()))))
                            .contains(code));
            assertThat(PlaceCodes.subdivisions())
                    .allSatisfy((code, name) ->
                            assertThat(codes(reader.read(name.in(language)))).containsAnyOf(code, code.substring(3)));
        }
    }

    private static List<String> codes(PlaceReading place) {
        if (place instanceof PlaceReading.Known known) {
            return List.of(known.code());
        }
        return place instanceof PlaceReading.Ambiguous several ? several.codes() : List.of();
    }

    @ParameterizedTest
    @CsvSource({"Georgia, GE, US-GA", "Géorgie, GE, US-GA", "Congo, CD, CG"})
    void aNameOfSeveralPlacesIsNotGuessed(String typed, String one, String other) {
        assertThat(reader.read(typed)).isEqualTo(new PlaceReading.Ambiguous(List.of(one, other)));
    }

    @ParameterizedTest
    @CsvSource({"KY, US-KY", "MT, US-MT", "ca, US-CA"})
    void theCodeOfACountryThatIsAlsoAPostalCodeIsDoubted(String typed, String doubt) {
        assertThat(reader.read(typed))
                .isEqualTo(new PlaceReading.Known(typed.toUpperCase(java.util.Locale.ROOT), List.of(doubt)));
    }

    @ParameterizedTest
    @CsvSource({
        "Texs, US-TX",
        "Paraguy, PY",
        "Kazakstan, KZ",
        "'Austin, Texas', US-TX",
        "Texas 60%, US-TX",
        "Norway: 40, NO"
    })
    void whatIsNearlyAPlaceSuggestsIt(String typed, String code) {
        assertThat(reader.read(typed)).isEqualTo(new PlaceReading.Unknown(List.of(code)));
    }

    @ParameterizedTest
    @CsvSource({"Georga, GE, US-GA", "PuertoRico, PR, US-PR", "Sait-Martin, MF, SX"})
    void severalPlacesOfOneNameComeInTheOrderOfTheirCodes(String typed, String first, String second) {
        assertThat(reader.read(typed)).isEqualTo(new PlaceReading.Unknown(List.of(first, second)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200b", "XX", "US-ZZ", "CA-ZZ", "NY-US", "Atlantis", "5"})
    void anythingElseIsNoPlace(String typed) {
        assertThat(reader.read(typed)).isEqualTo(new PlaceReading.Unknown(List.of()));
    }

    @Test
    void furtherNamesComeFromATable() {
        PlaceReader more = reader.with(Map.of("DE-HE", new Text("Hesse (Frankfurt)", "Hesse (Francfort)")));

        assertThat(more.read("hesse")).isEqualTo(new PlaceReading.Known("DE-HE", List.of()));
        assertThat(more.read("Hesse (Francfort)")).isEqualTo(new PlaceReading.Known("DE-HE", List.of()));
        assertThat(reader.read("Hesse")).isInstanceOf(PlaceReading.Unknown.class);
    }
}
