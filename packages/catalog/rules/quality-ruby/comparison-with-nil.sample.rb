def show(name, title)
  # ruleid: comparison-with-nil
  return if name == nil

  # ruleid: comparison-with-nil
  title = '' if title == nil
  # ok: comparison-with-nil
  return '' if name.nil?

  # ok: comparison-with-nil
  name == title
end
