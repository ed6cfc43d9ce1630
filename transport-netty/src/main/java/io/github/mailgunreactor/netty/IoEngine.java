package io.github.mailgunreactor.netty;

import io.netty.channel.IoHandlerFactory;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringIoHandler;

/** How the event loops wait for sockets. */
public enum IoEngine {
    /** The JDK's selectors, on every platform. */
    NIO {
        @Override
        public boolean isAvailable() {
            return true;
        }

        @Override
        IoHandlerFactory factory() {
            return NioIoHandler.newFactory();
        }
    },

    /** Linux epoll; needs {@code netty-transport-native-epoll}, which this artifact brings for x86-64. */
    EPOLL {
        @Override
        public boolean isAvailable() {
            return Epoll.isAvailable();
        }

        @Override
        IoHandlerFactory factory() {
            return EpollIoHandler.newFactory();
        }
    },

    /** Linux io_uring; needs {@code netty-transport-native-io_uring} on the class path. */
    IO_URING {
        @Override
        public boolean isAvailable() {
            try {
                return IoUring.isAvailable();
            } catch (NoClassDefFoundError absent) {
                return false;
            }
        }

        @Override
        IoHandlerFactory factory() {
            return IoUringIoHandler.newFactory();
        }
    };

    /** Whether it can be used here: operating system, native library and kernel allow it. */
    public abstract boolean isAvailable();

    abstract IoHandlerFactory factory();

    /** Epoll where it is available, for it costs least; otherwise NIO. */
    static IoEngine best() {
        return EPOLL.isAvailable() ? EPOLL : NIO;
    }
}
