import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { StepPane } from "../../renderer/screens/activity/step-pane";
import { done, installFakeBridge } from "./fake-bridge";
import { buildAction } from "./records";
import { show } from "./show";

afterEach(cleanup);

const conflict = {
  ...buildAction({
    state: "needs-attention",
    summary: "Power off",
    trouble: {
      kind: "conflict",
      message: "Server 101 has changed",
      differences: [{ field: "owner", wanted: "a@example.net", seen: "", found: "b@example.net" }],
    },
  }),
  moduleName: "Riga-1",
  serviceNumber: 5,
};

describe("a step that needs a decision", () => {
  test("shows a conflict side by side and sends nothing before every field is chosen", async () => {
    const bridge = installFakeBridge({ "action.resolve": () => done({ ...conflict, state: "uncertain" }) });
    show(<StepPane step={conflict} />);
    const cells = within(screen.getByRole("table")).getAllByRole("cell");
    expect(cells.map((cell) => cell.textContent)).toEqual(["nothing", "a@example.net", "b@example.net"]);
    const send = screen.getByRole("button", { name: "Send what is wanted" });
    expect(send).toHaveProperty("disabled", true);

    fireEvent.click(screen.getByRole("radio", { name: "owner: wanted, a@example.net" }));
    fireEvent.click(send);

    await waitFor(() => {
      expect(bridge.inputsOf("action.resolve")).toEqual([{ id: "action-1", choices: { owner: "wanted" } }]);
    });
  });

  test("names the end of the step when all is to be left as found", async () => {
    const bridge = installFakeBridge({ "action.resolve": () => done({ ...conflict, state: "discarded" }) });
    show(<StepPane step={conflict} />);
    fireEvent.click(screen.getByRole("radio", { name: "owner: found now, b@example.net" }));
    fireEvent.click(screen.getByRole("button", { name: "Leave as found" }));
    await waitFor(() => {
      expect(bridge.inputsOf("action.resolve")).toEqual([{ id: "action-1", choices: { owner: "found" } }]);
    });
  });

  test("is given up only with a reason", async () => {
    const bridge = installFakeBridge({ "action.discard": () => done({ ...conflict, state: "discarded" }) });
    show(<StepPane step={conflict} />);
    fireEvent.click(screen.getByRole("button", { name: "Discard" }));
    const dialog = within(await screen.findByRole("dialog"));
    fireEvent.click(dialog.getByRole("button", { name: "Discard" }));
    expect(bridge.inputsOf("action.discard")).toEqual([]);

    fireEvent.change(dialog.getByLabelText(/Reason/), { target: { value: "Wrong server" } });
    fireEvent.click(dialog.getByRole("button", { name: "Discard" }));

    await waitFor(() => {
      expect(bridge.inputsOf("action.discard")).toEqual([{ id: "action-1", reason: "Wrong server" }]);
    });
  });
});

describe("a step that waits", () => {
  const waiting = {
    ...buildAction({ summary: "Assign 8 IPv4 addresses", editable: { kind: "assign-addresses", count: 8 } }),
    moduleName: "Riga-1",
    serviceNumber: 5,
  };

  test("can be held, and says by whom it is", async () => {
    const bridge = installFakeBridge({ "action.hold": () => done({ ...waiting, heldBy: "Olga" }) });
    show(<StepPane step={waiting} />);
    fireEvent.click(screen.getByRole("button", { name: "Hold" }));
    await waitFor(() => {
      expect(bridge.inputsOf("action.hold")).toEqual([{ id: "action-1" }]);
    });
    cleanup();

    show(<StepPane step={{ ...waiting, heldBy: "Olga" }} />);
    expect(screen.getByText("Held by Olga")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Release" })).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Retry" })).toBeNull();
  });

  test("is edited from its present values", async () => {
    const bridge = installFakeBridge({ "action.edit": () => done(waiting) });
    show(<StepPane step={waiting} />);
    fireEvent.click(screen.getByRole("button", { name: "Edit" }));
    const dialog = within(await screen.findByRole("dialog"));
    const count = dialog.getByLabelText("Addresses");
    expect(count).toHaveProperty("value", "8");
    fireEvent.change(count, { target: { value: "2" } });
    fireEvent.click(dialog.getByRole("button", { name: "Change" }));
    await waitFor(() => {
      expect(bridge.inputsOf("action.edit")).toEqual([
        { id: "action-1", edit: { kind: "assign-addresses", count: 2 } },
      ]);
    });
  });
});
