/** Files of folders that are looked for: one more than are taken at once, so that a reader is told of the rest. */
const mostFiles = 61;

/** Of files that came with their folder, where in it they were. */
const places = new WeakMap<File, string>();

/** A file's name, with the folder that it was dropped in as far as that is known. */
export function pathOf(file: File): string {
  const place = places.get(file) ?? file.webkitRelativePath;
  return place === '' ? file.name : place;
}

/** The files that were dropped; of a folder those in it, by their names. */
export async function filesOf(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items].map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null));
  const files = [...transfer.files];
  if (!entries.some((entry) => entry?.isDirectory === true)) return files;
  const found: File[] = [];
  for (const entry of entries) if (entry !== null) await collect(entry, found);
  return found;
}

async function collect(entry: FileSystemEntry, found: File[]): Promise<void> {
  if (found.length >= mostFiles || entry.name.startsWith('.')) return;
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => {
      entry.file(resolve, reject);
    });
    places.set(file, entry.fullPath.replace(/^\//u, ''));
    found.push(file);
    return;
  }
  if (!isFolder(entry)) return;
  const inside = await new Promise<FileSystemEntry[]>((resolve, reject) => {
    entry.createReader().readEntries(resolve, reject);
  });
  for (const one of inside.toSorted((a, b) => (a.name < b.name ? -1 : 1))) await collect(one, found);
}

// By what they say of themselves: Chromium has no constructors of these names.
function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
