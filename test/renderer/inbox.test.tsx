import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Rail } from "../../renderer/frame/rail";
import { InboxScreen } from "../../renderer/screens/inbox/inbox-screen";
import { useConsole } from "../../renderer/stores/console-store";
import { followEvents } from "../../renderer/stores/follow-events";
import { done, installFakeBridge } from "./fake-bridge";
import { giveHeight } from "./layout";
import { buildMessage } from "./records";
import { show } from "./show";

let restore: () => void;
beforeEach(() => {
  restore = giveHeight(600);
});
afterEach(() => {
  restore();
  cleanup();
});

function openInbox() {
  const messages = [
    buildMessage(),
    buildMessage({ id: "message-2", subject: "edge-2: no address left", isRead: true, taskId: null }),
  ];
  let unreadIds = ["message-1"];
  const bridge = installFakeBridge({
    "message.list": ({ onlyUnread = false }) => {
      const rows = messages
        .map((one) => ({ ...one, isRead: !unreadIds.includes(one.id) }))
        .filter((one) => !onlyUnread || !one.isRead);
      return done({ rows, total: rows.length });
    },
    "message.unread": () =>
      done([{ departmentId: "department-1", departmentName: "Riga floor", unread: unreadIds.length }]),
    "message.mark-read": ({ ids }) => {
      unreadIds = unreadIds.filter((id) => !ids.includes(id));
      bridge.emit({ name: "records.changed", changes: ids.map((id) => ({ entity: "message", id })) });
      return done({});
    },
    "department.list": () => done([{ id: "department-1", revision: 1, name: "Riga floor", members: [] }]),
  });
  followEvents();
  show(
    <>
      <Rail />
      <InboxScreen />
    </>,
  );
  return bridge;
}

const railCount = (): string | null | undefined =>
  screen.getByRole("button", { name: /^Inbox/ }).querySelector(".rail-count")?.textContent;

describe("the inbox", () => {
  test("marks a message as read that is opened, and goes to its task", async () => {
    const bridge = openInbox();
    const subject = await screen.findByText("edge-1: the system could not be installed");
    expect(subject.closest("[data-unread]")).not.toBeNull();
    expect(screen.getByText("edge-2: no address left").closest("[data-unread]")).toBeNull();
    await waitFor(() => {
      expect(railCount()).toBe("1");
    });

    fireEvent.click(subject);

    expect(bridge.inputsOf("message.mark-read")).toEqual([{ ids: ["message-1"] }]);
    expect(useConsole.getState().route).toEqual({ screen: "queue", id: "task-1" });
    await waitFor(() => {
      expect(railCount()).toBeUndefined();
    });
  });

  test("goes to the service where there is no task, and marks nothing twice", async () => {
    const bridge = openInbox();
    fireEvent.click(await screen.findByText("edge-2: no address left"));
    expect(useConsole.getState().route).toEqual({ screen: "services", id: "service-1" });
    expect(bridge.inputsOf("message.mark-read")).toEqual([]);
  });

  test("marks all as read and says then that nothing is unread", async () => {
    openInbox();
    await screen.findByText("1 unread");
    fireEvent.click(screen.getByRole("button", { name: "Mark all read" }));
    expect(await screen.findByText("Nothing unread")).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Mark all read" }).disabled).toBe(true);
  });

  test("opens the task of a desktop notification that was clicked", () => {
    const bridge = openInbox();
    bridge.emit({ name: "record.chosen", entity: "task", id: "task-9" });
    expect(useConsole.getState().route).toEqual({ screen: "queue", id: "task-9" });
    bridge.emit({ name: "record.chosen", entity: "message", id: "message-1" });
    expect(useConsole.getState().route.screen).toBe("inbox");
  });
});
