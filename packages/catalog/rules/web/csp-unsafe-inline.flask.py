def headers(response):
    # ruleid: csp-unsafe-inline
    response.headers["Content-Security-Policy"] = "script-src 'self' 'unsafe-inline'"
    # ruleid: csp-unsafe-inline
    response.headers["Content-Security-Policy"] = "default-src 'self'; script-src 'unsafe-eval'"
    # ok: csp-unsafe-inline
    response.headers["Content-Security-Policy"] = "script-src 'self'"
    # ok: csp-unsafe-inline
    response.headers["X-Note"] = "'unsafe-inline'"
    return response
