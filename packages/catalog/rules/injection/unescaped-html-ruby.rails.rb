module OrdersHelper
  def title(name)
    # ruleid: unescaped-html-ruby
    "<h1>#{name}</h1>".html_safe
  end

  def note
    # ruleid: unescaped-html-ruby
    raw(params[:note])
  end

  def safe(name, items)
    # ok: unescaped-html-ruby
    tag.h1(name)
    # ok: unescaped-html-ruby
    "<br>".html_safe
    # ok: unescaped-html-ruby
    raw("<hr>")
    # ok: unescaped-html-ruby
    "<b>#{h(name)}</b>".html_safe
  end
end
