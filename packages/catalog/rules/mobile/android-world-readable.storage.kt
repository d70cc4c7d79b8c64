package com.example.shop

import android.content.Context

fun store(context: Context) {
    // ruleid: android-world-readable
    context.getSharedPreferences("shop", Context.MODE_WORLD_READABLE)
    // ruleid: android-world-readable
    context.openFileOutput("orders", Context.MODE_WORLD_WRITEABLE)
}

fun safe(context: Context) {
    // ok: android-world-readable
    context.getSharedPreferences("shop", Context.MODE_PRIVATE)
    // ok: android-world-readable
    context.openFileOutput("orders", Context.MODE_APPEND)
}
