import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import type { PrintCheck, PrintJob } from "../../main/contract/shapes/printer";
import { PrintDialog } from "../../renderer/screens/print-dialog/print-dialog";
import { useConsole } from "../../renderer/stores/console-store";
import { followEvents } from "../../renderer/stores/follow-events";
import { done, installFakeBridge, type FakeBridge } from "./fake-bridge";
import { buildDrawing, buildPrintJob, buildPrinter, buildStock, buildTemplate } from "./label-records";
import { show } from "./show";

afterEach(cleanup);

const warning: PrintCheck["remarks"][number] = {
  level: "warning",
  rule: "small-module",
  elementId: "code",
  message: "The code has 3 dots a module; scanners want 4",
  labels: ["srv-1"],
  count: 1,
};

interface Situation {
  readonly remarks?: PrintCheck["remarks"];
  readonly printers?: readonly ReturnType<typeof buildPrinter>[];
  /** What became of the job when it is asked for. */
  readonly job?: Partial<PrintJob>;
}

function openDialog({ remarks = [], printers = [buildPrinter()], job = {} }: Situation = {}): FakeBridge {
  const bridge = installFakeBridge({
    "printer.list": () => done([...printers]),
    "label-stock.list": () =>
      done([
        buildStock(),
        buildStock({
          id: "sheet",
          name: "L7163",
          family: "sheet",
          form: "sheet",
          nextPosition: 4,
          sheet: {
            pageWidth: 210,
            pageHeight: 297,
            columns: 2,
            rows: 7,
            originX: 4.65,
            originY: 15.15,
            pitchX: 101.6,
            pitchY: 38.1,
          },
        }),
      ]),
    "label-template.list": () => done([buildTemplate(), buildTemplate({ id: "t-2", name: "Server, small" })]),
    "label.draw": () => done(buildDrawing()),
    "print.check": ({ subjects, copies = 1 }) =>
      done({ labels: subjects.length * copies, pages: 1, remarks: [...remarks] }),
    "print.start": () => done(buildPrintJob({ state: "waiting" })),
    "print.get": () => done(buildPrintJob(job)),
  });
  followEvents();
  useConsole.getState().askToPrint([{ kind: "service", serviceId: "service-1" }]);
  show(<PrintDialog />);
  return bridge;
}

const printButton = () => screen.findByRole("button", { name: /^Print 1 label/ });

describe("printing from anywhere", () => {
  test("sends what was chosen and then shows how the job fares", async () => {
    const bridge = openDialog({ job: { state: "printed", printed: 1, endedAt: 5 } });
    const button = await printButton();
    await waitFor(() => {
      expect(button).toHaveProperty("disabled", false);
    });
    fireEvent.click(button);
    await screen.findByText("Printed");
    expect(bridge.inputsOf("print.start")).toEqual([
      {
        subjects: [{ kind: "service", serviceId: "service-1" }],
        templateId: "t-1",
        printerId: "printer-1",
        stockId: "stock-1",
        copies: 1,
        bothSides: false,
        startPosition: 0,
        override: [],
      },
    ]);
  });

  test("prints over a warning only when somebody says so, and names the rule", async () => {
    const bridge = openDialog({ remarks: [warning] });
    await screen.findByText(warning.message);
    expect(await printButton()).toHaveProperty("disabled", true);
    fireEvent.click(screen.getByRole("checkbox", { name: "Print it all the same" }));
    fireEvent.click(await printButton());
    await waitFor(() => {
      expect(bridge.inputsOf("print.start")).toHaveLength(1);
    });
    expect(bridge.inputsOf("print.start")[0]).toMatchObject({ override: ["small-module"] });
  });

  test("does not print what cannot be printed", async () => {
    openDialog({
      remarks: [{ ...warning, level: "error", rule: "stock-too-wide", message: "Too wide for this printer" }],
    });
    await screen.findByText("Too wide for this printer");
    expect(await printButton()).toHaveProperty("disabled", true);
    expect(screen.queryByRole("checkbox", { name: "Print it all the same" })).toBeNull();
  });

  test("begins a part-used sheet at its next free label", async () => {
    const bridge = openDialog({
      printers: [buildPrinter({ language: "pdf", stockId: "sheet", way: { type: "file" } })],
    });
    await screen.findByText("First free label: row 3, column 1");
    fireEvent.click(screen.getByRole("button", { name: "Row 4, column 2" }));
    const button = await printButton();
    await waitFor(() => {
      expect(button).toHaveProperty("disabled", false);
    });
    fireEvent.click(button);
    await waitFor(() => {
      expect(bridge.inputsOf("print.start")).toHaveLength(1);
    });
    expect(bridge.inputsOf("print.start")[0]).toMatchObject({ startPosition: 7, stockId: "sheet" });
  });

  test("says what to do where there is no printer", async () => {
    openDialog({ printers: [] });
    fireEvent.click(await screen.findByRole("button", { name: "Add printer" }));
    expect(useConsole.getState().route).toEqual({ screen: "printers", id: "new" });
  });

  test("asks how many came out where the printer does not tell", async () => {
    const bridge = openDialog({ job: { state: "unsure", labels: 1, printed: 0, reason: "The printer does not tell" } });
    const button = await printButton();
    await waitFor(() => {
      expect(button).toHaveProperty("disabled", false);
    });
    fireEvent.click(button);
    fireEvent.click(await screen.findByRole("button", { name: "All came out" }));
    await waitFor(() => {
      expect(bridge.inputsOf("print.confirm")).toEqual([{ id: "job-1", printed: 1 }]);
    });
  });
});
