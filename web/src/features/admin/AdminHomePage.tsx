import { Navigate } from "@tanstack/react-router";
import { useIsPhone } from "@/ui/viewport";
import { SECTIONS } from "./section_names";

/** The administration opens on its first section. A phone shows its menu. */
export function AdminHomePage() {
  const isPhone = useIsPhone();
  const [section] = SECTIONS;
  return isPhone ? null : <Navigate to="/admin/$section" params={{ section }} replace />;
}
