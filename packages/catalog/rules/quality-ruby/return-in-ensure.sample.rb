def send(mail, connection)
  connection.send(mail)
# ruleid: return-in-ensure
ensure
  connection.close
  return true
end

def read(path)
  begin
    text = path.read
  # ruleid: return-in-ensure
  ensure
    return text
  end
end

def fine(mail, connection)
  return connection.send(mail)
# ok: return-in-ensure
ensure
  connection.close
end

def other(path)
  begin
    text = path.read
  # ok: return-in-ensure
  ensure
    path.close
  end
  return text
end
