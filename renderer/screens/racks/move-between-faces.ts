/** Moves the focus to the entry at the same height on the next or previous face on the screen, whichever rack it belongs to. */
export function moveBetweenFaces(from: HTMLElement, step: 1 | -1): void {
  const faces = [...document.querySelectorAll<HTMLElement>(".rack-face-units")];
  const next = faces[faces.indexOf(from) + step];
  const unit = Number((document.activeElement as HTMLElement | null)?.dataset["bottom"] ?? 1);
  const options = [...(next?.querySelectorAll<HTMLElement>("[role=option]") ?? [])];
  const beside = options.find(({ dataset }) => {
    const bottom = Number(dataset["bottom"]);
    return bottom <= unit && unit < bottom + Number(dataset["height"]);
  });
  const target = beside ?? options[0];
  target?.focus();
  target?.scrollIntoView({ block: "nearest", inline: "nearest" });
}
