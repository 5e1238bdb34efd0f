import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Many tests wait for a disk, a port or a child process, so that every core has one to go on with. */
const maxWorkers = availableParallelism();

/** Folders of tests that leave nothing behind in their process, so that one process may load the code once for all of them. */
const rooms =
  "test/{adapters,architecture,contract,courier,domain,drawings,electron,labels,printers,remote,runner,simulator}/**";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "program",
          include: ["test/**/*.test.{ts,mjs}"],
          exclude: ["test/renderer/**", "test/e2e/**", rooms],
          testTimeout: 20_000,
          maxWorkers,
        },
      },
      {
        test: {
          name: "rooms",
          include: [`${rooms}/*.test.{ts,mjs}`],
          isolate: false,
          testTimeout: 20_000,
          maxWorkers,
        },
      },
      {
        test: {
          name: "renderer",
          include: ["test/renderer/**/*.test.{ts,tsx}"],
          environment: "happy-dom",
          isolate: false,
          testTimeout: 20_000,
          maxWorkers,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.e2e.ts"],
          globalSetup: ["test/e2e/harness/global-setup.mjs"],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          // Every file drives its own Electron; more than two at once only slow each other down.
          maxWorkers: 2,
        },
      },
    ],
  },
});
