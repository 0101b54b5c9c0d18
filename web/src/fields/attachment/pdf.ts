// Documents are drawn by pdf.js in a worker of their own, with tables of characters and fonts from this house.

import { getDocument, type PDFDocumentProxy, PDFWorker } from "pdfjs-dist/legacy/build/pdf.mjs";
import Port from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?worker";

export interface OpenPdf {
  pdf: PDFDocumentProxy;
  close: () => void;
}

/** `onLoaded`: bytes so far, and of all of it where that is known. */
export async function openPdf(address: string, onLoaded: (done: number, total: number) => void): Promise<OpenPdf> {
  const port = new Port();
  const task = getDocument({
    url: address,
    worker: PDFWorker.create({ port }),
    cMapUrl: "/pdf/cmaps/",
    standardFontDataUrl: "/pdf/fonts/",
    wasmUrl: "/pdf/decoders/",
    // The page's policy runs nothing but scripts.
    useWasm: false,
    isEvalSupported: false,
    // Scripts and forms of a document are no business of ours.
    enableXfa: false,
  });
  task.onProgress = ({ loaded, total }: { loaded: number; total: number }) => onLoaded(loaded, total);
  const close = () => {
    void task.destroy().finally(() => port.terminate());
  };
  try {
    return { pdf: await task.promise, close };
  } catch (error) {
    close();
    throw error;
  }
}
