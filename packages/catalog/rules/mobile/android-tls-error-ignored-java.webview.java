package com.example.shop;

import android.webkit.SslErrorHandler;
import android.webkit.WebView;
import android.webkit.WebViewClient;

class Lenient extends WebViewClient {
    @Override
    public void onReceivedSslError(WebView view, SslErrorHandler handler, SslError error) {
        // ruleid: android-tls-error-ignored-java
        handler.proceed();
    }
}

class Logged extends WebViewClient {
    public void onReceivedSslError(WebView view, SslErrorHandler handler, SslError error) {
        log(error);
        // ruleid: android-tls-error-ignored-java
        handler.proceed();
    }
}

class Safe extends WebViewClient {
    @Override
    public void onReceivedSslError(WebView view, SslErrorHandler handler, SslError error) {
        // ok: android-tls-error-ignored-java
        handler.cancel();
    }

    void next(Job job) {
        // ok: android-tls-error-ignored-java
        job.proceed();
    }
}
