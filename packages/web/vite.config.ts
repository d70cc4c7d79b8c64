import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Whoever asks for a build, a test run included: what is built is what users get.
if (process.argv.includes('build')) process.env['NODE_ENV'] = 'production';

export default defineConfig({
  plugins: [react()],
  // The server puts a new nonce in its place with each answer.
  html: { cspNonce: 'PLUMB-NONCE' },
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    target: 'es2022',
    // A data: URL for a script or style would need a weaker content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
});
