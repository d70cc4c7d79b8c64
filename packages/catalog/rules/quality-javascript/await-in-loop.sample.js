export async function pages(urls) {
  const all = [];
  for (const url of urls) {
    // ruleid: await-in-loop
    all.push(await fetch(url));
  }
  for (const page of all) {
    // ruleid: await-in-loop
    await save(page);
  }
  // ok: await-in-loop
  await Promise.all(urls.map((url) => fetch(url)));
  // ok: await-in-loop
  await save(all);
  return all;
}
