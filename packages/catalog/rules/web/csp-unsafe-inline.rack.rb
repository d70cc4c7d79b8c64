class Headers
  def call(response)
    # ruleid: csp-unsafe-inline
    response["Content-Security-Policy"] = "script-src 'self' 'unsafe-inline'"
    # ruleid: csp-unsafe-inline
    response["Content-Security-Policy"] = "default-src 'self'; script-src 'unsafe-eval'"
    # ok: csp-unsafe-inline
    response["Content-Security-Policy"] = "script-src 'self'; style-src 'unsafe-inline'"
    # ok: csp-unsafe-inline
    response["X-Note"] = "'unsafe-inline'"
  end
end
