def check(state, code)
  # ruleid: unequal-to-either
  return false if state != 'open' || state != 'closed'

  # ruleid: unequal-to-either
  code == 200 && code == 204
end

def fine(state, code)
  # ok: unequal-to-either
  return false if state != 'open' && state != 'closed'

  # ok: unequal-to-either
  code != 200 || state != 'open'
end
