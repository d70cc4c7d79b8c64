require "net/http"
require "open-uri"

class ImagesController < ApplicationController
  def fetch
    # ruleid: ssrf-ruby
    send_data URI.open(params[:url]).read
  end

  def check
    # ruleid: ssrf-ruby
    render plain: Net::HTTP.get(URI.parse(params[:url]))
  end

  def safe
    # ok: ssrf-ruby
    render plain: Net::HTTP.get(URI.parse("https://images.example.com/logo.png"))
    # ok: ssrf-ruby
    render plain: HTTParty.get("https://images.example.com", query: { q: params[:q] })
  end
end
