/** Lets everybody else have their turn; drawing hundreds of racks takes longer than a click may wait. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
