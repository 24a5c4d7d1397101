package org.hashwise.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.io.input.ProxyInputStream;
import org.hashwise.analysis.Cancellation;
import org.hashwise.screening.BrokenFile;

/** The bytes of a file that is being sent; one that breaks off is told by {@link BrokenFile}. */
final class UploadedFile extends ProxyInputStream {

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
    protected void beforeRead(int length) {
        Cancellation.check();
    }

    @Override
    protected void handleIOException(IOException broken) throws IOException {
        throw BrokenFile.of(broken);
    }
}
