package com.example.shop;

import android.webkit.WebSettings;
import android.webkit.WebView;

class Pages {
    void show(WebView view) {
        // ruleid: android-web-view
        view.getSettings().setAllowUniversalAccessFromFileURLs(true);
        // ruleid: android-web-view
        view.getSettings().setMixedContentMode(WebSettings.MIXED_CONTENT_ALWAYS_ALLOW);
    }

    void safe(WebView view) {
        // ok: android-web-view
        view.getSettings().setAllowUniversalAccessFromFileURLs(false);
        // ok: android-web-view
        view.getSettings().setDomStorageEnabled(true);
    }
}
