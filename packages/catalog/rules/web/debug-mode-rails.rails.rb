Rails.application.configure do
  # ruleid: debug-mode-rails
  config.consider_all_requests_local = true
  # ruleid: debug-mode-rails
  config.force_ssl = false
  config.eager_load = true
end

class Shop < Sinatra::Base
  # ruleid: debug-mode-rails
  set :show_exceptions, true
  # ok: debug-mode-rails
  set :sessions, true
end

Rails.application.configure do
  # ok: debug-mode-rails
  config.consider_all_requests_local = false
  # ok: debug-mode-rails
  config.force_ssl = true
  # ok: debug-mode-rails
  config.force_ssl = ENV["PLAIN"].nil?
end
