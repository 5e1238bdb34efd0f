import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import type { StoreNotice } from "../../main/contract/shapes/store";
import { StoreNoticeBar } from "../../renderer/frame/store-notice-bar";
import { useConsole } from "../../renderer/stores/console-store";
import { followEvents } from "../../renderer/stores/follow-events";
import { done, failed, installFakeBridge } from "./fake-bridge";
import { show } from "./show";

afterEach(cleanup);

const restored: StoreNotice = {
  kind: "restored-from-backup",
  setAside: "rackside.sqlite.corrupt-2026-01-15",
  backupAt: new Date(2026, 0, 15, 11, 45).getTime(),
};

function showNotice(first: StoreNotice | null, isDismissable = true) {
  let notice = first;
  const bridge = installFakeBridge({
    "link.list": () => done([]),
    "store.report": () => done({ notice, newestBackupAt: null, draftsInMemory: 0 }),
    "store.dismiss-notice": () => {
      if (!isDismissable)
        return failed({ kind: "unavailable", message: "Disk full", system: "store", retryable: true });
      notice = null;
      bridge.emit({ name: "records.changed", changes: [{ entity: "console", id: "console" }] });
      return done({});
    },
  });
  followEvents();
  show(<StoreNoticeBar />);
  return bridge;
}

describe("the notice of a damaged database", () => {
  test("tells which backup was restored and where the damaged file is, until it is dismissed", async () => {
    const bridge = showNotice(restored);
    expect(await screen.findByText(/The backup of 15 Jan 2026, 11:45:00 was restored/)).toBeDefined();
    expect(screen.getByText("rackside.sqlite.corrupt-2026-01-15")).toBeDefined();
    fireEvent.click(screen.getByRole("button", { name: "Dismiss" }));
    await waitFor(() => {
      expect(screen.queryByText("The database was damaged.")).toBeNull();
    });
    expect(bridge.inputsOf("store.dismiss-notice")).toHaveLength(1);
  });

  test("says that the profile starts empty when no backup was of use", async () => {
    showNotice({ ...restored, kind: "started-empty", backupAt: null });
    expect(await screen.findByText(/the profile starts empty/)).toBeDefined();
  });

  test("speaks of no damaged file when the database was gone", async () => {
    showNotice({ ...restored, setAside: null });
    expect(await screen.findByText("The database was gone.")).toBeDefined();
    expect(screen.queryByText("Set aside as")).toBeNull();
  });

  test("leads to the backups", async () => {
    showNotice(restored);
    fireEvent.click(await screen.findByRole("button", { name: "Backups" }));
    expect(useConsole.getState().route).toEqual({ screen: "settings", id: "backups" });
  });

  test("stays, with the reason, when it cannot be dismissed", async () => {
    showNotice(restored, false);
    fireEvent.click(await screen.findByRole("button", { name: "Dismiss" }));
    expect(await screen.findByText("Disk full")).toBeDefined();
    expect(screen.getByText("The database was damaged.")).toBeDefined();
  });

  test("is not there when nothing happened", async () => {
    const bridge = showNotice(null);
    await waitFor(() => {
      expect(useConsole.getState().queries.size).toBe(1);
      expect(bridge.inputsOf("store.report")).toHaveLength(1);
    });
    expect(screen.queryByRole("complementary")).toBeNull();
  });
});
