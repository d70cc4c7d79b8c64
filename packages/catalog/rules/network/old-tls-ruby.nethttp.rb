require "net/http"
require "openssl"

class Partner
  def old(http)
    # ruleid: old-tls-ruby
    http.ssl_version = :TLSv1
    # ruleid: old-tls-ruby
    http.min_version = OpenSSL::SSL::TLS1_1_VERSION
  end

  def safe(http, version)
    # ok: old-tls-ruby
    http.min_version = OpenSSL::SSL::TLS1_2_VERSION
    # ok: old-tls-ruby
    http.ssl_version = version
    # ok: old-tls-ruby
    http.ssl_version = :TLSv1_2
  end
end
