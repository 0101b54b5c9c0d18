import { useEffect } from "react";
import { readPreference } from "@/ui/preference";
import { mayBeShelved, shelfMark, useUploadBook } from "@/ui/uploads/book";

/** Uploads of whoever is signed in: what knows of them comes as soon as there is one, here, left behind, or in another window. */
export function useUploadRounds(user: string | undefined): void {
  useEffect(() => {
    if (!user) return;
    let started: Promise<() => void> | undefined;
    const start = () => {
      // A file that cannot be had any more is told by the strip about the newer version.
      started ??= import("@/ui/uploads/rounds")
        .then(({ startUploads }) => startUploads(user))
        .catch(() => () => undefined);
    };
    const mark = shelfMark(user);
    if (mayBeShelved(readPreference(mark, 0))) start();
    const stopSeeing = useUploadBook.subscribe(({ uploads }) => uploads.length > 0 && start());
    const hear = ({ key }: StorageEvent) => key === `tessera.${mark}` && start();
    addEventListener("storage", hear);
    return () => {
      stopSeeing();
      removeEventListener("storage", hear);
      void started?.then((stop) => stop());
    };
  }, [user]);
}
