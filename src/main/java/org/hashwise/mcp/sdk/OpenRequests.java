package org.hashwise.mcp.sdk;

import java.time.Duration;

/** The requests of both sides of a connection that have no reply yet. Thread-safe. */
final class OpenRequests {

    private int ofClient;
    private int ofServer;

    synchronized void clientAsked() {
        ofClient++;
    }

    synchronized void clientAnswered() {
        ofServer = Math.max(0, ofServer - 1);
        notifyAll();
    }

    synchronized void serverAsked() {
        ofServer++;
        notifyAll();
    }

    synchronized void serverAnswered() {
        ofClient--;
        notifyAll();
    }

    /** Waits until every request of the client has a reply, but for those that wait for the client itself. */
    synchronized void awaitReplies(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        for (long left = most.toMillis(); ofClient > ofServer && left > 0; ) {
            wait(left);
            left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        }
    }
}
