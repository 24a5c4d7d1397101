package org.hashwise.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.io.input.ProxyInputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.StreamUtils;

/**
 * The body of a request as JSON in UTF-8, unpacked when it is announced as gzip. Limits of size apply to what is read from
 * the stream, the unpacked bytes.
 */
final class RequestStream {

    private RequestStream() {}

    /** @throws ApiException when the body has an encoding or a character set that is not read */
    static InputStream of(HttpServletRequest request) throws IOException {
        // As it was sent: the encoding of the request itself is set by a filter.
        String type = request.getContentType();
        String charset = type == null ? null : MediaType.parseMediaType(type).getParameter("charset");
        if (charset != null && !isReadAsUtf8(charset)) {
            throw ApiException.named(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "charset", charset);
        }
        try {
            return new Json(ofAnyText(request));
        } catch (ZipException | EOFException noGzip) {
            throw ApiException.brokenGzip();
        }
    }

    /** The same for a body that is no JSON, whatever its character set is; one that cannot be unpacked fails as it is read. */
    static InputStream ofAnyText(HttpServletRequest request) throws IOException {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        return switch (encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> leftOpen(request);
            case "gzip", "x-gzip" -> new Unpacked(leftOpen(request));
            default -> throw ApiException.encoded(encoding);
        };
    }

    // What is not read of a body is skipped afterwards, so that the connection can be used again; a closed stream
    // cannot be skipped.
    private static InputStream leftOpen(HttpServletRequest request) throws IOException {
        return StreamUtils.nonClosing(request.getInputStream());
    }

    private static boolean isReadAsUtf8(String quoted) {
        String charset = quoted.replace("\"", "");
        return charset.equalsIgnoreCase(StandardCharsets.UTF_8.name())
                || charset.equalsIgnoreCase(StandardCharsets.US_ASCII.name())
                || charset.equalsIgnoreCase("utf8");
    }

    private static final class Unpacked extends GZIPInputStream {
        Unpacked(InputStream packed) throws IOException {
            super(packed);
        }

        /** Returns whether bytes have arrived; what is inherited knows the end alone. */
        @Override
        public int available() throws IOException {
            return inf.needsInput() ? Math.min(super.available(), in.available()) : super.available();
        }
    }

    private static final class Json extends ProxyInputStream {
        Json(InputStream bytes) {
            super(bytes);
        }

        @Override
        protected void handleIOException(IOException failure) throws IOException {
            if (failure instanceof ZipException || failure instanceof EOFException) {
                throw ApiException.brokenGzip();
            }
            throw failure;
        }
    }
}
