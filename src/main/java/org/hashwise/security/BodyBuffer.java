package org.hashwise.security;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The bytes of a body in pieces, so that it takes hardly more memory than it has bytes while it grows, and less while it is
 * read. Written by one thread, then read once by another.
 */
final class BodyBuffer {

    private static final int PIECE = 8192;

    private final Deque<byte[]> pieces = new ArrayDeque<>();
    private int size;

    void write(byte[] bytes, int length) {
        int written = 0;
        while (written < length) {
            int filled = size % PIECE;
            if (filled == 0) {
                pieces.addLast(new byte[PIECE]);
            }
            int count = Math.min(length - written, PIECE - filled);
            System.arraycopy(bytes, written, pieces.getLast(), filled, count);
            written += count;
            size += count;
        }
    }

    /** Number of bytes that were written. */
    int size() {
        return size;
    }

    /** A stream of the bytes, which drops each piece that was read. */
    InputStream read() {
        return new BufferedInput(pieces, size);
    }

    private static final class BufferedInput extends InputStream {

        private final Deque<byte[]> pieces;
        private int left;
        private int position;

        BufferedInput(Deque<byte[]> pieces, int left) {
            this.pieces = pieces;
            this.left = left;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            byte[] piece = pieces.peek();
            if (piece == null || left == 0) {
                return length == 0 ? 0 : -1;
            }
            int count = Math.min(Math.min(length, left), piece.length - position);
            System.arraycopy(piece, position, target, offset, count);
            position += count;
            left -= count;
            if (position == piece.length) {
                pieces.remove();
                position = 0;
            }
            return count;
        }

        @Override
        public int available() {
            return left;
        }
    }
}
