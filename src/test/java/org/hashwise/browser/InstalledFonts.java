package org.hashwise.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The fonts that the browser of the tests finds installed: DejaVu Sans alone, whatever the machine has. They come from the
 * class path, as does the fontconfig file that names no other folder.
 */
final class InstalledFonts {

    private static final Path HOME = Path.of("target", "browser").toAbsolutePath();
    private static final String SOURCE = "/net/sf/jasperreports/fonts/dejavu/";
    private static final List<String> FILES = List.of("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSansMono.ttf");

    private static final String CONFIGURATION = """
            <?xml version="1.0"?>
            <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
            <fontconfig>
              <dir>%1$s/fonts</dir>
              <cachedir>%1$s/cache</cachedir>
              <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
              <alias><family>sans-serif</family><prefer><family>DejaVu Sans</family></prefer></alias>
            </fontconfig>
            """;

    private InstalledFonts() {}

    /** The environment for a browser: its own fontconfig file, and a home without settings of the machine's user. */
    static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("FONTCONFIG_FILE", write().toString());
        environment.put("HOME", HOME.toString());
        environment.put("XDG_CONFIG_HOME", HOME.resolve("config").toString());
        environment.put("XDG_CACHE_HOME", HOME.resolve("cache").toString());
        environment.put("XDG_DATA_HOME", HOME.resolve("data").toString());
        environment.put("LC_ALL", "C.UTF-8");
        return environment;
    }

    private static Path write() {
        try {
            Path fonts = Files.createDirectories(HOME.resolve("fonts"));
            for (String file : FILES) {
                try (InputStream font = InstalledFonts.class.getResourceAsStream(SOURCE + file)) {
                    Files.copy(
                            Objects.requireNonNull(font, file),
                            fonts.resolve(file),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
            return Files.writeString(HOME.resolve("fonts.conf"), CONFIGURATION.formatted(HOME));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
