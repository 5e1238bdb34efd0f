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
  test("shows what was wanted, seen and found side by side", () => {
    installFakeBridge({});
    show(<StepPane step={conflict} />);

    const cells = within(screen.getByRole("table")).getAllByRole("cell");
    expect(cells.map((cell) => cell.textContent)).toEqual(["owner", "a@example.net", "nothing", "b@example.net"]);
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
