package com.example.shop;

import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

class Security {
    @Bean
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        // ruleid: csrf-off-spring
        http.csrf(csrf -> csrf.disable());
        http.formLogin(form -> form.loginPage("/login"));
        return http.build();
    }

    @Bean
    SecurityFilterChain reference(HttpSecurity http) throws Exception {
        // ruleid: csrf-off-spring
        http.csrf(AbstractHttpConfigurer::disable);
        return http.build();
    }

    void old(HttpSecurity http) throws Exception {
        // ruleid: csrf-off-spring
        http.csrf().disable();
    }

    @Bean
    SecurityFilterChain safe(HttpSecurity http) throws Exception {
        // ok: csrf-off-spring
        http.csrf(csrf -> csrf.ignoringRequestMatchers("/webhooks/**"));
        // ok: csrf-off-spring
        http.cors(cors -> cors.disable());
        return http.build();
    }

    @Bean
    SecurityFilterChain tokens(HttpSecurity http) throws Exception {
        // ok: csrf-off-spring
        http.csrf(csrf -> csrf.disable());
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        return http.build();
    }
}
