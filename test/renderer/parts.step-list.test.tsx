import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { StepList } from "../../renderer/parts/step-list";
import { done, installFakeBridge } from "./fake-bridge";
import { buildAction } from "./records";
import { show } from "./show";

afterEach(cleanup);

const stopped = buildAction({
  state: "needs-attention",
  trouble: { kind: "refused", message: "Riga-1: the PDU does not answer", differences: [] },
});

describe("the list of steps", () => {
  test("stands in the order of the lane, whatever order the steps come in", () => {
    installFakeBridge({});
    show(
      <StepList
        steps={[
          buildAction({ id: "b", sequence: 2, summary: "Power off" }),
          buildAction({ id: "a", sequence: 1, summary: "Free all addresses" }),
        ]}
      />,
    );
    const lines = screen.getAllByRole("listitem").map((line) => line.textContent);
    expect(lines[0]).toContain("Free all addresses");
    expect(lines[1]).toContain("Power off");
  });

  test("a stopped step shows the panel's own words and can be retried", async () => {
    const bridge = installFakeBridge({ "action.retry": () => done(buildAction({ revision: 2 })) });
    show(<StepList steps={[stopped]} />);
    expect(screen.getByRole("alert").textContent).toContain("the PDU does not answer");
    fireEvent.click(screen.getByRole("button", { name: "Retry" }));
    await waitFor(() => {
      expect(bridge.inputsOf("action.retry")).toEqual([{ id: "action-1" }]);
    });
  });

  test("giving a step up needs a reason", async () => {
    const bridge = installFakeBridge({ "action.discard": () => done(buildAction({ state: "discarded" })) });
    show(<StepList steps={[stopped]} />);
    fireEvent.click(screen.getByRole("button", { name: "Discard" }));
    const dialog = within(await screen.findByRole("dialog"));
    fireEvent.click(dialog.getByRole("button", { name: "Discard" }));
    expect(await dialog.findByText(/Write why/)).toBeDefined();
    expect(bridge.asked).toEqual([]);
    fireEvent.change(dialog.getByLabelText(/Reason/), { target: { value: "Done by hand" } });
    fireEvent.click(dialog.getByRole("button", { name: "Discard" }));
    await waitFor(() => {
      expect(bridge.inputsOf("action.discard")).toEqual([{ id: "action-1", reason: "Done by hand" }]);
    });
  });

  test("a running step shows how far the panel's operation is", () => {
    installFakeBridge({});
    show(<StepList steps={[buildAction({ state: "confirming", percent: 84 })]} />);
    expect(screen.getByRole("progressbar").getAttribute("aria-valuenow")).toBe("84");
  });

  test("a step of unknown outcome says that the panel is looked at before anything is repeated", () => {
    installFakeBridge({});
    show(<StepList steps={[buildAction({ state: "uncertain" })]} />);
    expect(screen.getByText(/looks at the panel before doing anything again/)).toBeDefined();
  });

  test("a done step offers nothing to press", () => {
    installFakeBridge({});
    show(<StepList steps={[buildAction({ state: "done", outcome: "The server is off" })]} />);
    expect(screen.queryAllByRole("button")).toEqual([]);
    expect(screen.getByText("The server is off")).toBeDefined();
  });
});
