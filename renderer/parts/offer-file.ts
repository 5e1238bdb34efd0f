/** Hands the text to the person as a file; where it goes is asked by the desktop. */
export function offerFile(name: string, type: string, pieces: readonly string[]): void {
  const address = URL.createObjectURL(new Blob([...pieces], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The desktop may ask for a place first; the text has to be there until then.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}
