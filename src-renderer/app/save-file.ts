/** Gives a file to the reader, as a download. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  // The download has begun once the click is over; browsers want the address a moment longer.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}
