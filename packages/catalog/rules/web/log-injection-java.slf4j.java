package com.example.shop;

import javax.servlet.http.HttpServletRequest;
import org.slf4j.Logger;

class Search {
    private Logger log;

    void search(HttpServletRequest request) {
        // ruleid: log-injection-java
        log.info("search for " + request.getParameter("q"));
        // ruleid: log-injection-java
        log.warn("agent {}", request.getHeader("User-Agent"));
    }

    void safe(HttpServletRequest request) {
        // ok: log-injection-java
        log.info("search for {}", request.getParameter("q").replaceAll("[\r\n]", "_"));
        // ok: log-injection-java
        log.info("search in {}", request.getRequestURI().length());
        // ok: log-injection-java
        store(request.getParameter("q"));
    }
}
