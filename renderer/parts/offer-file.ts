/** Hands the text to the person as a file; where it goes is asked by the desktop. */
export function offerFile(name: string, type: string, pieces: readonly string[]): void {
  offer(name, new Blob([...pieces], { type }));
}

/** The same for bytes. */
export function offerBytes(name: string, pieces: readonly Uint8Array<ArrayBuffer>[]): void {
  offer(name, new Blob([...pieces]));
}

function offer(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The desktop may ask for a place first; the content has to be there until then.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}
