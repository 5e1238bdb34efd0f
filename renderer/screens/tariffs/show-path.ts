/** Brings the part of the editor that a remark is about into view and under the hand, once it is drawn. */
export function showPath(page: HTMLElement | null, path: string): void {
  const [field = ""] = path.split(".");
  const target = field === "resources" ? ".resource[data-open]" : `[data-field="${CSS.escape(field)}"]`;
  requestAnimationFrame(() => {
    const part = page?.querySelector<HTMLElement>(target);
    part?.scrollIntoView({ block: "center" });
    part?.querySelector<HTMLElement>("input, button")?.focus({ preventScroll: true });
  });
}
