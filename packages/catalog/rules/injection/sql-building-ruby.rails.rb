class OrdersController < ApplicationController
  def search
    # ruleid: sql-building-ruby
    @orders = Order.where("item = '#{params[:item]}'")
    # ruleid: sql-building-ruby
    @users = User.find_by_sql("SELECT * FROM users WHERE name = '#{name}'")
    # ruleid: sql-building-ruby
    @count = ActiveRecord::Base.connection.execute("DELETE FROM carts WHERE id = #{params[:id]}")
  end

  def safe(item)
    # ok: sql-building-ruby
    Order.where("item = ?", item)
    # ok: sql-building-ruby
    Order.where(item: params[:item])
    # ok: sql-building-ruby
    Order.where("#{Order.table_name}.item = ?", item)
    # ok: sql-building-ruby
    Order.where("id = #{params[:id].to_i}")
    # ok: sql-building-ruby
    ActiveRecord::Base.connection.execute("DELETE FROM carts")
  end
end
