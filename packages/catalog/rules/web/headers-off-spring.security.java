package com.example.shop;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

class Security {
    void pages(HttpSecurity http) throws Exception {
        // ruleid: headers-off-spring
        http.headers(headers -> headers.frameOptions(frame -> frame.disable()));
    }

    void old(HttpSecurity http) throws Exception {
        // ruleid: headers-off-spring
        http.headers().frameOptions().disable();
    }

    void none(HttpSecurity http) throws Exception {
        // ruleid: headers-off-spring
        http.headers(headers -> headers.disable());
    }

    void safe(HttpSecurity http) throws Exception {
        // ok: headers-off-spring
        http.headers(headers -> headers.frameOptions(frame -> frame.sameOrigin()));
        // ok: headers-off-spring
        http.cors(cors -> cors.disable());
        // ok: headers-off-spring
        http.headers().frameOptions().deny();
    }
}
