/** Gives every element a height, as a list needs one to draw rows; the page of these tests has no layout. Returns the way back. */
export function giveHeight(heightPx: number): () => void {
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, value: heightPx });
  return () => {
    Reflect.deleteProperty(HTMLElement.prototype, "clientHeight");
  };
}
