package com.example.shop;

import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.apache.http.conn.ssl.NoopHostnameVerifier;
import org.apache.http.impl.client.HttpClients;

class Partner {
    static class Anyone implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("no clients here");
        }

        // the check that matters
        // ruleid: tls-unverified-java
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException { }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    static class Lenient implements X509TrustManager {
        public void checkClientTrusted(X509Certificate[] chain, String type) { }

        // ruleid: tls-unverified-java
        public void checkServerTrusted(X509Certificate[] chain, String type) {
        }

        public X509Certificate[] getAcceptedIssuers() {
            return null;
        }
    }

    void connect(HttpsURLConnection connection) {
        // ruleid: tls-unverified-java
        connection.setHostnameVerifier((host, session) -> true);
        // ruleid: tls-unverified-java
        HttpClients.custom().setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE).build();
    }

    static class Pinned implements X509TrustManager {
        private final X509TrustManager platform;

        Pinned(X509TrustManager platform) {
            this.platform = platform;
        }

        // ok: tls-unverified-java
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            platform.checkServerTrusted(chain, type);
        }
    }

    void checked(HttpsURLConnection connection, KeyStore store, String partner) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        // ok: tls-unverified-java
        context.init(null, trust.getTrustManagers(), null);
        connection.setSSLSocketFactory(context.getSocketFactory());
        // ok: tls-unverified-java
        connection.setHostnameVerifier((host, session) -> host.equals(partner));
    }
}
