package com.example.shop;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;

class Orders {
    private Logger log;

    void order(HttpServletResponse response) throws IOException {
        try {
            create();
        } catch (IllegalStateException error) {
            // ruleid: stack-trace-java
            error.printStackTrace(response.getWriter());
        }
    }

    void second(HttpServletResponse response) throws IOException {
        PrintWriter out = response.getWriter();
        try {
            create();
        } catch (IllegalStateException error) {
            // ruleid: stack-trace-java
            error.printStackTrace(out);
        }
    }

    void safe(HttpServletResponse response) throws IOException {
        try {
            create();
        } catch (IllegalStateException error) {
            StringWriter text = new StringWriter();
            // ok: stack-trace-java
            error.printStackTrace(new PrintWriter(text));
            log.error(text.toString(), error);
            // ok: stack-trace-java
            response.getWriter().println("Something went wrong.");
        }
    }
}
