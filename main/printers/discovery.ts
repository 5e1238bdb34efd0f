import type Bonjour from "bonjour-service";
import type { FoundPrinter, PrinterLanguage } from "../contract/shapes/printer";
import type { Clock } from "../ports/host";

interface Announced {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly addresses?: readonly string[];
  readonly txt?: Readonly<Record<string, unknown>>;
}

/** Printers that announce themselves on the network (DNS-SD over mDNS) within the time; none when the network does not carry it. */
export function discoverPrinters(clock: Clock, withinMs: number): Promise<readonly FoundPrinter[]> {
  return new Promise((resolve) => {
    const found = new Map<string, FoundPrinter>();
    let isOver = false;
    let bonjour: Bonjour | undefined;
    const settle = (): void => {
      if (isOver) return;
      isOver = true;
      cancel();
      bonjour?.destroy();
      resolve([...found.values()]);
    };
    const cancel = clock.schedule(withinMs, settle);
    const note = (printer: FoundPrinter): void => void found.set(JSON.stringify(printer.way), printer);
    const listen = async (): Promise<void> => {
      // Loaded when somebody looks for a printer: no start waits for it.
      const { Bonjour: Announcements } = await import("bonjour-service");
      if (isOver) return;
      bonjour = new Announcements({}, settle);
      bonjour.find({ type: "ipp" }, (service) => note(describeIpp(service)));
      bonjour.find({ type: "pdl-datastream" }, (service) => note(describeRaw(service)));
    };
    listen().catch(settle);
  });
}

/** Exported for its test: what an announcement of `_pdl-datastream._tcp` says. */
export function describeRaw(service: Announced): FoundPrinter {
  const model = modelOf(service);
  return {
    name: service.name,
    way: { type: "network", host: addressOf(service), port: service.port },
    language: languageOf(`${model} ${service.name}`),
    dpi: dpiOf(`${model} ${service.name}`),
    detail: [model, service.host].filter((text) => text !== "").join(", "),
  };
}

/** Exported for its test: what an announcement of `_ipp._tcp` says; `rp` is the path, `pdl` the formats. */
export function describeIpp(service: Announced): FoundPrinter {
  const host = addressOf(service);
  const path = textOf(service, "rp").replace(/^\/+/, "");
  const formats = textOf(service, "pdl").split(",");
  return {
    name: service.name,
    way: { type: "ipp", address: `ipp://${host.includes(":") ? `[${host}]` : host}:${String(service.port)}/${path}` },
    language: formats.includes("application/pdf") ? "pdf" : formats.includes("image/png") ? "png" : null,
    dpi: null,
    detail: [modelOf(service), textOf(service, "note"), service.host].filter((text) => text !== "").join(", "),
  };
}

/** A name ending in `.local` is known to machines with mDNS only; the address is known to all. */
function addressOf({ host, addresses }: Announced): string {
  return addresses?.find((address) => /^\d+\.\d+\.\d+\.\d+$/.test(address)) ?? host.replace(/\.$/, "");
}

function modelOf(service: Announced): string {
  return textOf(service, "ty") || textOf(service, "product").replace(/^\(|\)$/g, "");
}

function textOf({ txt }: Announced, name: string): string {
  const value = txt?.[name];
  return typeof value === "string" ? value : "";
}

function languageOf(words: string): PrinterLanguage | null {
  if (/\bQL-?\d/i.test(words)) return "brother-ql";
  if (/\bPT-/i.test(words)) return "brother-pt";
  return /zebra|\bZ[DTQ]\d|\bG[KX]\d/i.test(words) ? "zpl" : null;
}

function dpiOf(words: string): number | null {
  const [, dpi] = /(203|300|600)\s?dpi/i.exec(words) ?? [];
  if (dpi !== undefined) return Number(dpi);
  if (/\bQL-?\d/i.test(words)) return 300;
  if (/\bPT-P?9\d\d/i.test(words)) return 360;
  return /\bPT-/i.test(words) ? 180 : null;
}
