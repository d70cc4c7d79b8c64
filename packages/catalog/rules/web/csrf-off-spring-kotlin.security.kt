package com.example.shop

import org.springframework.security.config.annotation.web.builders.HttpSecurity
import org.springframework.security.config.annotation.web.invoke

class Security {
    fun pages(http: HttpSecurity) {
        // ruleid: csrf-off-spring-kotlin
        http.csrf { it.disable() }
    }

    fun old(http: HttpSecurity) {
        // ruleid: csrf-off-spring-kotlin
        http.csrf().disable()
    }

    fun dsl(http: HttpSecurity) {
        http {
            // ruleid: csrf-off-spring-kotlin
            csrf { disable() }
        }
    }

    fun safe(http: HttpSecurity) {
        // ok: csrf-off-spring-kotlin
        http.csrf { it.ignoringRequestMatchers("/webhooks/**") }
        // ok: csrf-off-spring-kotlin
        http.cors { it.disable() }
    }
}
