package com.example.shop;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

class Security {
    void open(HttpSecurity http) throws Exception {
        // ruleid: open-to-all-spring
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
    }

    void old(HttpSecurity http) throws Exception {
        // ruleid: open-to-all-spring
        http.authorizeRequests().antMatchers("/**").permitAll();
    }

    void safe(HttpSecurity http) throws Exception {
        // ok: open-to-all-spring
        http.authorizeHttpRequests(requests -> requests.requestMatchers("/", "/css/**").permitAll().anyRequest().authenticated());
        // ok: open-to-all-spring
        http.authorizeRequests().anyRequest().denyAll();
    }
}
