package com.example.shop

import android.webkit.WebSettings
import android.webkit.WebView

fun show(view: WebView) {
    // ruleid: android-web-view
    view.settings.allowUniversalAccessFromFileURLs = true
    // ruleid: android-web-view
    view.settings.mixedContentMode = WebSettings.MIXED_CONTENT_ALWAYS_ALLOW
    // ruleid: android-web-view
    WebView.setWebContentsDebuggingEnabled(true)
}

fun safe(view: WebView) {
    // ok: android-web-view
    view.settings.allowUniversalAccessFromFileURLs = false
    // ok: android-web-view
    view.settings.domStorageEnabled = true
    // ok: android-web-view
    WebView.setWebContentsDebuggingEnabled(BuildConfig.DEBUG)
}
