import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { floor } from "./build/floor.ts";
import { nothingOutside } from "./build/nothing_outside.ts";
import { pdfFiles } from "./build/pdf_files.ts";
import { precompress } from "./build/precompress.ts";
import { reaches } from "./build/reaches.ts";

// The in-app browsers of WeCom and DingTalk trail desktop Chrome; on iOS they follow the system.
const browsers = ["chrome100", "safari15.4"];
const KIT = /node_modules[\\/]antd[\\/]/;
const server = process.env.TESSERA_URL ?? "https://localhost:8443";
const proxy = { "/api": { target: server, secure: false, changeOrigin: false } };

export default defineConfig({
  plugins: [react(), nothingOutside(), floor(), pdfFiles(), precompress()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  server: { proxy },
  preview: {
    proxy,
    headers: {
      "Content-Security-Policy":
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
        "worker-src 'self' blob:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
    },
  },
  build: {
    target: browsers,
    cssTarget: browsers,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
    assetsInlineLimit: 2048,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Without lazyBarrel one chunk carries every antd component that any page uses.
      experimental: { lazyBarrel: true },
      // Nobody draws with the kit's own form, yet whatever has an input would carry it: the package does not say that it may go.
      treeshake: { moduleSideEffects: [{ test: /node_modules[\\/]@rc-component[\\/]form[\\/]/, sideEffects: false }] },
      output: {
        codeSplitting: {
          groups: [
            // With the helpers of the lowered syntax: they would drag in whatever chunk they fall into.
            { name: "react", test: /node_modules[\\/](react|react-dom|scheduler)[\\/]|@oxc-project/, priority: 30 },
            {
              name: "base",
              test: /node_modules[\\/](@babel[\\/]runtime|clsx|classnames|react-is|@rc-component[\\/](mini-decimal|util|async-validator))[\\/]/,
              priority: 25,
            },
            {
              name: "core",
              test: /node_modules[\\/](@tanstack[\\/](react-router|router-core|history|react-query|query-core|store|react-store)|i18next|zustand)[\\/]/,
              priority: 20,
            },
            {
              name: "antd",
              test: /node_modules[\\/](antd[\\/](?!es[\\/](select|input-number|switch|tag|radio|menu|dropdown)[\\/])|@ant-design[\\/](cssinjs|cssinjs-utils|colors|icons|icons-svg|fast-color)|@rc-component[\\/](?!mini-decimal|util|select|virtual-list|input-number|switch|menu|dropdown|overflow|form[\\/]es[\\/](hooks|utils|Field|Form|List)))/,
              minShareCount: 4,
              priority: 10,
            },
            // Small parts of the house that most pages draw with: one file instead of seventy, and one for those that
            // are drawn with the component kit, which a phone's inbox does without.
            {
              debugName: "house",
              name: (id, modules) =>
                reaches(id, KIT, (other) => modules.getModuleInfo(other)) ? "house-kit" : "house",
              test: /(web[\\/]src[\\/](app|api|ui(?![\\/]uploads[\\/](?!book|goal))|model(?![\\/](formula|fill|condition)))|node_modules[\\/]lucide-react)[\\/]/,
              minShareCount: 8,
              priority: 3,
            },
            // How a condition is read and said, which a drawing of a flow does, without the working out of formulas.
            {
              name: "condition",
              test: /web[\\/]src[\\/](model[\\/](condition|fill[\\/]sent|formula[\\/](decimal|lexer|limit|literal_text|parser|problem|scope|syntax|token))|fields[\\/](formula_input[\\/]FormulaScope|condition[\\/]condition_words))\./,
              minShareCount: 2,
              priority: 2.6,
            },
            // The language of formulas, without the fields.
            { name: "formula", test: /web[\\/]src[\\/]model[\\/](formula|fill)[\\/]/, minShareCount: 2, priority: 2.5 },
            // What carries files, for pages that take some: no first page waits for it.
            {
              name: "uploads",
              test: /web[\\/]src[\\/]ui[\\/]uploads[\\/](?!book|goal)/,
              minShareCount: 2,
              priority: 2,
            },
            // What kinds of fields share: else dozens of files of a few hundred bytes.
            { name: "fields", test: /web[\\/]src[\\/]fields[\\/]/, minShareCount: 6, priority: 2 },
            // Signs that several pages draw, too small to travel alone.
            { name: "icons", test: /node_modules[\\/]lucide-react[\\/]/, minShareCount: 2, priority: 1 },
            // The canvas of flows with what is drawn on it, and what its late parts share with it.
            {
              name: "canvas",
              test: /node_modules[\\/](@xyflow|d3-[a-z]+)[\\/]|web[\\/]src[\\/](features[\\/]flows[\\/](canvas_context|FlowDesigner\.module)|nodes[\\/](drawing|table|registry)|model[\\/](edit[\\/]flow|canvas))/,
              minShareCount: 2,
              priority: 2,
            },
            // The chart library, for the tiles that are drawn with it.
            { name: "charts", test: /node_modules[\\/](echarts|zrender|tslib)[\\/]/, priority: 26 },
            // What forms, designers and lists are filled with; the inbox does without it.
            {
              name: "controls",
              test: /node_modules[\\/](antd[\\/]es[\\/](select|input-number|switch|tag|radio|menu|dropdown)[\\/]|@rc-component[\\/](select|virtual-list|input-number|switch|menu|dropdown|overflow|form)[\\/])/,
              minShareCount: 4,
              priority: 5,
            },
          ],
        },
      },
    },
  },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}", "build/*.test.ts"],
    setupFiles: ["./src/app/test_setup.ts"],
    css: false,
  },
});
