import type { CallInput } from "../../../main/contract/calls";

export type TypedCatalogue = CallInput<"catalogue.compare">["catalogue"];

/** Why a chosen file is not taken. */
export type FileProblem =
  | { readonly kind: "tooLarge" | "unreadable" | "notJson" | "notCatalogue" }
  | { readonly kind: "otherVersion"; readonly version: string };

export type FileReading =
  { readonly ok: true; readonly catalogue: TypedCatalogue } | { readonly ok: false; readonly problem: FileProblem };

export const largestFileBytes = 10 * 1024 * 1024;
const format = "rackside-catalogue";

/** Reads a file that a person chose. Whether its content is in order, the program says. */
export async function readCatalogueFile(file: Blob): Promise<FileReading> {
  if (file.size > largestFileBytes) return refuse({ kind: "tooLarge" });
  try {
    return readCatalogueText(await file.text());
  } catch {
    // Taken away or locked since it was chosen.
    return refuse({ kind: "unreadable" });
  }
}

/** Tells a catalogue of this version from everything else; a byte order mark is nothing to object to. */
export function readCatalogueText(text: string): FileReading {
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch {
    return refuse({ kind: "notJson" });
  }
  if (!isRecord(document) || document["format"] !== format) return refuse({ kind: "notCatalogue" });
  if (document["version"] !== 1) return refuse({ kind: "otherVersion", version: String(document["version"]) });
  // Its format says so; the program holds every field to the schema.
  return { ok: true, catalogue: document as unknown as TypedCatalogue };
}

/** `rackside-catalogue-2026-11-22.json` */
export function catalogueFileName(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${format}-${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}.json`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function refuse(problem: FileProblem): FileReading {
  return { ok: false, problem };
}
