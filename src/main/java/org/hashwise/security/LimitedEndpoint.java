package org.hashwise.security;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.jspecify.annotations.Nullable;

/** Accepts connections as far as the {@link ConnectionTable} has room for them. */
final class LimitedEndpoint extends NioEndpoint {

    private volatile @Nullable ConnectionTable table;

    void setTable(ConnectionTable connections) {
        table = connections;
    }

    void closeIdle() {
        ConnectionTable connections = table;
        if (connections != null) {
            connections.closeIdle();
        }
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        ConnectionTable connections = table;
        if (connections != null && !enter(socket, connections)) {
            destroySocket(socket);
            return false;
        }
        return super.setSocketOptions(socket);
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
                        new ClientConnection(ClientNetwork.of(address), socket, () -> connections.get(socket)));
            }
            return true;
        } catch (IOException gone) {
            return false;
        }
    }
}
