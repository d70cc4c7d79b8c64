class UsersController < ApplicationController
  def create
    # ruleid: mass-assignment-ruby
    User.create!(params.require(:user).permit!)
  end

  def update
    # ruleid: mass-assignment-ruby
    current_user.update!(params[:user].to_unsafe_h)
  end

  def safe
    # ok: mass-assignment-ruby
    User.create!(params.require(:user).permit(:name, :email))
    # ok: mass-assignment-ruby
    current_user.update!(params.expect(user: [:name]))
    # ok: mass-assignment-ruby
    report.permit!
  end
end
