export function read(path, fs) {
  // ruleid: useless-catch
  try {
    return fs.read(path);
  } catch (error) {
    throw error;
  }
}
export function more(path, fs) {
  // ruleid: useless-catch
  try {
    fs.open(path);
    return fs.read(path);
  } catch (e) {
    throw e;
  }
}
export function fine(path, fs) {
  // ok: useless-catch
  try {
    return fs.read(path);
  } catch (error) {
    log(error);
    throw error;
  }
}
export function other(path, fs) {
  // ok: useless-catch
  try {
    return fs.read(path);
  } catch (error) {
    throw new Error('unreadable', { cause: error });
  }
}
