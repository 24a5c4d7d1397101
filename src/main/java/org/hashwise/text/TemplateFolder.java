package org.hashwise.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.env.Environment;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.ResourceLoader;

/**
 * The location of the templates.
 *
 * @param location address with a slash at the end
 * @param editable whether files may change while we run, so that nothing of them may be cached
 */
public record TemplateFolder(String location, boolean editable) {

    private static final String PROPERTY = "hashwise.templates";

    /** The folder that the property names, else {@code ./templates}, else the copy on the class path. */
    public static TemplateFolder of(Environment environment) {
        String given = environment.getProperty(PROPERTY);
        Path folder = Path.of(given == null ? "templates" : given);
        // Another program's templates may be in the working directory; ours always have pages.
        if (Files.isDirectory(folder.resolve("pages"))) {
            return new TemplateFolder(
                    folder.toAbsolutePath().normalize().toUri().toString(), true);
        }
        if (given != null) {
            throw new IllegalStateException(PROPERTY + ": `" + given + "` is not a folder with `pages` in it");
        }
        return new TemplateFolder("classpath:/templates/", false);
    }

    /** A file of the folder, by its path within it. */
    public InputStream open(String name) throws IOException {
        return resources().getResource(location + name).getInputStream();
    }

    static ResourceLoader resources() {
        return new DefaultResourceLoader(TemplateFolder.class.getClassLoader());
    }
}
