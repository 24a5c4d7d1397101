package org.hashwise.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** A request whose body is in memory: all that follows reads it without waiting for the client. */
final class BufferedBodyRequest extends HttpServletRequestWrapper {

    private static final int MOST_PARAMETERS = 1000;

    private final InputStream bytes;
    private final Map<String, String[]> parameters;

    /** @param body read from here on, and never again */
    BufferedBodyRequest(HttpServletRequest request, BodyBuffer body) throws IOException {
        super(request);
        if (isForm(request)) {
            byte[] form = body.read().readAllBytes();
            bytes = new ByteArrayInputStream(form);
            parameters = withForm(request.getParameterMap(), form);
        } else if (FileUpload.isOne(request)) {
            FileUpload upload = FileUpload.read(request, body.read());
            upload.attachTo(request);
            bytes = InputStream.nullInputStream();
            parameters = with(request.getParameterMap(), upload.fields());
        } else {
            bytes = body.read();
            parameters = request.getParameterMap();
        }
    }

    static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && type.strip().toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private static Map<String, String[]> withForm(Map<String, String[]> query, byte[] body) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        query.forEach((name, values) ->
                all.computeIfAbsent(name, first -> new ArrayList<>()).addAll(List.of(values)));
        String text = new String(body, StandardCharsets.UTF_8);
        for (String pair : text.split("&", MOST_PARAMETERS)) {
            int sign = pair.indexOf('=');
            try {
                String name = decoded(sign < 0 ? pair : pair.substring(0, sign));
                if (!name.isEmpty()) {
                    all.computeIfAbsent(name, first -> new ArrayList<>())
                            .add(sign < 0 ? "" : decoded(pair.substring(sign + 1)));
                }
            } catch (IllegalArgumentException malformed) {
                // As the container does: what cannot be decoded is no parameter.
            }
        }
        return arrays(all);
    }

    private static Map<String, String[]> with(Map<String, String[]> query, Map<String, String> fields) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        query.forEach((name, values) -> all.put(name, List.of(values)));
        fields.forEach((name, value) -> all.putIfAbsent(name, List.of(value)));
        return arrays(all);
    }

    private static Map<String, String[]> arrays(Map<String, List<String>> all) {
        Map<String, String[]> parameters = new LinkedHashMap<>();
        all.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        return Collections.unmodifiableMap(parameters);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The dispatch as if the body had been there from the start: filters skip what is dispatched again. */
    @Override
    public DispatcherType getDispatcherType() {
        return DispatcherType.REQUEST;
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return parameters;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public ServletInputStream getInputStream() {
        return new ServletInputStream() {
            @Override
            public int read() throws IOException {
                return bytes.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return bytes.read(target, offset, length);
            }

            @Override
            public boolean isFinished() {
                try {
                    return bytes.available() == 0;
                } catch (IOException impossible) {
                    throw new UncheckedIOException(impossible);
                }
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new IllegalStateException("the body is in memory");
            }
        };
    }
}
