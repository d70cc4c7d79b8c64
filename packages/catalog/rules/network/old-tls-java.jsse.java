package com.example.shop;

import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

class Connections {
    SSLContext old() throws NoSuchAlgorithmException {
        // ruleid: old-tls-java
        return SSLContext.getInstance("SSLv3");
    }

    SSLContext first() throws NoSuchAlgorithmException {
        // ruleid: old-tls-java
        return SSLContext.getInstance("TLSv1");
    }

    void enable(SSLSocket socket) {
        // ruleid: old-tls-java
        socket.setEnabledProtocols(new String[] {"TLSv1", "TLSv1.2"});
    }

    SSLContext safe(SSLSocket socket, String version) throws NoSuchAlgorithmException {
        // ok: old-tls-java
        socket.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        // ok: old-tls-java
        SSLContext.getInstance(version);
        // ok: old-tls-java
        return SSLContext.getInstance("TLSv1.2");
    }
}
