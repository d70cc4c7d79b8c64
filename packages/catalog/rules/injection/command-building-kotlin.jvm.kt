package com.example.shop

fun resize(file: String) {
    // ruleid: command-building-kotlin
    Runtime.getRuntime().exec("convert $file out.png")
}

fun info(file: String) {
    // ruleid: command-building-kotlin
    ProcessBuilder("sh", "-c", "file " + file).start()
}

fun safe(file: String) {
    // ok: command-building-kotlin
    Runtime.getRuntime().exec("uptime")
    // ok: command-building-kotlin
    Runtime.getRuntime().exec(arrayOf("file", file))
    // ok: command-building-kotlin
    ProcessBuilder("convert", file, "out.png").start()
}
