package com.example.shop;

import android.content.Context;

class Storage {
    void store(Context context) throws Exception {
        // ruleid: android-world-readable
        context.getSharedPreferences("shop", Context.MODE_WORLD_READABLE);
        // ruleid: android-world-readable
        context.openFileOutput("orders", Context.MODE_WORLD_WRITEABLE);
    }

    void safe(Context context) throws Exception {
        // ok: android-world-readable
        context.getSharedPreferences("shop", Context.MODE_PRIVATE);
        // ok: android-world-readable
        context.openFileOutput("orders", Context.MODE_APPEND);
    }
}
