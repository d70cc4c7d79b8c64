export function read(path, open) {
  // ruleid: async-promise-executor
  return new Promise(async (resolve, reject) => {
    const file = await open(path);
    file.once('close', resolve);
  });
}
export function more(path, open) {
  // ruleid: async-promise-executor
  return new Promise(async function (resolve) {
    resolve(await open(path));
  });
}
export async function fine(path, open) {
  const file = await open(path);
  // ok: async-promise-executor
  await new Promise((resolve) => file.once('close', resolve));
  // ok: async-promise-executor
  return new Promise((resolve) => {
    setTimeout(async () => resolve(await file.read()), 10);
  });
}
