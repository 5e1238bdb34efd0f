import { describe, expect, it } from "vitest";
import { createRackDraughtsman } from "../../main/drawings/draughtsman";
import { margin, pageFoot, planPages } from "../../main/drawings/page-plan";
import { blocksOf } from "../../main/domain/rack-elevation";
import { readPdf, readPdfText } from "../labels/verify/read-pdf";
import { drawnRack, rackDrawing } from "./drawn-racks";

const draughtsman = createRackDraughtsman();
const manyRacks = (count: number) => Array.from({ length: count }, (_, index) => drawnRack(`R${String(index + 1)}`));

describe("racks on paper", () => {
  it("have pages of the true size", async () => {
    const sizes = { a4: [210, 297], a3: [297, 420], letter: [215.9, 279.4] } as const;
    for (const paper of ["a4", "a3", "letter"] as const) {
      const { bytes } = await draughtsman.toPdf(rackDrawing({ paper }));
      const [page] = await readPdf(bytes);
      const millimetres = [page?.width ?? 0, page?.height ?? 0].map((dots) => dots / (page?.scale ?? 1));
      expect(Math.abs((millimetres[0] ?? 0) - sizes[paper][0])).toBeLessThan(0.2);
      expect(Math.abs((millimetres[1] ?? 0) - sizes[paper][1])).toBeLessThan(0.2);
    }
  });

  it("tell what stands where, for whom and until when, in any script", async () => {
    const { bytes, pages } = await draughtsman.toPdf(rackDrawing());
    const text = await readPdfText(bytes);
    expect(pages).toBe(1);
    for (const told of [
      "A12",
      "Room 3 · Riga-1",
      "edge-1.vektor.example",
      "C-17 · ООО Вектор",
      `db <2> & "co"`,
      "Второй узел Вектора",
      "Reserved · until 31 Dec 2026",
      "Patch panel",
      "Power sold 2.5 kW of 3.6 kW",
      "As of 23 Nov 2026, 11:05",
      "23 Nov 2026, 14:00",
      "Page 1 of 1",
    ])
      expect(text).toContain(told);
    for (let unit = 1; unit <= 42; unit += 1) expect(text).toMatch(new RegExp(`^${String(unit)}( |$)`, "m"));
  });

  it("speak Russian where that is wanted", async () => {
    const text = await readPdfText(
      (await draughtsman.toPdf(rackDrawing({ language: "ru", faces: ["front", "rear"] }))).bytes,
    );
    for (const told of ["Спереди", "Сзади", "1 стойка", "Служебный юнит", "2,5 кВт из 3,6 кВт", "Страница 1 из 1"])
      expect(text).toContain(told);
  });

  it("have every unit where it belongs", async () => {
    const drawing = rackDrawing();
    const { unitHeight, figureWidth, height } = planPages(drawing);
    const [page] = await readPdf((await draughtsman.toPdf(drawing)).bytes);
    if (!page) throw new Error("There is no page");
    const shadeAt = (unit: number, share: number): number => {
      const y = height - margin - pageFoot - (unit - 1 + share) * unitHeight;
      const x = margin + figureWidth - 2;
      return page.data[Math.round(y * page.scale) * page.width + Math.round(x * page.scale)] ?? 0;
    };
    // Just inside both edges of the server in units 1 and 2, and in the free unit above it.
    for (const inside of [shadeAt(1, 0.1), shadeAt(2, 0.9)]) expect(inside).toBeLessThan(240);
    for (const outside of [shadeAt(3, 0.1), shadeAt(4, 0.1), shadeAt(16, 0.5)]) expect(outside).toBe(255);
    for (const taken of [shadeAt(5, 0.5), shadeAt(11, 0.9), shadeAt(26, 0.5), shadeAt(42, 0.5)]) {
      expect(taken).toBeLessThan(255);
    }
  });

  it("stand as many on a page as can be read, whichever way the paper lies", () => {
    const racks = manyRacks(20);
    expect(planPages(rackDrawing({ racks }))).toMatchObject({ perPage: 4, width: 210 });
    expect(planPages(rackDrawing({ racks, faces: ["front", "rear"] }))).toMatchObject({ perPage: 2, width: 210 });
    expect(planPages(rackDrawing({ racks, paper: "a3" }))).toMatchObject({ perPage: 9, width: 420 });
    const low = racks.map((rack) => ({ ...rack, size: 24 }));
    expect(planPages(rackDrawing({ racks: low }))).toMatchObject({ perPage: 6, width: 297 });
  });

  it("are drawn two hundred at a time, quickly and in little room", async () => {
    const before = process.memoryUsage().rss;
    const from = performance.now();
    const { bytes, pages } = await draughtsman.toPdf(rackDrawing({ racks: manyRacks(200) }));
    expect(pages).toBe(50);
    expect(bytes.length).toBeLessThan(2_000_000);
    expect(performance.now() - from).toBeLessThan(10_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
    expect(await readPdfText(bytes)).toContain("Page 50 of 50");
  });
});

describe("racks as a picture", () => {
  it("hold all racks with their units in true millimetres", async () => {
    const svg = await draughtsman.toSvg(rackDrawing({ racks: manyRacks(12) }));
    expect(svg).toMatch(/^<svg [^>]*width="[\d.]+mm" height="[\d.]+mm"/);
    for (let rack = 1; rack <= 12; rack += 1) expect(svg).toContain(`>R${String(rack)}</text>`);
    // Every free unit is a box of its own, so that it can be counted. At the front the one of the patch panel is not.
    const free = svg.match(/<rect [^>]*height="6" fill="none" stroke="#9aa0a6"[^>]*>/g) ?? [];
    expect(free).toHaveLength(12 * drawnRack("R").use.free);
  });

  it("lets nothing that was typed become markup", async () => {
    const nasty = `</text><script>alert("1")</script>&'\u0000\uD800`;
    const blocks = blocksOf({
      units: [],
      servers: [{ serverId: 1, name: nasty, units: [1] }],
      tenants: [],
      plans: [],
      reservations: [],
      today: "2026-11-23",
    });
    const racks = [drawnRack(nasty, { blocks, locationName: nasty, dataCentreName: nasty })];
    const svg = await draughtsman.toSvg(rackDrawing({ racks, site: nasty }));
    expect(svg).not.toContain("<script");
    expect(svg).toContain("&lt;/text&gt;&lt;script&gt;");
    const text = svg.replace(/<\/?[a-z]+( [a-zA-Z-]+="[^"<>]*")*\/?>/g, "");
    expect(text).not.toMatch(/[<>]|&(?!(amp|lt|gt|quot|#39);)/);
    expect(svg).not.toMatch(/[\p{Cs}\u0000]/u);
  });

  it("shows both of two blocks that claim one unit, and marks them", async () => {
    const servers = [
      { serverId: 1, name: "one", units: [3, 4] },
      { serverId: 2, name: "two", units: [4, 5] },
    ];
    const nobody = { units: [], tenants: [], plans: [], reservations: [], today: "2026-11-23" };
    const svg = await draughtsman.toSvg(
      rackDrawing({ racks: [drawnRack("A1", { blocks: blocksOf({ ...nobody, servers }) })] }),
    );
    const marked = [...svg.matchAll(/<rect x="([\d.]+)"[^>]*stroke="#b00020"/g)].map(([, x]) => x);
    expect(new Set(marked.slice(-2)).size).toBe(2);
    for (const name of ["one", "two"]) expect(svg).toContain(`>${name}</text>`);
  });
});
