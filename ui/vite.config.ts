import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte()],
  // The window runs in the web views of three systems; the oldest is WebKit of macOS 13 and WebKitGTK 2.40.
  build: { target: 'safari16.4', assetsInlineLimit: 0, modulePreload: false },
  server: { fs: { allow: ['..'] }, strictPort: true },
  resolve: process.env['VITEST'] ? { conditions: ['browser'] } : {},
  // Looking things up by role is slow without a screen, and slower on a busy machine.
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/testing/jsdom.ts'],
    testTimeout: 20_000,
    // By itself it leaves one processor to others; on a machine with two that is half of them.
    maxWorkers: '100%',
  },
});
