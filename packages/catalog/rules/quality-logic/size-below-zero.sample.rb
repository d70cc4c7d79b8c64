def greet(names, text)
  # ruleid: size-below-zero
  hello(names) if names.length >= 0
  # ruleid: size-below-zero
  return if text.length < 0

  # ok: size-below-zero
  hello(names) if names.length > 0
  # ok: size-below-zero
  hello(names) if text.index('x') >= 0
end
