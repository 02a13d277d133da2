import { FormatError } from '#core/formats/format-error.ts';
import { holdStrayRejections } from './stray-rejections.ts';

/** What pdf.js asks for when it is loaded, though only drawing, which is not done here, would use it. */
const unused = class Unused {
  readonly drawn = false;
};

/** The library, loaded once. Its worker runs in this thread, which is one of its own already. */
async function library() {
  const place: Record<string, unknown> = globalThis;
  place.DOMMatrix ??= unused;
  place.ImageData ??= unused;
  place.Path2D ??= unused;
  // @ts-expect-error -- the worker comes without types; it is only handed on.
  place.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/**
 * Opens a PDF to read its text. Nothing in it is run or fetched: no scripts, no fonts, no images, no network.
 *
 * @throws FormatError protected or damaged
 */
export async function openPdf(bytes: Uint8Array) {
  const pdf = await library();
  const release = holdStrayRejections();
  const task = pdf.getDocument({
    // It takes the bytes away from whoever has them.
    data: Uint8Array.from(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    disableRange: true,
    disableStream: true,
    disableAutoFetch: true,
    enableXfa: false,
    // Pictures are not decoded.
    maxImageSize: 0,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    const marked = await document.getMarkInfo().catch(() => null);
    return {
      document,
      isTagged: marked?.Marked === true,
      codes: pdf.OPS,
      noAnnotations: pdf.AnnotationMode.DISABLE,
      transform: multiplied,
      close: () => task.destroy().finally(release),
    };
  } catch (error) {
    await task.destroy().finally(release);
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException') throw new FormatError('protected', 'the PDF is protected by a password');
    const why = error instanceof Error ? error.message : String(error);
    throw new FormatError('damaged', `the PDF cannot be opened: ${why}`);
  }
}

/** A PDF that was opened, and what of the library is needed to read it. */
export type OpenPdf = Awaited<ReturnType<typeof openPdf>>;

/** Two transformations, the second one first: matrices of six numbers as PDF has them. */
function multiplied(a: readonly number[], b: readonly number[]): number[] {
  const [a0 = 1, a1 = 0, a2 = 0, a3 = 1, a4 = 0, a5 = 0] = a;
  const [b0 = 1, b1 = 0, b2 = 0, b3 = 1, b4 = 0, b5 = 0] = b;
  return [
    a0 * b0 + a2 * b1,
    a1 * b0 + a3 * b1,
    a0 * b2 + a2 * b3,
    a1 * b2 + a3 * b3,
    a0 * b4 + a2 * b5 + a4,
    a1 * b4 + a3 * b5 + a5,
  ];
}
