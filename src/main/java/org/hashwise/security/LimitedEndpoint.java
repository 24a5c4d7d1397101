package org.hashwise.security;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** Network endpoint that accepts connections as far as the {@link ConnectionTable} has capacity for them. */
final class LimitedEndpoint extends NioEndpoint {

    /** Send buffer in bytes, larger than most replies, so that no thread waits for a client that reads slowly. */
    private static final int SEND_BUFFER = 256 << 10;

    private volatile @Nullable ConnectionTable table;
    private volatile Duration writeTimeout = Duration.ofSeconds(20);

    LimitedEndpoint() {
        socketProperties.setTxBufSize(SEND_BUFFER);
    }

    void setTable(ConnectionTable connections) {
        table = connections;
    }

    void setWriteTimeout(Duration timeout) {
        writeTimeout = timeout;
    }

    void closeIdle() {
        ConnectionTable bounds = table;
        if (bounds != null) {
            bounds.closeIdle();
        }
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        ConnectionTable bounds = table;
        if (bounds != null && !enter(socket, bounds)) {
            destroySocket(socket);
            return false;
        }
        boolean accepted = super.setSocketOptions(socket);
        SocketWrapperBase<NioChannel> wrapper = connections.get(socket);
        if (wrapper != null) {
            wrapper.setWriteTimeout(writeTimeout.toMillis());
        }
        return accepted;
    }

    private boolean enter(SocketChannel socket, ConnectionTable table) {
        try {
            if (socket.getRemoteAddress() instanceof InetSocketAddress client
                    && socket.getLocalAddress() instanceof InetSocketAddress server) {
                String address = client.getAddress().getHostAddress();
                if (!table.makeRoom(address)) {
                    return false;
                }
                table.add(
                        new ConnectionTable.Key(client, server),
                        new ClientConnection(ClientNetwork.ofPeer(address), socket, () -> connections.get(socket)));
            }
            return true;
        } catch (IOException gone) {
            return false;
        }
    }
}
