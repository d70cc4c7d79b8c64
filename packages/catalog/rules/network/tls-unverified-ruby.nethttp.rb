require "net/http"
require "openssl"

class Partner
  def fetch(uri)
    http = Net::HTTP.new(uri.host, uri.port)
    http.use_ssl = true
    # ruleid: tls-unverified-ruby
    http.verify_mode = OpenSSL::SSL::VERIFY_NONE
    http.get(uri.path)
  end

  def quick(uri)
    # ruleid: tls-unverified-ruby
    Net::HTTP.start(uri.host, uri.port, use_ssl: true, verify_mode: OpenSSL::SSL::VERIFY_NONE) do |http|
      http.get(uri.path)
    end
  end

  def client(url)
    # ruleid: tls-unverified-ruby
    Faraday.new(url, ssl: { verify: false })
  end

  def checked(uri)
    http = Net::HTTP.new(uri.host, uri.port)
    http.use_ssl = true
    # ok: tls-unverified-ruby
    http.verify_mode = OpenSSL::SSL::VERIFY_PEER
    # ok: tls-unverified-ruby
    Faraday.new(uri.to_s, ssl: { verify: true, ca_file: "/etc/ssl/company-ca.pem" })
    # ok: tls-unverified-ruby
    RestClient::Request.execute(url: uri.to_s, method: :get, verify_ssl: OpenSSL::SSL::VERIFY_PEER)
    http
  end
end
