package com.example.shop

import org.slf4j.LoggerFactory

private val log = LoggerFactory.getLogger("login")

fun login(user: User, password: String) {
    // ruleid: secret-in-log-java
    log.info("login of {} with {}", user.name, password)
    // ruleid: secret-in-log-java
    log.debug("token " + user.accessToken)
}

fun safe(user: User, password: String) {
    // ok: secret-in-log-java
    log.info("password of {} changed", user.name)
    // ok: secret-in-log-java
    user.check(password)
}
