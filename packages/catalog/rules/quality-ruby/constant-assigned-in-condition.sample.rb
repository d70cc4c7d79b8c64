def run(it, state)
  # ruleid: constant-assigned-in-condition
  if state = 'open'
    it.close
  end
  # ruleid: constant-assigned-in-condition
  it.step while it.done = false
  # ok: constant-assigned-in-condition
  it.close if state == 'open'
  # ok: constant-assigned-in-condition
  while (line = it.read)
    show(line)
  end
end
