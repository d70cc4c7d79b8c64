class OrdersController < ApplicationController
  # ruleid: csrf-off-rails
  skip_before_action :verify_authenticity_token, only: [:create]

  def create
    current_user.orders.create!(item: params[:item])
  end
end

class PagesController < ApplicationController
  # ruleid: csrf-off-rails
  skip_forgery_protection
end

class ApplicationController < ActionController::Base
  # ok: csrf-off-rails
  protect_from_forgery with: :exception
  # ok: csrf-off-rails
  skip_before_action :set_locale, only: [:health]
end

class LenientController < ActionController::Base
  # ruleid: csrf-off-rails
  protect_from_forgery with: :null_session
end
