package org.hashwise.memo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class PdfBoundsTests {

    private static final int MEGABYTE = 1 << 20;

    @Test
    void streamsOfTheSizeOfAMemoAreAccepted() {
        byte[] pdf = pdf(deflated(MEGABYTE, true), 10);

        assertThatCode(() -> PdfBounds.check(pdf)).doesNotThrowAnyException();
    }

    @Test
    void streamsThatInflateToTooMuchTogetherAreRefused() {
        byte[] pdf = pdf(deflated(20 * MEGABYTE, true), 3);

        assertThatThrownBy(() -> PdfBounds.check(pdf)).isInstanceOf(IOException.class);
    }

    @Test
    void dataBeforeAnInvalidBlockCount() {
        byte[] flushed = deflated(20 * MEGABYTE, false);
        byte[] broken = Arrays.copyOf(flushed, flushed.length + 1);
        broken[flushed.length] = 7; // a last block of a type that does not exist
        byte[] pdf = pdf(broken, 3);

        assertThatThrownBy(() -> PdfBounds.check(pdf)).isInstanceOf(IOException.class);
    }

    @Test
    void dataThatInflateToNothingCount() {
        byte[] blocks = new byte[5 * MEGABYTE];
        for (int at = 0; at < blocks.length; at += 5) {
            blocks[at + 3] = (byte) 0xFF; // an empty stored block: no length, and its complement
            blocks[at + 4] = (byte) 0xFF;
        }
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(new byte[] {0x78, (byte) 0x9C});
        stream.writeBytes(blocks);
        // Each of the 20 streams begins within a stored block of the one before it, and so reads all that follows.
        ByteArrayOutputStream nested = new ByteArrayOutputStream();
        for (int count = 0; count < 20; count++) {
            nested.writeBytes("stream\n".getBytes(StandardCharsets.ISO_8859_1));
            nested.writeBytes(new byte[] {0x78, (byte) 0x9C, 0, 9, 0, (byte) 0xF6, (byte) 0xFF});
        }
        nested.writeBytes("stream\n".getBytes(StandardCharsets.ISO_8859_1));
        nested.writeBytes(stream.toByteArray());

        assertThatThrownBy(() -> PdfBounds.check(nested.toByteArray())).isInstanceOf(IOException.class);
    }

    private static byte[] pdf(byte[] stream, int count) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        for (int number = 0; number < count; number++) {
            pdf.writeBytes("<< /Filter /FlateDecode >>\nstream\n".getBytes(StandardCharsets.ISO_8859_1));
            pdf.writeBytes(stream);
            pdf.writeBytes("\nendstream\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        return pdf.toByteArray();
    }

    private static byte[] deflated(int size, boolean complete) {
        Deflater deflater = new Deflater();
        deflater.setInput(new byte[size]);
        if (complete) {
            deflater.finish();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] chunk = new byte[1 << 16];
        for (int length = chunk.length; length == chunk.length; ) {
            length = deflater.deflate(chunk, 0, chunk.length, Deflater.SYNC_FLUSH);
            bytes.write(chunk, 0, length);
        }
        deflater.end();
        return bytes.toByteArray();
    }
}
