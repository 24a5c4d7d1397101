package org.hashwise.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Text of which the character set is found as it is read: by a byte order mark, else by the first character beyond ASCII, up to
 * which UTF-8 and windows-1252 are the same. If its bytes are UTF-8, so is the text; else it is windows-1252, in which spreadsheet
 * programs save. Further bytes that do not belong to the character set become {@link CsvText#REPLACEMENT}. Not thread-safe.
 */
final class DetectedText extends Reader {

    private static final Charset SPREADSHEET = Charset.forName("windows-1252");
    private static final int LONGEST_CHARACTER = 4;

    private final InputStream stream;
    private final ByteBuffer bytes = ByteBuffer.allocate(8192).flip();
    private final boolean marked;
    private boolean ended;
    private boolean flushed;
    private Charset charset = StandardCharsets.UTF_8;
    private @Nullable CharsetDecoder decoder;

    /** @param stated the character set, if it is known; a byte order mark counts more */
    DetectedText(InputStream stream, @Nullable Charset stated) throws IOException {
        this.stream = stream;
        fill(3);
        if (skip(0xFF, 0xFE)) {
            use(StandardCharsets.UTF_16LE);
        } else if (skip(0xFE, 0xFF)) {
            use(StandardCharsets.UTF_16BE);
        } else if (skip(0xEF, 0xBB, 0xBF)) {
            use(StandardCharsets.UTF_8);
        }
        marked = decoder != null;
        if (!marked && stated != null) {
            use(stated);
        }
    }

    /** As far as it is known by now. */
    Charset charset() {
        return charset;
    }

    /** Returns whether a byte order mark is before the text. */
    boolean isMarked() {
        return marked;
    }

    private CharsetDecoder use(Charset found) {
        charset = found;
        CharsetDecoder used = found.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        decoder = used;
        return used;
    }

    private boolean skip(int... mark) {
        for (int index = 0; index < mark.length; index++) {
            if (bytes.remaining() <= index || (bytes.get(bytes.position() + index) & 0xFF) != mark[index]) {
                return false;
            }
        }
        bytes.position(bytes.position() + mark.length);
        return true;
    }

    /** Reads on until there are so many bytes, or no more. */
    private void fill(int count) throws IOException {
        while (!ended && bytes.remaining() < count) {
            bytes.compact();
            int read = stream.read(bytes.array(), bytes.position(), bytes.remaining());
            ended = read < 0;
            bytes.position(bytes.position() + Math.max(read, 0)).flip();
        }
    }

    @Override
    public boolean ready() throws IOException {
        return ended || bytes.hasRemaining() || stream.available() > 0;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer out = CharBuffer.wrap(target, offset, length);
        while (out.position() == 0 && length > 0) {
            fill(1);
            if (!bytes.hasRemaining() && decoder == null) {
                return -1;
            }
            if (decoder == null) {
                ascii(out);
            } else if (!decoded(decoder, out)) {
                return -1;
            }
        }
        return out.position();
    }

    /** Copies what is the same in both character sets, and decides at the first character that is not. */
    private void ascii(CharBuffer out) throws IOException {
        while (bytes.hasRemaining() && out.hasRemaining()) {
            byte next = bytes.get(bytes.position());
            if (next < 0) {
                if (out.position() > 0 && bytes.remaining() < LONGEST_CHARACTER && !ended) {
                    return; // more bytes may be long in coming
                }
                use(isUtf8() ? StandardCharsets.UTF_8 : SPREADSHEET);
                return;
            }
            out.put((char) bytes.get());
        }
    }

    /** Returns whether the next character is one of UTF-8. */
    private boolean isUtf8() throws IOException {
        int first = bytes.get(bytes.position()) & 0xFF;
        int length = first >= 0xF0 ? LONGEST_CHARACTER : first >= 0xE0 ? 3 : 2;
        for (int index = 1; index < length; index++) {
            fill(index + 1); // no more than is needed
            if (bytes.remaining() <= index || (bytes.get(bytes.position() + index) & 0xC0) != 0x80) {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate().limit(bytes.position() + length));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    /** False at the end. */
    private boolean decoded(CharsetDecoder decoder, CharBuffer out) throws IOException {
        if (flushed) {
            return false;
        }
        decoder.decode(bytes, out, ended);
        if (out.position() > 0) {
            return true;
        }
        if (ended) {
            decoder.flush(out);
            flushed = true;
            return out.position() > 0;
        }
        fill(bytes.remaining() + 1); // a character that is cut off
        return true;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
