package com.example.shop;

import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.servlet.config.annotation.CorsRegistry;

class Cors {
    void addCorsMappings(CorsRegistry registry) {
        // ruleid: cors-any-origin-java
        registry.addMapping("/api/**").allowedOriginPatterns("*").allowedMethods("*").allowCredentials(true);
    }

    CorsConfiguration config() {
        CorsConfiguration config = new CorsConfiguration();
        config.setAllowCredentials(true);
        // ruleid: cors-any-origin-java
        config.addAllowedOriginPattern("*");
        return config;
    }

    void filter(HttpServletRequest request, HttpServletResponse response) {
        // ruleid: cors-any-origin-java
        response.setHeader("Access-Control-Allow-Origin", request.getHeader("Origin"));
    }

    CorsConfiguration safe(CorsRegistry registry, HttpServletResponse response) {
        // ok: cors-any-origin-java
        registry.addMapping("/public/**").allowedOriginPatterns("*").allowedMethods("GET");
        // ok: cors-any-origin-java
        registry.addMapping("/api/**").allowedOrigins("https://shop.example.com").allowCredentials(true);
        // ok: cors-any-origin-java
        response.setHeader("Access-Control-Allow-Origin", "https://shop.example.com");
        CorsConfiguration config = new CorsConfiguration();
        config.setAllowCredentials(true);
        // ok: cors-any-origin-java
        config.setAllowedOrigins(List.of("https://shop.example.com"));
        return config;
    }
}
