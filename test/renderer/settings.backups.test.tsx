import { Notifications, notifications } from "@mantine/notifications";
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import type { Backup } from "../../main/contract/shapes/store";
import { BackupsSection } from "../../renderer/screens/settings/backups-section";
import { formatBytes } from "../../renderer/text/format";
import { done, failed, installFakeBridge } from "./fake-bridge";
import { show } from "./show";

afterEach(() => {
  notifications.clean();
  cleanup();
});

function backupOf(madeAt: number): Backup {
  const name = `rackside-${new Date(madeAt).toISOString().replace(/[:.]/g, "-")}.sqlite`;
  return { name, madeAt, sizeBytes: 1_536_000 };
}

const morning = backupOf(new Date(2026, 0, 15, 9, 30).getTime());
const noon = backupOf(new Date(2026, 0, 15, 12).getTime());

function showBackups(first: readonly Backup[], refusal?: string) {
  let backups = [...first];
  const refused = () => failed({ kind: "not-allowed", rule: "backup-damaged", message: refusal ?? "" });
  const bridge = installFakeBridge({
    "backup.list": () => done(backups),
    "backup.make": () => {
      if (refusal !== undefined) return refused();
      const made = backupOf(Date.now());
      backups = [made, ...backups];
      return done(made);
    },
    "backup.restore": () => (refusal === undefined ? done({ present: noon }) : refused()),
  });
  show(
    <>
      <Notifications />
      <BackupsSection />
    </>,
  );
  return bridge;
}

async function askToRestoreMorning() {
  fireEvent.click(await screen.findByRole("button", { name: "Restore the backup of 15 Jan 2026, 09:30:00" }));
  return within(await screen.findByRole("dialog"));
}

describe("the backups in the settings", () => {
  test("stand with time, name and size", async () => {
    showBackups([noon, morning]);
    const [, first, second] = await screen.findAllByRole("row");
    expect(first?.textContent).toContain("15 Jan 2026, 12:00:00");
    expect(second?.textContent).toContain(morning.name);
    expect(second?.textContent).toContain("1.5 MB");
  });

  test("without any, say how the first one comes, and making it shows it", async () => {
    showBackups([]);
    expect(await screen.findByText("No backups yet")).toBeDefined();
    fireEvent.click(screen.getByRole("button", { name: "Back up now" }));
    expect(await screen.findByRole("table", { name: "Backups" })).toBeDefined();
    expect(screen.queryByText("No backups yet")).toBeNull();
    expect(screen.getAllByText("just now").length).toBeGreaterThan(0);
  });

  test("a backup that could not be made says why", async () => {
    showBackups([], "The disk is full");
    fireEvent.click(await screen.findByRole("button", { name: "Back up now" }));
    expect(await screen.findByText("The disk is full")).toBeDefined();
  });

  test("before one is restored, everything that will happen is named", async () => {
    const bridge = showBackups([noon, morning]);
    const dialog = await askToRestoreMorning();
    expect(dialog.getByText(/present state is kept as a backup first/)).toBeDefined();
    expect(dialog.getByText(/Everything entered since 15 Jan 2026, 09:30:00 is not in it/)).toBeDefined();
    expect(dialog.getByText(/Unfinished steps are checked against the panel/)).toBeDefined();
    expect(bridge.inputsOf("backup.restore")).toEqual([]);

    fireEvent.click(dialog.getByRole("button", { name: "Restore the backup" }));
    expect(await screen.findByText("Restored: the backup of 15 Jan 2026, 09:30:00")).toBeDefined();
    expect(screen.getByText(/kept as the backup of 15 Jan 2026, 12:00:00/)).toBeDefined();
    expect(bridge.inputsOf("backup.restore")).toEqual([{ name: morning.name }]);
  });

  test("a refusal stands in the dialog, which stays open", async () => {
    showBackups([noon, morning], "The backup is damaged. Nothing was changed");
    const dialog = await askToRestoreMorning();
    fireEvent.click(dialog.getByRole("button", { name: "Restore the backup" }));
    expect(await dialog.findByText("The backup is damaged. Nothing was changed")).toBeDefined();
    fireEvent.click(dialog.getByRole("button", { name: "Cancel" }));
    await waitFor(() => {
      expect(screen.queryByRole("dialog")).toBeNull();
    });
  });
});

test("a file's size is told in the unit that reads best", () => {
  expect([0, 999, 94_208, 1_536_000, 2_000_000_000].map(formatBytes)).toEqual([
    "0 byte",
    "999 byte",
    "94 kB",
    "1.5 MB",
    "2 GB",
  ]);
});
