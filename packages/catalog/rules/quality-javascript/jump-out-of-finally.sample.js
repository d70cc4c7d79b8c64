export function send(mail, connection) {
  // ruleid: jump-out-of-finally
  try {
    connection.send(mail);
  } finally {
    connection.close();
    return true;
  }
}
export function read(path, fs) {
  let text = '';
  // ruleid: jump-out-of-finally
  try {
    text = fs.read(path);
  } catch (error) {
    log(error);
  } finally {
    return text;
  }
}
export function fine(mail, connection) {
  // ok: jump-out-of-finally
  try {
    return connection.send(mail);
  } finally {
    connection.close();
  }
}
export function other(path, fs) {
  // ok: jump-out-of-finally
  try {
    return fs.read(path);
  } finally {
    fs.readers.forEach((it) => {
      return it.close();
    });
  }
}
