// The uploads of one field: what is on its way to it, and what has arrived and becomes its value.

import { useContext, useEffect, useMemo, useRef, useState } from "react";
import { useShallow } from "zustand/react/shallow";
import { newId } from "@/model/id";
import type { FileValue } from "@/model/value";
import { show, type Upload, uploadOf, useUploadBook } from "@/ui/uploads/book";
import { UploadGoal } from "@/ui/uploads/goal";
import { bring, chooseAgain, dropAllAt, type Prepare, settle } from "@/ui/uploads/uploads";
import { StaysHere } from "./stays_here";

interface Uploads {
  uploads: readonly Upload[];
  add: (files: readonly File[]) => void;
  /** In place of one that this device does not have any more. */
  choose: (id: string, file: File) => void;
}

/** `field`: which of the fields of its goal it is. */
export function useUploads(
  field: string,
  files: readonly FileValue[],
  onChange: (files: FileValue[]) => void,
  prepare: Prepare,
): Uploads {
  const isTried = useContext(StaysHere);
  const value = useContext(UploadGoal);
  const { key, title, href, onBrought } = value ?? {};
  const goal = useMemo(
    () => (key === undefined || title === undefined || href === undefined || isTried ? null : { key, title, href }),
    [key, title, href, isTried],
  );
  const [loose] = useState(newId);
  const place = goal ? `${goal.key}.${field}` : loose;
  const uploads = useUploadBook(useShallow((book) => book.uploads.filter((upload) => upload.place === place)));
  useEffect(() => show(place), [place]);
  useEffect(() => () => dropAllAt(loose), [loose]);

  // Two files may arrive between two renders; each must see the other.
  const latest = useRef({ files, onChange });
  latest.current = { files, onChange };
  useEffect(() => {
    for (const { id, standing } of uploads) {
      if (standing.is !== "arrived" || !uploadOf(id)) continue;
      const { file } = standing;
      const was = latest.current.files;
      if (!was.some((one) => one.id === file.id)) {
        latest.current.files = [...was, file];
        latest.current.onChange([...was, file]);
      }
      settle(id);
    }
  }, [uploads]);

  return {
    uploads,
    add: (added) => {
      if (added.length === 0) return;
      bring(added, { goal, place, prepare, isTried });
      if (goal) onBrought?.();
    },
    choose: (id, file) => chooseAgain(id, file, { prepare, isTried }),
  };
}
