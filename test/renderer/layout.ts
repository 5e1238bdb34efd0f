/** Gives every element a height, as a list needs one to draw rows; the page of these tests has no layout. Returns the way back. */
export function giveHeight(heightPx: number): () => void {
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, value: heightPx });
  return () => {
    Reflect.deleteProperty(HTMLElement.prototype, "clientHeight");
  };
}

/** The same for a width, as a list needs one to have columns. */
export function giveWidth(widthPx: number): () => void {
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, value: widthPx });
  return () => {
    Reflect.deleteProperty(HTMLElement.prototype, "clientWidth");
  };
}
