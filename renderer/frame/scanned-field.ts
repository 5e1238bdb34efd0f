/** A field and what stood in it before a scanner typed into it. */
export interface FieldBefore {
  readonly input: HTMLInputElement | HTMLTextAreaElement;
  readonly value: string;
}

/** Puts the field back as it was before the scan, in a way that React notices. */
export function takeFromField({ input, value }: FieldBefore): void {
  const prototype = input instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  const setter = Object.getOwnPropertyDescriptor(prototype, "value")?.set;
  setter?.call(input, value);
  input.dispatchEvent(new Event("input", { bubbles: true }));
}
