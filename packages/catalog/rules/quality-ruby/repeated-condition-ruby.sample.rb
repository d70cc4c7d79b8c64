def run(state, it)
  # ruleid: repeated-condition-ruby
  if state == 'open'
    it.start
  elsif state == 'open'
    it.stop
  end
  # ruleid: repeated-condition-ruby
  if it.ready
    it.start
  elsif it.done
    it.stop
  elsif it.ready
    it.remove
  end
  # ok: repeated-condition-ruby
  if state == 'open'
    it.start
  elsif state == 'closed'
    it.stop
  end
  # ok: repeated-condition-ruby
  if it.take(1)
    it.start
  elsif it.take(1)
    it.stop
  end
end
