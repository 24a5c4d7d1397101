package org.hashwise.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.hashwise.analysis.Cancellation;
import org.hashwise.screening.BrokenFile;

/** The bytes of a file that is being sent; one that breaks off is told by {@link BrokenFile}. */
final class UploadedFile extends FilterInputStream {

    private UploadedFile(InputStream bytes) {
        super(bytes);
    }

    static UploadedFile of(HttpServletRequest http) throws IOException {
        try {
            return new UploadedFile(RequestStream.ofAnyText(http));
        } catch (IOException broken) {
            throw BrokenFile.of(broken);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Cancellation.current().check();
        try {
            return super.read(target, offset, length);
        } catch (IOException broken) {
            throw BrokenFile.of(broken);
        }
    }
}
