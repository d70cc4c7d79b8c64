package com.example.shop

import io.ktor.server.application.Application
import io.ktor.server.application.install
import io.ktor.server.plugins.cors.routing.CORS

fun Application.open() {
    install(CORS) {
        // ruleid: cors-any-origin-ktor
        anyHost()
        allowCredentials = true
    }
}

fun Application.second() {
    install(CORS) {
        allowHeader("Authorization")
        // ruleid: cors-any-origin-ktor
        anyHost()
    }
}

fun Application.safe() {
    install(CORS) {
        // ok: cors-any-origin-ktor
        allowHost("shop.example.com", schemes = listOf("https"))
        // ok: cors-any-origin-ktor
        allowCredentials = true
    }
}
