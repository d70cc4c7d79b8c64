require "base64"
require "yaml"

class CartsController < ApplicationController
  def show
    # ruleid: unsafe-deserialization-ruby
    @cart = Marshal.load(Base64.decode64(cookies[:cart]))
    # ruleid: unsafe-deserialization-ruby
    @settings = YAML.unsafe_load(params[:settings])
    # ruleid: unsafe-deserialization-ruby
    @filter = YAML.load(params[:filter])
  end

  def safe(text, cart)
    # ok: unsafe-deserialization-ruby
    @cart = JSON.parse(cookies[:cart])
    # ok: unsafe-deserialization-ruby
    @copy = Marshal.load(Marshal.dump(cart))
    # ok: unsafe-deserialization-ruby
    @settings = YAML.safe_load(params[:settings], permitted_classes: [Date])
    # ok: unsafe-deserialization-ruby
    @file = YAML.load_file("config/shop.yml")
  end
end
