// ruleid: duplicate-object-key
export const ports = { http: 80, https: 443, http: 8080 };
// ruleid: duplicate-object-key
export const codes = {
  200: 'ok',
  404: 'not found',
  200: 'fine',
};
// ok: duplicate-object-key
export const names = { http: 80, [http]: 443 };
// ok: duplicate-object-key
export const others = { a: { x: 1 }, b: { x: 2 }, ...names, [names.x]: 1, [names.y]: 2 };
