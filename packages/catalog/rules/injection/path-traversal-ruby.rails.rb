class FilesController < ApplicationController
  def show
    # ruleid: path-traversal-ruby
    send_file "invoices/#{params[:name]}"
  end

  def text
    # ruleid: path-traversal-ruby
    render plain: File.read(Rails.root.join("notes", params[:name]))
  end

  def safe
    # ok: path-traversal-ruby
    send_file Rails.root.join("invoices", File.basename(params[:name]))
    # ok: path-traversal-ruby
    render plain: File.read("notes/welcome.txt")
    # ok: path-traversal-ruby
    render plain: params[:name]
  end
end
