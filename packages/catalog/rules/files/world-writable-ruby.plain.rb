require "fileutils"

class Share
  def open(path)
    # ruleid: world-writable-ruby
    File.chmod(0777, path)
    # ruleid: world-writable-ruby
    FileUtils.chmod_R(0o666, path)
    # ruleid: world-writable-ruby
    FileUtils.chmod("a+w", path)
  end

  def safe(path, mode)
    # ok: world-writable-ruby
    File.chmod(0755, path)
    # ok: world-writable-ruby
    FileUtils.chmod(mode, path)
    # ok: world-writable-ruby
    FileUtils.chmod("u+x", path)
  end
end
