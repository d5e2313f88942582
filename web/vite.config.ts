import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';

// Relative base: the page also works behind a reverse proxy's sub-path.
// No inlined assets and no preload polyfill: the policy of the server allows neither data: fonts nor inline scripts.
export default defineConfig({
  base: './',
  plugins: [solid()],
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: {
    proxy: {
      '/api': 'http://127.0.0.1:4000',
      '/ws': { target: 'ws://127.0.0.1:4000', ws: true },
    },
  },
});
