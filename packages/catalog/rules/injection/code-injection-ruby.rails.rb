class ReportsController < ApplicationController
  def show
    # ruleid: code-injection-ruby
    @report = params[:report].constantize.new
    # ruleid: code-injection-ruby
    @value = @report.send(params[:column])
    # ruleid: code-injection-ruby
    eval(params[:filter])
  end

  def page
    # ruleid: code-injection-ruby
    render inline: "<h1>#{params[:title]}</h1>"
  end

  def safe
    # ok: code-injection-ruby
    @report = { "sales" => SalesReport }.fetch(params[:report]).new
    # ok: code-injection-ruby
    @value = @report.public_send(:total, params[:year])
    # ok: code-injection-ruby
    @name = "SalesReport".constantize
    # ok: code-injection-ruby
    render inline: "<h1>Sales</h1>"
  end
end
