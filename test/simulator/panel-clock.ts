/** A clock that moves only when told. */
export function createPanelClock(): { readonly now: () => number; readonly pass: (milliseconds: number) => void } {
  let time = 1_000_000;
  return {
    now: () => time,
    pass: (milliseconds) => {
      time += milliseconds;
    },
  };
}
