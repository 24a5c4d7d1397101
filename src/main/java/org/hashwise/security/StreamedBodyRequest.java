package org.hashwise.security;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/**
 * A request whose body is read while it is being sent. Its stream says by {@code available} whether a read would not wait; that of
 * the container knows only what it has read from the connection already.
 */
final class StreamedBodyRequest extends HttpServletRequestWrapper {

    private final ClientConnection connection;

    StreamedBodyRequest(HttpServletRequest request, ClientConnection connection) {
        super(request);
        this.connection = connection;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Body(super.getInputStream(), connection);
    }

    private static final class Body extends ServletInputStream {

        private final ServletInputStream stream;
        private final ClientConnection connection;

        Body(ServletInputStream stream, ClientConnection connection) {
            this.stream = stream;
            this.connection = connection;
        }

        @Override
        public int available() throws IOException {
            int known = stream.available();
            return known > 0 ? known : stream.isFinished() || connection.hasArrived() ? 1 : 0;
        }

        @Override
        public int read() throws IOException {
            return stream.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return stream.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return stream.isFinished();
        }

        @Override
        public boolean isReady() {
            return stream.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            stream.setReadListener(listener);
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }
}
