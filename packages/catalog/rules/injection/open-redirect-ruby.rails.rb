class SessionsController < ApplicationController
  def create
    # ruleid: open-redirect-ruby
    redirect_to params[:next]
  end

  def leave
    # ruleid: open-redirect-ruby
    redirect_to(params[:url] || root_path)
  end

  def safe
    # ok: open-redirect-ruby
    redirect_to url_from(params[:next]) || root_path
    # ok: open-redirect-ruby
    redirect_to order_path(params[:id])
    # ok: open-redirect-ruby
    redirect_to root_path, notice: params[:notice]
  end
end
