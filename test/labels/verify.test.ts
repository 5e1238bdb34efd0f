import { describe, expect, test } from "vitest";
import { createLabelPress } from "../../main/labels/press";
import { contentOf } from "./verify/contents";
import { inspect } from "./verify/inspect";
import { crop } from "./verify/picture";
import type { Picture } from "./verify/picture";
import { planRuns } from "./verify/plan";
import type { PlannedRun } from "./verify/plan";
import { render } from "./verify/render";
import { verifyRun } from "./verify/verify-run";

const press = createLabelPress();
const runs = planRuns({ isWhole: false });

function plannedRun(key: string): PlannedRun {
  const run = runs.find((one) => one.key === key);
  if (run === undefined) throw new Error(`No run ${key}`);
  return run;
}

test("at least four hundred labels with a code are planned, and every output of every family", () => {
  const labels = runs
    .filter(({ template }) => template.elements.some(({ type }) => type === "code"))
    .reduce((sum, { contents }) => sum + contents.length, 0);

  expect(labels).toBeGreaterThan(400);
  expect(new Set(runs.map(({ device }) => device.language))).toEqual(
    new Set(["pdf", "zpl", "png", "brother-ql", "brother-pt"]),
  );
});

describe("labels with easy and hard content are drawn by independent programs, measured and read back:", () => {
  test.each([
    "DK-11209 server-58x22 brother-ql 300 QL-800",
    "TZe-251 server-70x18 brother-pt 180 PT-P750W",
    "TZe-231 server-50x9.2 brother-pt 180 PT-P750W",
    "zebra-2x1in server-46x22 zpl 203",
    "zebra-2x1in server-bars-46x22 zpl 203",
    "avery-l7160 server-58x22 pdf 600",
  ])("%s", { timeout: 120_000 }, async (key) => {
    const { verdicts } = await verifyRun(plannedRun(key), press);

    expect(verdicts.flatMap(({ geometry, unreadable, remarks }) => [...geometry, ...unreadable, ...remarks])).toEqual(
      [],
    );
    expect(verdicts.filter(({ isCounted }) => isCounted)).toHaveLength(5);
  });
});

describe("a fault is found when", () => {
  const run = plannedRun("zebra-2x1in server-46x22 zpl 203");
  const values = contentOf("easy", "server");
  const look = async (change: (picture: Picture) => Picture) => {
    const [picture] = (await render({ ...run, values: [values] }, press)).pictures;
    if (picture === undefined) throw new Error("Nothing was drawn");
    return inspect({ ...run, values, picture: change(picture), isAsRead: false, isWholeRead: true }, press);
  };

  test("nothing is wrong: then none", { timeout: 60_000 }, async () => {
    expect(await look((picture) => picture)).toMatchObject({ geometry: [], unreadable: [] });
  });

  test("the print is shifted by four dots", { timeout: 60_000 }, async () => {
    const finding = await look((picture) => ({
      ...crop(picture, { x: -4, y: 0, width: picture.width, height: picture.height }),
      x: 0,
      y: 0,
    }));

    expect(finding.geometry).not.toEqual([]);
  });

  test("a speck lies in the quiet zone", { timeout: 60_000 }, async () => {
    const finding = await look((picture) => {
      const data = Uint8Array.from(picture.data);
      data[80 * picture.width + 38] = 0;
      return { ...picture, data };
    });

    expect(finding.geometry).toHaveLength(1);
  });

  test("half of the code is missing", { timeout: 60_000 }, async () => {
    const finding = await look((picture) => {
      const data = Uint8Array.from(picture.data, (grey, place) => (place % picture.width < 110 ? 255 : grey));
      return { ...picture, data };
    });

    expect(finding.unreadable).toHaveLength(3);
  });
});
