package com.example.shop;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class Login {
    private static final Logger log = LoggerFactory.getLogger(Login.class);

    void login(User user, String password) {
        // ruleid: secret-in-log-java
        log.info("login of {} with {}", user.getName(), password);
        // ruleid: secret-in-log-java
        log.debug("token " + user.getAccessToken());
    }

    void safe(User user, String password, int passwordLength) {
        // ok: secret-in-log-java
        log.info("password of {} changed", user.getName());
        // ok: secret-in-log-java
        log.debug("length {}", passwordLength);
        // ok: secret-in-log-java
        user.check(password);
    }
}
