// ruleid: next-image-any-host
module.exports = {
  reactStrictMode: true,
  images: { remotePatterns: [{ protocol: 'https', hostname: '**' }] },
};

// ruleid: next-image-any-host
export const second = { images: { dangerouslyAllowSVG: true } };

// ok: next-image-any-host
export const safe = { images: { remotePatterns: [{ protocol: 'https', hostname: 'images.example.com' }] } };

// ok: next-image-any-host
export const plain = { images: { dangerouslyAllowSVG: false, domains: ['images.example.com'] } };
