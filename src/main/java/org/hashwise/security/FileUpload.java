package org.hashwise.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/**
 * The form that sends a file (multipart/form-data): its fields, and the file. Few pages take files; for all others such a
 * body is of the wrong type.
 *
 * @param fields text by name, the first of each
 * @param file its bytes; empty when none was chosen
 * @param name of the file as the browser gives it; empty when none was chosen
 */
record FileUpload(Map<String, String> fields, byte[] file, String name) {

    /** The pages that take files. */
    private static final Set<String> PATHS = Set.of("/screening", "/verify");

    /** The attribute with the file and its name. */
    private static final String FILE = "uploadedFile";

    private static final String NAME = "uploadedFileName";
    private static final int MOST_PARTS = 20;
    private static final int LONGEST_FIELD = 10_000;

    static boolean isOne(HttpServletRequest request) {
        String type = request.getContentType();
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return type != null
                && PATHS.contains(path)
                && HttpMethod.POST.matches(request.getMethod())
                && type.strip().toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    /** The upload in a body, as far as it can be read; a broken one has no file, as if none was chosen. */
    static FileUpload read(HttpServletRequest request, InputStream body) {
        Map<String, String> fields = new LinkedHashMap<>();
        byte[] file = {};
        String name = "";
        try {
            FileItemIterator parts =
                    new org.apache.tomcat.util.http.fileupload.FileUpload().getItemIterator(context(request, body));
            for (int number = 0; number < MOST_PARTS && parts.hasNext(); number++) {
                FileItemStream part = parts.next();
                try (InputStream content = part.openStream()) {
                    if (part.isFormField()) {
                        fields.putIfAbsent(
                                part.getFieldName(),
                                new String(content.readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8));
                    } else if (part.getName() != null && !part.getName().isEmpty()) {
                        file = content.readAllBytes();
                        name = part.getName();
                    }
                }
            }
        } catch (IOException | InvalidFileNameException broken) {
            return new FileUpload(fields, new byte[0], "");
        }
        return new FileUpload(fields, file, name);
    }

    private static UploadContext context(HttpServletRequest request, InputStream body) {
        return new UploadContext() {
            @Override
            public long contentLength() {
                return request.getContentLengthLong();
            }

            @Override
            public String getCharacterEncoding() {
                return StandardCharsets.UTF_8.name();
            }

            @Override
            public String getContentType() {
                return String.valueOf(request.getContentType());
            }

            @Override
            public InputStream getInputStream() {
                return body;
            }
        };
    }

    void attachTo(HttpServletRequest request) {
        request.setAttribute(FILE, file);
        request.setAttribute(NAME, name);
    }
}
