/** What no fault and no line of the log may ever hold. Has characters that each way of writing it changes. */
export const plantedSecret = 'pl4nted&<s3cret>"/+ä';

/** The secret as it may travel: in an address, in a form, in JSON, in XML, as Basic credentials. */
export const plantedForms: readonly string[] = [
  plantedSecret,
  encodeURIComponent(plantedSecret),
  new URLSearchParams({ "": plantedSecret }).toString().slice(1),
  JSON.stringify(plantedSecret).slice(1, -1),
  escapeXml(plantedSecret),
  Buffer.from(plantedSecret).toString("base64"),
];

/** The words that hold the secret, in whichever form. */
export function findLeaks(told: readonly string[]): readonly string[] {
  return told.filter((words) => plantedForms.some((form) => words.includes(form)));
}

/** Everything that an error tells, its causes included. */
export function wordsOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [String(error)];
  const fields = Object.entries(error).map(([name, value]) => `${name}: ${asText(value) ?? ""}`);
  return [error.message, error.stack ?? "", ...fields, ...(error.cause === undefined ? [] : wordsOf(error.cause))];
}

function asText(value: unknown): string | undefined {
  if (value instanceof Error) return wordsOf(value).join("\n");
  return typeof value === "string" ? value : JSON.stringify(value);
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
