require "open3"
require "shellwords"

class Images
  def resize(name, size)
    # ruleid: command-building-ruby
    system("convert #{name} -resize #{size} out.png")
    # ruleid: command-building-ruby
    Open3.capture3("identify #{name}")
  end

  def info(params)
    # ruleid: command-building-ruby
    IO.popen("file #{params[:name]}")
  end

  def safe(name, size)
    # ok: command-building-ruby
    system("convert", name, "-resize", size, "out.png")
    # ok: command-building-ruby
    system("convert #{name.shellescape} out.png")
    # ok: command-building-ruby
    system("uptime")
    # ok: command-building-ruby
    Open3.capture3("identify", name)
  end
end
