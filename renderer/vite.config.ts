import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export const rendererConfig = defineConfig({
  root: import.meta.dirname,
  // Relative, because the page is served from app://, not from the root of a web server.
  base: "./",
  plugins: [react()],
  build: {
    target: "chrome114",
    outDir: "../out/renderer",
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    // The content security policy allows no data: addresses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
});

// Vite reads the default export of its configuration.
export { rendererConfig as default };
