import type { LabelField, LabelValues } from "../../contract/shapes/label";
import { labelFieldShape } from "../../contract/shapes/label";

const fields = new Set<string>(labelFieldShape.options);
const separator = " · ";

/**
 * The content with its fields replaced. A part between ` · ` or a line whose fields are all empty is left out with its words, so that
 * `S/N {serial}` prints nothing for a server without a serial number.
 */
export function fillContent(content: string, values: LabelValues): string {
  if (!content.includes("{")) return content;
  return content
    .split("\n")
    .map((line) => fillParts(line, values))
    .filter((line) => line !== undefined)
    .join("\n");
}

function fillParts(line: string, values: LabelValues): string | undefined {
  const parts = line.split(separator).map((part) => fillPart(part, values));
  const kept = parts.filter((part) => part !== undefined);
  return kept.length === 0 && parts.length > 0 ? undefined : kept.join(separator);
}

function fillPart(part: string, values: LabelValues): string | undefined {
  let named = 0;
  let filled = 0;
  const text = part.replace(/\{([a-z]+\d?)\}/g, (whole, name: string) => {
    if (!isField(name)) return whole;
    const value = values[name]?.trim() ?? "";
    named += 1;
    if (value !== "") filled += 1;
    return value;
  });
  return named > 0 && filled === 0 ? undefined : text.trim();
}

function isField(name: string): name is LabelField {
  return fields.has(name);
}
