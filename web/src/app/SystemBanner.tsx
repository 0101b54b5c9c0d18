import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { systemQuery } from "@/api/system";
import { inKit } from "@/ui/in_kit";
import { usePower } from "@/ui/powers";

const SystemWarning = lazy(inKit(() => import("./SystemWarning"), "SystemWarning", "admin"));

/** What an administrator must not overlook, above every page; it goes away by itself when it is mended. */
export function SystemBanner() {
  const isAdministrator = usePower("administer");
  const { data: system } = useQuery({ ...systemQuery, enabled: isAdministrator });
  const [worst] = system?.warnings ?? [];
  if (!worst) return null;
  return (
    <Suspense>
      <SystemWarning warning={worst} />
    </Suspense>
  );
}
