import javax.servlet.http.HttpServletResponse;

class Headers {
    void send(HttpServletResponse response) {
        // ruleid: csp-unsafe-inline
        response.setHeader("Content-Security-Policy", "script-src 'self' 'unsafe-inline'");
        // ruleid: csp-unsafe-inline
        response.setHeader("Content-Security-Policy", "default-src 'self' 'unsafe-eval'; img-src *");
        // ok: csp-unsafe-inline
        response.setHeader("Content-Security-Policy", "script-src 'self'; style-src 'unsafe-inline'");
        // ok: csp-unsafe-inline
        response.setHeader("X-Note", "'unsafe-inline'");
    }
}
