package com.example.shop

import android.webkit.SslErrorHandler
import android.webkit.WebView
import android.webkit.WebViewClient

class Lenient : WebViewClient() {
    override fun onReceivedSslError(view: WebView, handler: SslErrorHandler, error: SslError) {
        // ruleid: android-tls-error-ignored-kotlin
        handler.proceed()
    }
}

class Logged : WebViewClient() {
    override fun onReceivedSslError(view: WebView, errors: SslErrorHandler, error: SslError) {
        log(error)
        // ruleid: android-tls-error-ignored-kotlin
        errors.proceed()
    }
}

class Safe : WebViewClient() {
    override fun onReceivedSslError(view: WebView, handler: SslErrorHandler, error: SslError) {
        // ok: android-tls-error-ignored-kotlin
        handler.cancel()
    }

    fun next(job: Job) {
        // ok: android-tls-error-ignored-kotlin
        job.proceed()
    }
}
