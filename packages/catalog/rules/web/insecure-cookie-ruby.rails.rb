class SessionsController < ApplicationController
  def create
    # ruleid: insecure-cookie-ruby
    cookies[:session] = { value: params[:id], httponly: false }
    # ruleid: insecure-cookie-ruby
    cookies.signed[:remember] = { value: current_user.id, secure: false, expires: 1.month }
    redirect_to root_path
  end

  def safe
    # ok: insecure-cookie-ruby
    cookies[:session] = { value: params[:id], httponly: true, secure: true }
    # ok: insecure-cookie-ruby
    cookies.encrypted[:remember] = { value: current_user.id, secure: Rails.env.production? }
    # ok: insecure-cookie-ruby
    cookies[:theme] = "dark"
  end
end

# ruleid: insecure-cookie-ruby
Rails.application.config.session_store :cookie_store, key: "_shop", httponly: false
# ok: insecure-cookie-ruby
Rails.application.config.session_store :cookie_store, key: "_shop", secure: true
