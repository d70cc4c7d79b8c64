def send(mail)
  mail.post
# ruleid: rescue-of-everything
rescue Exception
  nil
end

def more(mail)
  mail.post
# ruleid: rescue-of-everything
rescue Exception => e
  log(e)
end

def fine(mail)
  mail.post
# ok: rescue-of-everything
rescue StandardError => e
  log(e)
end

def other(mail)
  mail.post
# ok: rescue-of-everything
rescue Exception
  mail.close
  raise
end
